package org.gradeline.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.gradeline.reference.Council;
import org.gradeline.reference.Line;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.statistics.Share;
import org.gradeline.statistics.StandingTally;
import org.gradeline.statistics.StandingTally.Comparison;
import org.jspecify.annotations.Nullable;

/** How each council stands among its statistical neighbours. */
final class NeighboursTable implements TalliedTable<NeighboursTable.Row, StandingTally> {
  private final Table<Row> table;

  NeighboursTable(Reference reference) {
    List<Column<Row>> columns =
        new ArrayList<>(
            List.of(
                CommonColumns.AS_AT.of(Row::date),
                CommonColumns.LA_CODE.of(Row::council),
                CommonColumns.COUNCIL.of(Row::council),
                CommonColumns.LINE.of(Row::line),
                Column.textOrBlank(
                    "grade", Row::grade, "The council's own grade in force; blank without one."),
                Column.integer(
                    "neighbours",
                    row -> row.comparison().neighbours(),
                    "Its open statistical neighbours.",
                    "councils"),
                Column.integer(
                    "graded",
                    row -> row.comparison().graded(),
                    "How many of them have a grade in force.",
                    "councils")));
    columns.addAll(
        CommonColumns.perGrade(
            reference,
            (Row row) -> row.line().scale(),
            (row, grade) -> row.comparison().byGrade().get(grade.rank() - 1),
            "Neighbours at this grade."));
    columns.addAll(
        List.of(
            Column.percentOrBlank(
                "good_or_outstanding_percent",
                Row::passingPercent,
                "Neighbours whose grade passes, in percent of graded; blank if none."),
            Column.integerOrBlank(
                "better",
                row -> row.whereGraded(Comparison::better),
                "Neighbours with a better grade; blank when the council has none.",
                "councils"),
            Column.integerOrBlank(
                "same",
                row -> row.whereGraded(Comparison::same),
                "Neighbours with the same grade; blank when the council has none.",
                "councils"),
            Column.integerOrBlank(
                "worse",
                row -> row.whereGraded(Comparison::worse),
                "Neighbours with a worse grade; blank when the council has none.",
                "councils"),
            Column.integerOrBlank(
                "position",
                row -> row.whereGraded(Comparison::position),
                "The council's place among itself and its graded neighbours, 1 the best; ties share"
                    + " it.")));
    table =
        Table.<Row>of(
                "neighbours",
                "An open council on a line among its open statistical neighbours, at the run's"
                    + " as_at.",
                columns,
                "la_code",
                "line")
            .withCaveats(Caveats.NEIGHBOURS, Caveats.SCALES_NEVER_COMPARE);
  }

  /**
   * A council among its neighbours.
   *
   * @param date the run's reporting date
   * @param council the council
   * @param line the line
   * @param comparison how it compares
   */
  record Row(ReportingDate date, Council council, Line line, Comparison comparison) {
    @Nullable String grade() {
      return comparison.hasGrade() ? line.scale().grade(comparison.rank()).key() : null;
    }

    OptionalDouble passingPercent() {
      return comparison.graded() == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(
              Share.percent(comparison.atOrAbove(line.scale().passMark()), comparison.graded()));
    }

    OptionalLong whereGraded(ToLongFunction<Comparison> figure) {
      return comparison.hasGrade()
          ? OptionalLong.of(figure.applyAsLong(comparison))
          : OptionalLong.empty();
    }
  }

  @Override
  public Table<Row> table() {
    return table;
  }

  @Override
  public Class<StandingTally> counts() {
    return StandingTally.class;
  }

  @Override
  public StandingTally tally(RunView run) {
    return new StandingTally(run.reference(), run.date());
  }

  @Override
  public Stream<Row> rows(StandingTally tally, RunView run) {
    return run.reference()
        .countedOn(run.date().asAt())
        .flatMap(
            council ->
                run.reference().lines().stream()
                    .map(line -> new Row(run.date(), council, line, tally.compare(council, line))));
  }
}
