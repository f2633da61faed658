package org.gradeline.tables;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradeline.histories.Direction;
import org.gradeline.reference.Line;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scope;
import org.gradeline.statistics.ChangeTally;
import org.gradeline.statistics.ChangeTally.Cell;
import org.gradeline.statistics.YearType;

/** What the inspections of each year changed. */
final class ChangesTable implements TalliedTable<ChangesTable.Row, ChangeTally> {
  private static final Table<Row> TABLE =
      Table.<Row>of(
              "changes",
              "Ratings by the year in which the inspection started (or was published, where the"
                  + " start is unknown), each compared with the council's previous rating in the"
                  + " scope.",
              List.of(
                  Column.oneOf(
                      "year_type",
                      List.of("academic", "calendar", "financial"),
                      row -> row.yearType().key(),
                      "academic: from September; calendar: from January; financial: from April."),
                  Column.text(
                      "year",
                      row -> row.yearType().label(row.year()),
                      "The year; 2018-19 for a split one."),
                  CommonColumns.SCOPE.of(Row::scope),
                  CommonColumns.LINE.of(Row::line),
                  Column.integer(
                      "inspections",
                      Row::inspections,
                      "Inspections that gave the line a grade.",
                      "inspections"),
                  Column.integer(
                      "improved",
                      row -> row.ratings(Direction.IMPROVED),
                      "Those that gave a better grade than before.",
                      "inspections"),
                  Column.integer(
                      "same",
                      row -> row.ratings(Direction.SAME),
                      "Those that gave the same grade as before.",
                      "inspections"),
                  Column.integer(
                      "declined",
                      row -> row.ratings(Direction.DECLINED),
                      "Those that gave a worse grade than before.",
                      "inspections"),
                  Column.integer(
                      "first",
                      row -> row.ratings(Direction.FIRST),
                      "Those that gave the council its first grade.",
                      "inspections")),
              "year_type",
              "year",
              "scope",
              "line")
          .withCaveats(Caveats.DIFFERENT_TESTS, Caveats.LAST_YEARS_INCOMPLETE);

  /**
   * The ratings of a year.
   *
   * @param yearType the kind of year
   * @param year the calendar year in which it begins
   * @param scope which frameworks count
   * @param line the line
   * @param byDirection ratings by direction
   */
  record Row(
      YearType yearType, int year, Scope scope, Line line, Map<Direction, Long> byDirection) {
    private static final Comparator<Row> IN_COLUMN_ORDER =
        Comparator.comparing((Row row) -> row.yearType().key())
            .thenComparingInt(Row::year)
            .thenComparing(row -> row.scope().key())
            .thenComparingInt(row -> row.line().position());

    static Row of(Cell cell, Map<Direction, Long> byDirection, Reference reference) {
      return new Row(
          cell.yearType(),
          cell.year(),
          reference.scopes().get(cell.scope()),
          reference.lines().get(cell.line()),
          byDirection);
    }

    long inspections() {
      return byDirection.values().stream().mapToLong(Long::longValue).sum();
    }

    long ratings(Direction direction) {
      return byDirection.getOrDefault(direction, 0L);
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public Class<ChangeTally> counts() {
    return ChangeTally.class;
  }

  @Override
  public ChangeTally tally(RunView run) {
    return new ChangeTally(run.reference(), run.date());
  }

  @Override
  public Stream<Row> rows(ChangeTally tally, RunView run) {
    return tally.ratings().entrySet().stream()
        .map(entry -> Row.of(entry.getKey(), entry.getValue(), run.reference()))
        .sorted(Row.IN_COLUMN_ORDER);
  }
}
