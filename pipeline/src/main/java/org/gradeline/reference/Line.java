package org.gradeline.reference;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An area followed across frameworks, such as the overall grade under its successive names.
 * Immutable.
 *
 * @param position its place among the lines, from 0
 * @param key its name in tables
 * @param label its name in headings
 * @param phrase its name inside a sentence
 * @param gradePhrase its grade inside a sentence, such as "overall grade"
 * @param scheme the scheme that it belongs to
 * @param scale the scale that all its members share
 * @param members at most one area of each framework
 */
public record Line(
    int position,
    String key,
    String label,
    String phrase,
    String gradePhrase,
    Scheme scheme,
    Scale scale,
    List<Member> members)
    implements Serializable {

  /** The most lines: tallies of publication days pack a line's position into 7 bits. */
  public static final int MAX_LINES = 1 << 7;

  /**
   * An area that a line follows.
   *
   * @param framework whose area it is
   * @param area the area
   * @param judged what was judged, inside a sentence: "safeguarding services"
   * @param definitionChanged days from which inspections that start use a new definition of the
   *     area, in order
   */
  public record Member(
      Framework framework, Area area, String judged, List<LocalDate> definitionChanged)
      implements Serializable {

    /**
     * Which definition of the area an inspection used: 0 for the first. Without a start date, the
     * date of publication decides.
     *
     * @param start when the inspection started; null when unknown
     * @param published when its report came out
     */
    public int definition(@Nullable PartialDate start, PartialDate published) {
      int day = (start != null ? start : published).latest();
      int definition = 0;
      for (LocalDate change : definitionChanged) {
        if (day >= PartialDate.pack(change)) {
          definition++;
        }
      }
      return definition;
    }
  }

  /** Whether its grade has a name of its own, such as "overall grade". */
  public boolean isNamedGrade() {
    return !gradePhrase.equals(unnamed(phrase, scale));
  }

  /** What the grade of a line without a name for it is called. */
  static String unnamed(String phrase, Scale scale) {
    return scale.noun() + " for " + phrase;
  }

  /** Whether a member judged the same, in so many words, as the newest framework of the line. */
  public boolean isNewest(Member member) {
    return member.judged().equals(newest().judged());
  }

  /**
   * Whether the line's phrase says what a member judged: "leadership" stands for "leadership,
   * management and governance", and "help and protection" does not for "safeguarding services".
   */
  public boolean isNamedBy(Member member) {
    return isNewest(member) || member.judged().contains(phrase);
  }

  private Member newest() {
    return members.stream()
        .max(
            Comparator.comparing(
                member -> Objects.requireNonNullElse(member.framework().firstDay(), LocalDate.MIN)))
        .orElseThrow();
  }

  /** The area of a framework that this line follows, or null when it follows none. */
  public @Nullable Member member(Framework framework) {
    for (Member member : members) {
      if (member.framework().position() == framework.position()) {
        return member;
      }
    }
    return null;
  }

  /** What it follows in each framework: {@code slac: safeguarding services (safeguarding); ...} */
  public String definition() {
    return members.stream()
        .map(
            member ->
                member.framework().key()
                    + ": "
                    + member.judged()
                    + " ("
                    + member.area().key()
                    + ")"
                    + member.definitionChanged().stream()
                        .map(day -> ", a new definition from " + day)
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("; "));
  }
}
