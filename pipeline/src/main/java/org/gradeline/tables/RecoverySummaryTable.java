package org.gradeline.tables;

import java.util.List;
import org.gradeline.reference.Line;
import org.gradeline.statistics.KaplanMeier;
import org.gradeline.statistics.KaplanMeier.Exits;
import org.gradeline.statistics.RecoveryTally;

/** How long recovery from the lowest grade takes. */
final class RecoverySummaryTable implements NationalTable<RecoveryTally> {
  private static final double QUARTER = 0.25;
  private static final double HALF = 0.5;
  private static final double THREE_QUARTERS = 0.75;

  private final TableSchema schema =
      TableSchema.table(
          "recovery_summary",
          "How long recovery from the lowest grade takes, by the Kaplan-Meier estimate.",
          List.of(
              CommonColumns.LINE,
              Column.text("from_grade", "The lowest grade of the line's scale.").filled(),
              Column.integer("spells", "Spells at that grade whose days are known.").filled(),
              Column.integer("recovered", "Spells that a better rating ended.").filled(),
              Column.integer("censored", "Spells that were watched no longer before that.")
                  .filled(),
              Column.number(
                  "median_days", "Days by which half have recovered; blank when not reached."),
              Column.number(
                  "median_lower", "Lower 95 % limit of the median; blank when not reached."),
              Column.number(
                  "median_upper", "Upper 95 % limit of the median; blank when not reached."),
              Column.number(
                  "quartile_1_days",
                  "Days by which a quarter have recovered; blank when not reached."),
              Column.number(
                  "quartile_3_days",
                  "Days by which three quarters have recovered; blank when not reached.")),
          "line",
          "from_grade");

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
      Exits all = tally.exits(line).values().stream().reduce(new Exits(0, 0), Exits::plus);
      if (all.recovered() + all.censored() > 0) {
        KaplanMeier estimate = KaplanMeier.of(tally.exits(line));
        rows.text(line.key())
            .text(RecoveryTable.lowest(line).key())
            .number(all.recovered() + all.censored())
            .number(all.recovered())
            .number(all.censored())
            .decimal(estimate.quantile(HALF), 1)
            .decimal(estimate.quantileLower(HALF), 1)
            .decimal(estimate.quantileUpper(HALF), 1)
            .decimal(estimate.quantile(QUARTER), 1)
            .decimal(estimate.quantile(THREE_QUARTERS), 1)
            .endRow();
      }
    }
  }
}
