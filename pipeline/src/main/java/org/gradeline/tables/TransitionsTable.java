package org.gradeline.tables;

import java.util.List;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.Scope;
import org.gradeline.statistics.Share;
import org.gradeline.statistics.TransitionTally;

/** Which grade followed which. */
final class TransitionsTable implements NationalTable<TransitionTally> {
  private final TableSchema schema =
      TableSchema.table(
          "transitions",
          "How often a rating of one grade was followed by one of another: two consecutive ratings of a council on a"
              + " line within the scope.",
          List.of(
              CommonColumns.SCOPE,
              CommonColumns.LINE,
              Column.text("from_grade", "The grade before.").filled(),
              Column.text("to_grade", "The grade that followed.").filled(),
              Column.integer("transitions", "How often it followed.").filled(),
              Column.integer("from_total", "How often any grade followed the one before.").filled(),
              Column.percent("percent", "transitions in percent of from_total.").filled(),
              Column.percent("percent_lower", "Lower limit of the 95 % Wilson score interval.")
                  .filled(),
              Column.percent("percent_upper", "Upper limit of the 95 % Wilson score interval.")
                  .filled(),
              Column.number(
                  "median_days",
                  "Median days between the two publications, of the pairs whose days are known.")),
          "scope",
          "line",
          "from_grade",
          "to_grade");

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public Class<TransitionTally> counts() {
    return TransitionTally.class;
  }

  @Override
  public TransitionTally tally(RunView run) {
    return new TransitionTally(run.reference(), run.date());
  }

  @Override
  public void write(TransitionTally tally, RunView run, RowWriter rows) {
    for (Scope scope : run.scopes()) {
      for (Line line : run.reference().lines()) {
        for (Grade from : line.scale().grades()) {
          write(tally, scope, line, from, rows);
        }
      }
    }
  }

  private static void write(
      TransitionTally tally, Scope scope, Line line, Grade from, RowWriter rows) {
    List<Grade> grades = line.scale().grades();
    long total =
        grades.stream()
            .mapToLong(to -> tally.transitions(scope, line, from.rank(), to.rank()))
            .sum();
    if (total == 0) {
      return;
    }
    for (Grade to : grades) {
      long count = tally.transitions(scope, line, from.rank(), to.rank());
      rows.text(scope.key())
          .text(line.key())
          .text(from.key())
          .text(to.key())
          .number(count)
          .number(total);
      rows.share(Share.of(count, total))
          .decimal(tally.medianDays(scope, line, from.rank(), to.rank()), 1)
          .endRow();
    }
  }
}
