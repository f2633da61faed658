package org.gradeline.story;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.gradeline.reference.Area;
import org.gradeline.reference.Line;
import org.gradeline.reference.Line.Member;
import org.gradeline.reference.Scheme;

/** A grade that its inspectorate has stopped giving, in words. */
public final class EndedGrade {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

  private EndedGrade() {}

  /** {@code Ofsted stopped giving one for inspections from April 2026}. */
  public static String reason(Scheme scheme, LocalDate from) {
    return Words.capitalised(scheme.inspectorate())
        + " stopped giving one for inspections from "
        + (from.getDayOfMonth() == 1 ? MONTH.format(from) : Words.date(from));
  }

  /**
   * {@code The overall grade no longer leads: Ofsted stopped giving one for inspections from April
   * 2026.}
   *
   * @return none when the line was still judged on the day
   */
  public static Optional<String> noLongerLeads(Line line, LocalDate asAt) {
    return line.members().stream()
        .map(Member::area)
        .map(Area::until)
        .filter(Objects::nonNull)
        .map(LocalDate.class::cast)
        .filter(until -> !until.isAfter(asAt))
        .findFirst()
        .map(
            until ->
                "The "
                    + line.gradePhrase()
                    + " no longer leads: "
                    + reason(line.scheme(), until)
                    + ".");
  }
}
