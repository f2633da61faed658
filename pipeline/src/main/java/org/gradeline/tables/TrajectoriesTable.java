package org.gradeline.tables;

import java.util.List;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Step;
import org.gradeline.reference.Line;

/** Each council's ratings along each line, each compared with the one before it. */
final class TrajectoriesTable implements CouncilTable {
  private final TableSchema schema =
      TableSchema.table(
          "trajectories",
          "A rating of a council on a line, compared with the one before it; what counts at the run's as_at.",
          List.of(
              CommonColumns.LA_CODE,
              CommonColumns.COUNCIL,
              CommonColumns.LINE,
              Column.integer("step", "The rating's number on the line, from 1.").filled(),
              CommonColumns.FRAMEWORK.filled(),
              Column.text("area", "The area that was judged.").filled(),
              CommonColumns.START_DATE,
              CommonColumns.PUBLISHED_DATE.filled(),
              Column.text("grade", "The grade.").filled(),
              Column.integer("grade_rank", "The grade's place in its scale, 1 being the best.")
                  .filled(),
              Column.text("previous_grade", "The grade before; blank at the first step."),
              Column.integer(
                  "change",
                  "Grades gained since the step before: positive is better, negative worse."),
              Column.oneOf(
                      "direction",
                      CommonColumns.DIRECTIONS,
                      "How it compares with the step before.")
                  .filled(),
              Column.integer(
                  "days_since_previous",
                  "Days between the two publications; blank unless both days are known."),
              Column.oneOf(
                  "comparable",
                  List.of("yes", "with_care"),
                  "yes when framework and definition of the area are as at the step before; blank at the first."),
              Column.integer(
                  "visits_since_previous",
                  "Visits after the publication before and up to this one; blank at the first step."),
              Column.partialDate(
                  "in_force_until",
                  "First day on which it was no longer in force; blank while it is.")),
          "la_code",
          "line",
          "step");

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public void write(CouncilHistory history, RunView run, TableParts parts) {
    RowWriter rows = parts.rows(schema);
    for (Line line : run.reference().lines()) {
      for (Step step : history.steps(run.reference().everyFramework(), line, run.date())) {
        write(history, line, step, rows);
      }
    }
  }

  private static void write(CouncilHistory history, Line line, Step step, RowWriter rows) {
    CommonColumns.council(history.council(), rows)
        .text(line.key())
        .number(step.number())
        .text(step.member().framework().key())
        .text(step.member().area().key())
        .date(step.inspection().start())
        .date(step.inspection().published())
        .text(step.grade().key())
        .number(step.grade().rank());
    Step previous = step.previous();
    if (previous == null) {
      rows.blanks(2).text(step.direction().key()).blanks(3);
    } else {
      rows.text(previous.grade().key())
          .number(step.change())
          .text(step.direction().key())
          .number(step.daysSincePrevious())
          .text(step.comparable() ? "yes" : "with_care")
          .number(step.visitsSincePrevious());
    }
    rows.date(step.inForceUntil()).endRow();
  }
}
