package org.gradeline.tables;

import java.util.List;
import java.util.stream.Stream;
import org.gradeline.reference.Line;
import org.gradeline.statistics.KaplanMeier;
import org.gradeline.statistics.KaplanMeier.Point;
import org.gradeline.statistics.RecoveryTally;

/** How many have not yet recovered from the lowest grade, day by day. */
final class RecoveryTable implements TalliedTable<RecoveryTable.Row, RecoveryTally> {
  /** Decimals of an estimated share. */
  private static final int DECIMALS = 6;

  private static final Table<Row> TABLE =
      Table.<Row>of(
              "recovery",
              "The Kaplan-Meier estimate of the share of councils that have not yet had a better"
                  + " rating, by days since the publication of the first rating at the lowest"
                  + " grade.",
              List.of(
                  CommonColumns.LINE.of(Row::line),
                  Column.text(
                      "from_grade",
                      row -> row.line().scale().lowest().key(),
                      "The lowest grade of the line's scale."),
                  Column.integer(
                      "day",
                      row -> row.point().day(),
                      "Days since the publication of the first rating at that grade.",
                      "days"),
                  Column.integer(
                      "at_risk",
                      row -> row.point().atRisk(),
                      "Councils still watched, and not yet recovered, up to that day.",
                      "spells"),
                  Column.integer(
                      "recovered",
                      row -> row.point().recovered(),
                      "Councils whose better rating came out on that day.",
                      "spells"),
                  Column.integer(
                      "censored",
                      row -> row.point().censored(),
                      "Councils watched no longer: the line is no longer judged, the council"
                          + " closed, or as_at came.",
                      "spells"),
                  Column.number(
                      "not_yet",
                      DECIMALS,
                      row -> row.point().notYet(),
                      "Estimated share that has not recovered, 0 to 1.",
                      "share"),
                  Column.numberOrBlank(
                      "lower",
                      DECIMALS,
                      row -> row.point().lower(),
                      "Lower 95 % limit (Greenwood's variance, log transformation); blank once all"
                          + " recovered.",
                      "share"),
                  Column.numberOrBlank(
                      "upper",
                      DECIMALS,
                      row -> row.point().upper(),
                      "Upper 95 % limit (Greenwood's variance, log transformation); blank once all"
                          + " recovered.",
                      "share")),
              "line",
              "from_grade",
              "day")
          .withCaveats(Caveats.ANY_BETTER_GRADE, Caveats.DIFFERENT_TESTS);

  /**
   * The estimate of a line on a day.
   *
   * @param line the line
   * @param point the estimate
   */
  record Row(Line line, Point point) {}

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
        .flatMap(
            line ->
                KaplanMeier.of(tally.exits(line)).points().stream()
                    .map(point -> new Row(line, point)));
  }
}
