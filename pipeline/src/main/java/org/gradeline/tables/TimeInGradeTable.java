package org.gradeline.tables;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Step;
import org.gradeline.reference.Council;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.statistics.Share;
import org.gradeline.statistics.TimeInGrade;

/** How long each council has been at each grade. */
final class TimeInGradeTable implements CouncilTable<TimeInGradeTable.Row> {
  private static final Table<Row> TABLE =
      Table.<Row>of(
              "time_in_grade",
              "How long a council has been at a grade it has had on a line: from publication until"
                  + " the rating was no longer in force, or the run's as_at.",
              List.of(
                  CommonColumns.LA_CODE.of(Row::council),
                  CommonColumns.COUNCIL.of(Row::council),
                  CommonColumns.LINE.of(Row::line),
                  Column.text("grade", row -> row.grade().key(), "The grade."),
                  Column.integer(
                      "spells",
                      row -> row.time().spells(row.grade()),
                      "How many unbroken spells it was at the grade.",
                      "spells"),
                  Column.integerOrBlank(
                      "days",
                      row -> row.time().days(row.grade()),
                      "Days at the grade; blank unless all its days are known.",
                      "days"),
                  Column.percentOrBlank(
                      "percent_of_time",
                      Row::percentOfTime,
                      "days in percent of the days with any grade on the line; blank unless all"
                          + " these are known.")),
              "la_code",
              "line",
              "grade")
          .withCaveats(Caveats.DIFFERENT_TESTS, Caveats.DAYS_UNKNOWN);

  /**
   * A council at a grade.
   *
   * @param council the council
   * @param line the line
   * @param grade the grade
   * @param time how long it was at each grade
   */
  record Row(Council council, Line line, Grade grade, TimeInGrade time) {
    OptionalDouble percentOfTime() {
      OptionalLong days = time.days(grade);
      OptionalLong total = time.totalDays();
      return days.isPresent() && total.isPresent() && total.getAsLong() > 0
          ? OptionalDouble.of(Share.percent(days.getAsLong(), total.getAsLong()))
          : OptionalDouble.empty();
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public void rows(CouncilHistory history, RunView run, Consumer<? super Row> rows) {
    for (Line line : run.reference().lines()) {
      List<Step> steps = history.steps(run.reference().everyFramework(), line, run.date());
      List<Grade> grades = line.scale().grades();
      TimeInGrade time = TimeInGrade.of(steps, grades.size(), run.date().asAt());
      for (Grade grade : grades) {
        if (time.spells(grade) > 0) {
          rows.accept(new Row(history.council(), line, grade, time));
        }
      }
    }
  }
}
