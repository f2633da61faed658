package org.gradeline.tables;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.Scope;
import org.gradeline.statistics.Share;
import org.gradeline.statistics.TransitionTally;

/** Which grade followed which. */
final class TransitionsTable implements TalliedTable<TransitionsTable.Row, TransitionTally> {
  private static final Table<Row> TABLE =
      Table.<Row>of(
              "transitions",
              "How often a rating of one grade was followed by one of another: two consecutive"
                  + " ratings of a council on a line within the scope.",
              List.of(
                  CommonColumns.SCOPE.of(Row::scope),
                  CommonColumns.LINE.of(Row::line),
                  Column.text("from_grade", row -> row.from().key(), "The grade before."),
                  Column.text("to_grade", row -> row.to().key(), "The grade that followed."),
                  Column.integer(
                      "transitions", Row::transitions, "How often it followed.", "transitions"),
                  Column.integer(
                      "from_total",
                      Row::total,
                      "How often any grade followed the one before.",
                      "transitions"),
                  Column.percent(
                      "percent",
                      row -> row.share().percent(),
                      "transitions in percent of from_total."),
                  CommonColumns.PERCENT_LOWER.of(Row::share),
                  CommonColumns.PERCENT_UPPER.of(Row::share),
                  Column.numberOrBlank(
                      "median_days",
                      1,
                      Row::medianDays,
                      "Median days between the two publications, of the pairs whose days are"
                          + " known.",
                      "days")),
              "scope",
              "line",
              "from_grade",
              "to_grade")
          .withCaveats(Caveats.DIFFERENT_TESTS, Caveats.INSPECTED_AGAIN_ALONE, Caveats.SMALL_BASES);

  /**
   * One grade followed by another.
   *
   * @param scope which frameworks count
   * @param line the line
   * @param from the grade before
   * @param to the grade that followed
   * @param transitions how often it followed
   * @param total how often any grade followed
   * @param share the one in the other
   * @param medianDays median days between the two
   */
  record Row(
      Scope scope,
      Line line,
      Grade from,
      Grade to,
      long transitions,
      long total,
      Share share,
      OptionalDouble medianDays) {}

  @Override
  public Table<Row> table() {
    return TABLE;
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
  public Stream<Row> rows(TransitionTally tally, RunView run) {
    return run.scopes().stream()
        .flatMap(
            scope ->
                run.reference().lines().stream()
                    .flatMap(
                        line ->
                            line.scale().grades().stream()
                                .flatMap(from -> rows(tally, scope, line, from))));
  }

  private static Stream<Row> rows(TransitionTally tally, Scope scope, Line line, Grade from) {
    List<Grade> grades = line.scale().grades();
    long total =
        grades.stream()
            .mapToLong(to -> tally.transitions(scope, line, from.rank(), to.rank()))
            .sum();
    if (total == 0) {
      return Stream.empty();
    }
    return grades.stream()
        .map(
            to -> {
              long count = tally.transitions(scope, line, from.rank(), to.rank());
              return new Row(
                  scope,
                  line,
                  from,
                  to,
                  count,
                  total,
                  Share.of(count, total),
                  tally.medianDays(scope, line, from.rank(), to.rank()));
            });
  }
}
