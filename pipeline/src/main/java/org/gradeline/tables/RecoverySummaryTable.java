package org.gradeline.tables;

import java.util.List;
import java.util.stream.Stream;
import org.gradeline.reference.Line;
import org.gradeline.statistics.KaplanMeier;
import org.gradeline.statistics.KaplanMeier.Exits;
import org.gradeline.statistics.RecoveryTally;

/** How long recovery from the lowest grade takes. */
final class RecoverySummaryTable implements TalliedTable<RecoverySummaryTable.Row, RecoveryTally> {
  private static final double QUARTER = 0.25;
  private static final double HALF = 0.5;
  private static final double THREE_QUARTERS = 0.75;

  private static final Table<Row> TABLE =
      Table.<Row>of(
              "recovery_summary",
              "How long recovery from the lowest grade takes, by the Kaplan-Meier estimate.",
              List.of(
                  CommonColumns.LINE.of(Row::line),
                  Column.text(
                      "from_grade",
                      row -> row.line().scale().lowest().key(),
                      "The lowest grade of the line's scale."),
                  Column.integer(
                      "spells",
                      row -> row.exits().total(),
                      "Spells at that grade whose days are known.",
                      "spells"),
                  Column.integer(
                      "recovered",
                      row -> row.exits().recovered(),
                      "Spells that a better rating ended.",
                      "spells"),
                  Column.integer(
                      "censored",
                      row -> row.exits().censored(),
                      "Spells that were watched no longer before that.",
                      "spells"),
                  Column.numberOrBlank(
                      "median_days",
                      1,
                      row -> row.estimate().quantile(HALF),
                      "Days by which half have recovered; blank when not reached.",
                      "days"),
                  Column.numberOrBlank(
                      "median_lower",
                      1,
                      row -> row.estimate().quantileLower(HALF),
                      "Lower 95 % limit of the median; blank when not reached.",
                      "days"),
                  Column.numberOrBlank(
                      "median_upper",
                      1,
                      row -> row.estimate().quantileUpper(HALF),
                      "Upper 95 % limit of the median; blank when not reached.",
                      "days"),
                  Column.numberOrBlank(
                      "quartile_1_days",
                      1,
                      row -> row.estimate().quantile(QUARTER),
                      "Days by which a quarter have recovered; blank when not reached.",
                      "days"),
                  Column.numberOrBlank(
                      "quartile_3_days",
                      1,
                      row -> row.estimate().quantile(THREE_QUARTERS),
                      "Days by which three quarters have recovered; blank when not reached.",
                      "days")),
              "line",
              "from_grade")
          .withCaveats(Caveats.ANY_BETTER_GRADE, Caveats.DIFFERENT_TESTS);

  /**
   * The spells at the lowest grade of a line.
   *
   * @param line the line
   * @param exits how they ended
   * @param estimate how long they took
   */
  record Row(Line line, Exits exits, KaplanMeier estimate) {}

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public Class<RecoveryTally> counts() {
    return RecoveryTally.class;
  }

  @Override
  public RecoveryTally tally(RunView run) {
    return new RecoveryTally(run.reference(), run.date());
  }

  @Override
  public Stream<Row> rows(RecoveryTally tally, RunView run) {
    return run.reference().lines().stream()
        .map(
            line ->
                new Row(
                    line,
                    tally.exits(line).values().stream().reduce(Exits.NONE, Exits::plus),
                    KaplanMeier.of(tally.exits(line))))
        .filter(row -> row.exits().total() > 0);
  }
}
