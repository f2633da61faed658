package org.gradeline.normalising;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Nearest;
import org.gradeline.reference.Wording;
import org.jspecify.annotations.Nullable;

/** The wordings of a framework's grades, by which printed grades are read. */
final class GradeWordings {
  private static final String TO = "to ";

  private final Framework framework;
  private final Map<String, Integer> capitalised = new HashMap<>();
  private final Map<String, Integer> squeezed = new HashMap<>();

  /**
   * A grade that was read.
   *
   * @param rank its rank, or that of "not judged"
   * @param repair the repair that it took, or null
   * @param repaired the text after the repair
   */
  record GradeReading(int rank, @Nullable IssueType repair, String repaired) {}

  GradeWordings(Framework framework) {
    this.framework = framework;
    framework
        .wordings()
        .forEach(
            (wording, rank) -> {
              String printed = capitalised(wording);
              if (Wording.of(printed).equals(wording)) {
                capitalised.put(printed, rank);
              }
            });
    // A text without spaces that could mean two grades repairs nothing.
    Set<String> ambiguous = new HashSet<>();
    framework
        .wordings()
        .forEach(
            (wording, rank) -> {
              String letters = Wording.squeezed(wording);
              Integer other = squeezed.putIfAbsent(letters, rank);
              if (other != null && !other.equals(rank)) {
                ambiguous.add(letters);
              }
            });
    squeezed.keySet().removeAll(ambiguous);
  }

  /**
   * Reads a grade: as a wording of the framework, else without a stray leading "to", else with its
   * words made whole.
   *
   * @param area the area, for the issue
   * @param printed the grade as printed
   */
  Parsed<GradeReading> read(String area, String printed) {
    // Nearly all grades are printed with a capital letter: they need no normal form.
    Integer rank = capitalised.get(printed);
    if (rank != null) {
      return Parsed.valid(new GradeReading(rank, null, printed));
    }
    String form = Wording.of(printed);
    rank = framework.wordings().get(form);
    if (rank != null) {
      return Parsed.valid(new GradeReading(rank, null, printed));
    }
    String rest = form.startsWith(TO) ? form.substring(TO.length()) : form;
    rank = framework.wordings().get(rest);
    if (rank != null) {
      return Parsed.valid(new GradeReading(rank, IssueType.LEADING_TO, rest));
    }
    rank = squeezed.get(Wording.squeezed(rest));
    if (rank != null) {
      return Parsed.valid(new GradeReading(rank, IssueType.INNER_SPACE, whole(rest, rank)));
    }
    List<String> nearest = Nearest.to(form, framework.wordings().keySet(), 1);
    return Parsed.invalid(
        IssueType.UNKNOWN_GRADE,
        area,
        printed,
        "'"
            + printed.strip()
            + "' is not a grade of "
            + framework.key()
            + ". Write one of its wordings.",
        String.join("", nearest));
  }

  private static String capitalised(String wording) {
    int first = wording.isEmpty() ? 0 : 1;
    return wording.substring(0, first).toUpperCase(Locale.ROOT) + wording.substring(first);
  }

  private String whole(String broken, int rank) {
    String letters = Wording.squeezed(broken);
    return framework.wordings().entrySet().stream()
        .filter(
            wording ->
                wording.getValue() == rank && Wording.squeezed(wording.getKey()).equals(letters))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse(broken);
  }
}
