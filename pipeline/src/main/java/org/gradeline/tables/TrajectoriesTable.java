package org.gradeline.tables;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Step;
import org.gradeline.reference.Council;
import org.gradeline.reference.Line;
import org.jspecify.annotations.Nullable;

/** Each council's ratings along each line, each compared with the one before it. */
final class TrajectoriesTable implements CouncilTable<TrajectoriesTable.Row> {
  private static final Table<Row> TABLE =
      Table.<Row>of(
              "trajectories",
              "A rating of a council on a line, compared with the one before it; what counts at the"
                  + " run's as_at.",
              List.of(
                  CommonColumns.LA_CODE.of(Row::council),
                  CommonColumns.COUNCIL.of(Row::council),
                  CommonColumns.LINE.of(Row::line),
                  Column.integer(
                      "step",
                      row -> row.step().number(),
                      "The rating's number on the line, from 1."),
                  CommonColumns.FRAMEWORK.of(row -> row.step().member().framework()),
                  Column.text(
                      "area", row -> row.step().member().area().key(), "The area that was judged."),
                  CommonColumns.startDate(row -> row.step().inspection().start()),
                  CommonColumns.publishedDate(row -> row.step().inspection().published()),
                  Column.text("grade", row -> row.step().grade().key(), "The grade."),
                  Column.integer(
                      "grade_rank",
                      row -> row.step().grade().rank(),
                      "The grade's place in its scale, 1 being the best."),
                  Column.textOrBlank(
                      "previous_grade",
                      Row::previousGrade,
                      "The grade before; blank at the first step."),
                  Column.integerOrBlank(
                      "change",
                      row -> row.sinceBefore(Step::change),
                      "Grades gained since the step before: positive is better, negative worse.",
                      "grades"),
                  CommonColumns.direction(
                      "direction",
                      row -> row.step().direction(),
                      "How it compares with the step before."),
                  Column.integerOrBlank(
                      "days_since_previous",
                      row -> row.step().daysSincePrevious(),
                      "Days between the two publications; blank unless both days are known.",
                      "days"),
                  Column.oneOfOrBlank(
                      "comparable",
                      List.of("yes", "with_care"),
                      Row::comparable,
                      "yes when framework and definition of the area are as at the step before;"
                          + " blank at the first."),
                  Column.integerOrBlank(
                      "visits_since_previous",
                      row -> row.step().visitsSincePrevious(),
                      "Visits after the publication before and up to this one; blank at the first"
                          + " step, and where it is not known that these are all the visits.",
                      "visits"),
                  Column.partialDateOrBlank(
                      "in_force_until",
                      row -> row.step().inForceUntil(),
                      "First day on which it was no longer in force; blank while it is.")),
              "la_code",
              "line",
              "step")
          .withCaveats(
              Caveats.DIFFERENT_TESTS,
              Caveats.AREAS_COME_AND_GO,
              Caveats.KNOWN_VISITS,
              Caveats.DAYS_UNKNOWN,
              Caveats.RANKS);

  /**
   * A rating on a line.
   *
   * @param council the council
   * @param line the line
   * @param step the rating
   */
  record Row(Council council, Line line, Step step) {
    @Nullable String previousGrade() {
      return step.previous() == null ? null : step.previous().grade().key();
    }

    OptionalLong sinceBefore(ToLongFunction<Step> figure) {
      return step.previous() == null
          ? OptionalLong.empty()
          : OptionalLong.of(figure.applyAsLong(step));
    }

    @Nullable String comparable() {
      if (step.previous() == null) {
        return null;
      }
      return step.comparable() ? "yes" : "with_care";
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public void rows(CouncilHistory history, RunView run, Consumer<? super Row> rows) {
    for (Line line : run.reference().lines()) {
      for (Step step : history.steps(run.reference().everyFramework(), line, run.date())) {
        rows.accept(new Row(history.council(), line, step));
      }
    }
  }
}
