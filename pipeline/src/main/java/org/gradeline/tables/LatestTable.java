package org.gradeline.tables;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Direction;
import org.gradeline.histories.Status;
import org.gradeline.histories.Step;
import org.gradeline.reference.Council;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scope;
import org.jspecify.annotations.Nullable;

/** Where every open council stands on every line at the run's reporting date. */
final class LatestTable implements CouncilTable<LatestTable.Row> {
  private static final Comparator<Grade> BEST_FIRST = Comparator.comparingInt(Grade::rank);

  private static final Table<Row> TABLE =
      Table.<Row>of(
              "latest",
              "Where an open council stands on a line at the run's as_at.",
              List.of(
                  CommonColumns.AS_AT.of(Row::date),
                  CommonColumns.LA_CODE.of(Row::council),
                  Column.textOrBlank(
                      "gss_code",
                      row -> row.council().codeOn(row.date().asAt()),
                      "The council's nine-character code on that day."),
                  CommonColumns.COUNCIL.of(Row::council),
                  Column.textOrBlank(
                      "council_type",
                      row -> row.group(Geography.COUNCIL_TYPE),
                      "The kind of council on that day."),
                  Column.textOrBlank(
                      "region",
                      row -> row.group(Geography.REGION),
                      "The region it is in on that day."),
                  CommonColumns.LINE.of(Row::line),
                  CommonColumns.STATUS.of(Row::status),
                  Column.textOrBlank(
                      "grade",
                      row -> row.inForce(step -> step.grade().key()),
                      "The grade in force; blank unless graded."),
                  Column.integerOrBlank(
                      "grade_rank", Row::gradeRank, "Its place in its scale, 1 being the best."),
                  Column.textOrBlank(
                      "framework",
                      row -> row.inForce(step -> step.member().framework().key()),
                      "The framework of the rating in force."),
                  CommonColumns.startDate(row -> row.inForce(step -> step.inspection().start())),
                  CommonColumns.publishedDateOrBlank(
                      row -> row.inForce(step -> step.inspection().published())),
                  Column.integerOrBlank(
                      "days_in_force",
                      Row::daysInForce,
                      "Days from publication to as_at, 0 when it came out later; blank unless the"
                          + " day is known.",
                      "days"),
                  CommonColumns.gradeSince(row -> row.inForce(Step::gradeSince)),
                  Column.integerOrBlank(
                      "days_at_grade",
                      Row::daysAtGrade,
                      "Days from grade_since to as_at, 0 when it came out later; blank unless the"
                          + " day is known.",
                      "days"),
                  CommonColumns.report(row -> row.inForce(step -> step.inspection().report())),
                  Column.textOrBlank(
                      "previous_grade",
                      row -> row.inForce(Row::previousGrade),
                      "The grade before the one in force."),
                  CommonColumns.directionOrBlank(
                      "direction",
                      row -> row.inForce(Step::direction),
                      "How the grade in force compares with the one before."),
                  Column.textOrBlank(
                      "first_grade",
                      row -> row.steps().isEmpty() ? null : row.steps().get(0).grade().key(),
                      "The first grade on the line."),
                  CommonColumns.directionOrBlank(
                      "direction_since_first",
                      Row::directionSinceFirst,
                      "How the grade in force compares with the first; first when it is the"
                          + " first."),
                  Column.integer(
                      "ratings",
                      row -> row.steps().size(),
                      "How many ratings the council has had on the line.",
                      "ratings"),
                  Column.textOrBlank(
                      "best_grade",
                      row -> row.grades().min(BEST_FIRST).map(Grade::key).orElse(null),
                      "The best grade it has had."),
                  Column.textOrBlank(
                      "worst_grade",
                      row -> row.grades().max(BEST_FIRST).map(Grade::key).orElse(null),
                      "The worst grade it has had."),
                  Column.textOrBlank(
                      "history",
                      row -> row.grades().map(Grade::key).collect(Collectors.joining(" > ")),
                      "All its grades in order, joined by ' > '.")),
              "la_code",
              "line")
          .withCaveats(
              Caveats.DIFFERENT_TESTS,
              Caveats.SCALES_NEVER_COMPARE,
              Caveats.AREAS_COME_AND_GO,
              Caveats.CLOSED_COUNCILS,
              Caveats.DAYS_UNKNOWN,
              Caveats.RANKS);

  /**
   * A council on a line.
   *
   * @param date the run's reporting date
   * @param council the council
   * @param line the line
   * @param status how it stands
   * @param steps all its ratings, in order
   */
  record Row(ReportingDate date, Council council, Line line, Status status, List<Step> steps) {

    /** What is read from the rating in force; null unless graded. */
    <V> @Nullable V inForce(Function<Step, @Nullable V> value) {
      return status == Status.GRADED ? value.apply(steps.get(steps.size() - 1)) : null;
    }

    OptionalLong gradeRank() {
      Integer rank = inForce(step -> step.grade().rank());
      return rank == null ? OptionalLong.empty() : OptionalLong.of(rank);
    }

    /**
     * A report that was not out yet on the day of as_at, and counts, has been in force for no day.
     */
    OptionalLong daysInForce() {
      return daysSince(inForce(step -> step.inspection().published()));
    }

    OptionalLong daysAtGrade() {
      return daysSince(inForce(Step::gradeSince));
    }

    String group(String grouping) {
      return council.geography(grouping, date.asAt());
    }

    private OptionalLong daysSince(@Nullable PartialDate day) {
      OptionalLong days =
          day == null ? OptionalLong.empty() : day.daysTo(PartialDate.of(date.asAt()));
      return days.isPresent() ? OptionalLong.of(Math.max(0, days.getAsLong())) : days;
    }

    static @Nullable String previousGrade(Step step) {
      return step.previous() == null ? null : step.previous().grade().key();
    }

    @Nullable Direction directionSinceFirst() {
      return inForce(
          last ->
              steps.size() == 1
                  ? Direction.FIRST
                  : Direction.between(steps.get(0).grade().rank(), last.grade().rank()));
    }

    Stream<Grade> grades() {
      return steps.stream().map(Step::grade);
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public void rows(CouncilHistory history, RunView run, Consumer<? super Row> rows) {
    if (!history.council().openOn(run.date().asAt())) {
      return;
    }
    Scope scope = run.reference().everyFramework();
    for (Line line : run.reference().lines()) {
      rows.accept(
          new Row(
              run.date(),
              history.council(),
              line,
              history.line(scope, line).at(run.date()).status(),
              history.steps(scope, line, run.date())));
    }
  }
}
