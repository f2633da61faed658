package org.gradeline.tables;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gradeline.histories.Direction;
import org.gradeline.reference.Reference;
import org.gradeline.statistics.ChangeTally;
import org.gradeline.statistics.ChangeTally.Cell;
import org.gradeline.statistics.YearType;

/** What the inspections of each year changed. */
final class ChangesTable implements NationalTable<ChangeTally> {
  private final TableSchema schema =
      TableSchema.table(
          "changes",
          "Ratings by the year in which the inspection started (or was published, where the start is unknown), each"
              + " compared with the council's previous rating in the scope.",
          List.of(
              Column.oneOf(
                      "year_type",
                      List.of("academic", "calendar", "financial"),
                      "academic: from September; calendar: from January; financial: from April.")
                  .filled(),
              Column.text("year", "The year; 2018-19 for a split one.").filled(),
              CommonColumns.SCOPE,
              CommonColumns.LINE,
              Column.integer("inspections", "Inspections that gave the line a grade.").filled(),
              Column.integer("improved", "Those that gave a better grade than before.").filled(),
              Column.integer("same", "Those that gave the same grade as before.").filled(),
              Column.integer("declined", "Those that gave a worse grade than before.").filled(),
              Column.integer("first", "Those that gave the council its first grade.").filled()),
          "year_type",
          "year",
          "scope",
          "line");

  @Override
  public TableSchema schema() {
    return schema;
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
  public void write(ChangeTally tally, RunView run, RowWriter rows) {
    Reference reference = run.reference();
    tally.ratings().entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<Cell, Map<Direction, Long>> entry) ->
                        entry.getKey().yearType().key())
                .thenComparingInt(entry -> entry.getKey().year())
                .thenComparing(entry -> reference.scopes().get(entry.getKey().scope()).key())
                .thenComparingInt(entry -> entry.getKey().line()))
        .forEach(entry -> write(entry.getKey(), entry.getValue(), reference, rows));
  }

  private static void write(
      Cell cell, Map<Direction, Long> counts, Reference reference, RowWriter rows) {
    YearType yearType = cell.yearType();
    rows.text(yearType.key())
        .text(yearType.label(cell.year()))
        .text(reference.scopes().get(cell.scope()).key())
        .text(reference.lines().get(cell.line()).key())
        .number(counts.values().stream().mapToLong(Long::longValue).sum());
    for (Direction direction :
        List.of(Direction.IMPROVED, Direction.SAME, Direction.DECLINED, Direction.FIRST)) {
      rows.number(counts.getOrDefault(direction, 0L));
    }
    rows.endRow();
  }
}
