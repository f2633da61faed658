package org.gradeline.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.LineEvent;
import org.gradeline.histories.LineHistory;
import org.gradeline.histories.LineHistory.Standing;
import org.gradeline.reference.Council;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.ReportingDate;
import org.gradeline.tables.RunView.ReportingYear;
import org.jspecify.annotations.Nullable;

/** The council-by-year panel that researchers join their own data to. */
final class PanelTable implements CouncilTable<PanelTable.Row> {
  private static final double DAYS_A_YEAR = 365.25;
  private static final int DECIMALS = 4;

  private static final Table<Row> TABLE =
      Table.of(
          "panel",
          "Where a council that was open on 31 March stood on a line on that day, for every year from the first rating"
              + " on. A year's own reporting date says which ratings are in force.",
          List.of(
              Column.integer(
                  "year",
                  row -> row.year().year(),
                  "The year that ends on 31 March of this calendar year."),
              CommonColumns.LA_CODE.of(Row::council),
              CommonColumns.COUNCIL.of(Row::council),
              CommonColumns.LINE.of(Row::line),
              CommonColumns.STATUS.of(row -> row.standing().status()),
              Column.textOrBlank(
                  "grade", Row::gradeKey, "The grade in force; blank unless graded."),
              Column.integerOrBlank(
                  "grade_rank", Row::gradeRank, "Its place in its scale, 1 being the best."),
              Column.integer(
                  "inspected_in_year",
                  Row::inspections,
                  "Inspections that gave the line a grade and started in the year (or came out, where the start is"
                      + " unknown), whenever their reports came out."),
              Column.integer("visits_in_year", Row::visits, "Visits to the council in the year."),
              Column.numberOrBlank(
                  "years_since_rating",
                  DECIMALS,
                  Row::yearsSinceRating,
                  "Years of 365.25 days from the publication of the rating in force to 31 March; blank unless known.")),
          "year",
          "la_code",
          "line");

  /**
   * A council on a line at the end of a year.
   *
   * @param year the year
   * @param council the council
   * @param line the line
   * @param standing how it stood
   * @param inspections inspections in the year that gave the line a grade
   * @param visits visits in the year
   */
  record Row(
      ReportingYear year,
      Council council,
      Line line,
      Standing standing,
      long inspections,
      long visits) {
    private @Nullable Grade grade() {
      LineEvent rated = standing.rated();
      return rated == null ? null : line.scale().grade(rated.rank());
    }

    @Nullable String gradeKey() {
      Grade grade = grade();
      return grade == null ? null : grade.key();
    }

    OptionalLong gradeRank() {
      Grade grade = grade();
      return grade == null ? OptionalLong.empty() : OptionalLong.of(grade.rank());
    }

    OptionalDouble yearsSinceRating() {
      LineEvent rated = standing.rated();
      OptionalLong days =
          rated == null
              ? OptionalLong.empty()
              : rated.inspection().published().daysTo(PartialDate.of(year.date().asAt()));
      return days.isPresent()
          ? OptionalDouble.of(Math.max(0, days.getAsLong()) / DAYS_A_YEAR)
          : OptionalDouble.empty();
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public String section(Row row) {
    return row.year().section();
  }

  @Override
  public Stream<Row> rows(CouncilHistory history, RunView run) {
    return run.years().stream()
        .filter(year -> history.council().openOn(year.date().asAt()))
        .flatMap(year -> rows(history, year, run));
  }

  private static Stream<Row> rows(CouncilHistory history, ReportingYear year, RunView run) {
    long visits =
        history.merged().visits().stream()
            .filter(visit -> run.date().counts(visit.start(), visit.published()))
            .filter(visit -> in(year, visit.start(), visit.published()))
            .count();
    return run.reference().lines().stream()
        .map(
            line -> {
              LineHistory ofLine = history.line(run.reference().everyFramework(), line);
              return new Row(
                  year,
                  history.council(),
                  line,
                  ofLine.at(year.date()),
                  inspections(ofLine, year, run.date()),
                  visits);
            });
  }

  /**
   * @param date what counts now: a report that was not out at the year's own reporting date says
   *     later that the inspection was in the year
   */
  private static long inspections(LineHistory history, ReportingYear year, ReportingDate date) {
    return history.counting(date).stream()
        .filter(event -> event.kind() == LineEvent.Kind.RATED)
        .filter(event -> in(year, event.inspection().start(), event.inspection().published()))
        .count();
  }

  private static boolean in(
      ReportingYear year, @Nullable PartialDate start, @Nullable PartialDate published) {
    PartialDate date = start != null ? start : published;
    if (date == null) {
      return false;
    }
    LocalDate day = date.toLocalDate();
    return !day.isBefore(year.firstDay()) && !day.isAfter(year.date().asAt());
  }
}
