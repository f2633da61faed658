package org.gradeline.tables;

import java.util.List;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.statistics.KaplanMeier;
import org.gradeline.statistics.RecoveryTally;

/** How many have not yet recovered from the lowest grade, day by day. */
final class RecoveryTable implements NationalTable<RecoveryTally> {
  /** Decimals of an estimated share. */
  private static final int DECIMALS = 6;

  private final TableSchema schema =
      TableSchema.table(
          "recovery",
          "The Kaplan-Meier estimate of the share of councils that have not yet had a better rating, by days since the"
              + " publication of the first rating at the lowest grade.",
          List.of(
              CommonColumns.LINE,
              Column.text("from_grade", "The lowest grade of the line's scale.").filled(),
              Column.integer("day", "Days since the publication of the first rating at that grade.")
                  .filled(),
              Column.integer(
                      "at_risk", "Councils still watched, and not yet recovered, up to that day.")
                  .filled(),
              Column.integer("recovered", "Councils whose better rating came out on that day.")
                  .filled(),
              Column.integer(
                      "censored",
                      "Councils watched no longer: the line is no longer judged, the council closed, or as_at came.")
                  .filled(),
              Column.number("not_yet", "Estimated share that has not recovered, 0 to 1.").filled(),
              Column.number(
                  "lower",
                  "Lower 95 % limit (Greenwood's variance, log transformation); blank once all recovered."),
              Column.number(
                  "upper",
                  "Upper 95 % limit (Greenwood's variance, log transformation); blank once all recovered.")),
          "line",
          "from_grade",
          "day");

  @Override
  public TableSchema schema() {
    return schema;
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
  public void write(RecoveryTally tally, RunView run, RowWriter rows) {
    for (Line line : run.reference().lines()) {
      for (KaplanMeier.Point point : KaplanMeier.of(tally.exits(line)).points()) {
        rows.text(line.key())
            .text(lowest(line).key())
            .number(point.day())
            .number(point.atRisk())
            .number(point.recovered())
            .number(point.censored())
            .decimal(point.notYet(), DECIMALS)
            .decimal(point.lower(), DECIMALS)
            .decimal(point.upper(), DECIMALS)
            .endRow();
      }
    }
  }

  static Grade lowest(Line line) {
    return line.scale().grade(line.scale().grades().size());
  }
}
