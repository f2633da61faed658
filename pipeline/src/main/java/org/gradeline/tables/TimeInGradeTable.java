package org.gradeline.tables;

import java.util.List;
import java.util.OptionalLong;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Step;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.statistics.Share;
import org.gradeline.statistics.TimeInGrade;

/** How long each council has been at each grade. */
final class TimeInGradeTable implements CouncilTable {
  private final TableSchema schema =
      TableSchema.table(
          "time_in_grade",
          "How long a council has been at a grade it has had on a line: from publication until the rating was no"
              + " longer in force, or the run's as_at.",
          List.of(
              CommonColumns.LA_CODE,
              CommonColumns.COUNCIL,
              CommonColumns.LINE,
              Column.text("grade", "The grade.").filled(),
              Column.integer("spells", "How many unbroken spells it was at the grade.").filled(),
              Column.integer("days", "Days at the grade; blank unless all its days are known."),
              Column.percent(
                  "percent_of_time",
                  "days in percent of the days with any grade on the line; blank unless all these are known.")),
          "la_code",
          "line",
          "grade");

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public void write(CouncilHistory history, RunView run, TableParts parts) {
    RowWriter rows = parts.rows(schema);
    for (Line line : run.reference().lines()) {
      List<Step> steps = history.steps(run.reference().everyFramework(), line, run.date());
      TimeInGrade time = TimeInGrade.of(steps, line.scale().grades().size(), run.date().asAt());
      OptionalLong total = time.totalDays();
      for (Grade grade : line.scale().grades()) {
        if (time.spells(grade) > 0) {
          OptionalLong days = time.days(grade);
          CommonColumns.council(history.council(), rows)
              .text(line.key())
              .text(grade.key())
              .number(time.spells(grade))
              .number(days);
          boolean known = days.isPresent() && total.isPresent() && total.getAsLong() > 0;
          (known ? rows.percent(Share.percent(days.getAsLong(), total.getAsLong())) : rows.blank())
              .endRow();
        }
      }
    }
  }
}
