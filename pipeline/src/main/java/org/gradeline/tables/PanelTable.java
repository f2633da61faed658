package org.gradeline.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.LineEvent;
import org.gradeline.histories.LineHistory;
import org.gradeline.histories.LineHistory.Standing;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scope;
import org.gradeline.tables.RunView.ReportingYear;
import org.jspecify.annotations.Nullable;

/** The council-by-year panel that researchers join their own data to. */
final class PanelTable implements CouncilTable {
  private static final double DAYS_A_YEAR = 365.25;
  private static final int DECIMALS = 4;

  private final TableSchema schema =
      TableSchema.table(
          "panel",
          "Where a council that was open on 31 March stood on a line on that day, for every year from the first rating"
              + " on. A year's own reporting date says which ratings are in force.",
          List.of(
              Column.integer("year", "The year that ends on 31 March of this calendar year.")
                  .filled(),
              CommonColumns.LA_CODE,
              CommonColumns.COUNCIL,
              CommonColumns.LINE,
              CommonColumns.STATUS,
              Column.text("grade", "The grade in force; blank unless graded."),
              Column.integer("grade_rank", "Its place in its scale, 1 being the best."),
              Column.integer(
                      "inspected_in_year",
                      "Inspections that gave the line a grade and started in the year (or came out, where the start is"
                          + " unknown), whenever their reports came out.")
                  .filled(),
              Column.integer("visits_in_year", "Visits to the council in the year.").filled(),
              Column.number(
                  "years_since_rating",
                  "Years of 365.25 days from the publication of the rating in force to 31 March; blank unless known.")),
          "year",
          "la_code",
          "line");

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public void write(CouncilHistory history, RunView run, TableParts parts) {
    Scope scope = run.reference().everyFramework();
    for (ReportingYear year : run.years()) {
      if (history.council().openOn(year.date().asAt())) {
        RowWriter rows = parts.rows(schema, "%04d-".formatted(year.year()));
        long visits =
            history.merged().visits().stream()
                .filter(visit -> run.date().counts(visit.start(), visit.published()))
                .filter(visit -> in(year, visit.start(), visit.published()))
                .count();
        for (Line line : run.reference().lines()) {
          rows.number(year.year());
          CommonColumns.council(history.council(), rows).text(line.key());
          write(history.line(scope, line), year, run.date(), visits, rows);
        }
      }
    }
  }

  /**
   * @param known what counts now: a report that was not out at the year's own reporting date tells
   *     later that the inspection was in the year
   */
  private static void write(
      LineHistory history, ReportingYear year, ReportingDate known, long visits, RowWriter rows) {
    Standing standing = history.at(year.date());
    LineEvent rated = standing.rated();
    rows.text(standing.status().key());
    if (rated == null) {
      rows.blanks(2);
    } else {
      Grade grade = history.line().scale().grade(rated.rank());
      rows.text(grade.key()).number(grade.rank());
    }
    long inspections =
        history.counting(known).stream()
            .filter(event -> event.kind() == LineEvent.Kind.RATED)
            .filter(event -> in(year, event.inspection().start(), event.inspection().published()))
            .count();
    rows.number(inspections)
        .number(visits)
        .decimal(yearsSince(rated, year.date()), DECIMALS)
        .endRow();
  }

  private static OptionalDouble yearsSince(@Nullable LineEvent rated, ReportingDate date) {
    OptionalLong days =
        rated == null
            ? OptionalLong.empty()
            : rated.inspection().published().daysTo(PartialDate.of(date.asAt()));
    return days.isPresent()
        ? OptionalDouble.of(Math.max(0, days.getAsLong()) / DAYS_A_YEAR)
        : OptionalDouble.empty();
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
