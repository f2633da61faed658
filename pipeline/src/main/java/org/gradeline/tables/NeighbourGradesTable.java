package org.gradeline.tables;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradeline.reference.Council;
import org.gradeline.reference.Line;
import org.gradeline.reference.ReportingDate;
import org.gradeline.statistics.StandingTally;
import org.gradeline.statistics.StandingTally.InForce;
import org.jspecify.annotations.Nullable;

/** The grade of each statistical neighbour beside a council's own. */
final class NeighbourGradesTable implements TalliedTable<NeighbourGradesTable.Row, StandingTally> {
  private static final Table<Row> TABLE =
      Table.<Row>of(
              "neighbour_grades",
              "An open statistical neighbour of an open council, with its grade on a line at the"
                  + " run's as_at.",
              List.of(
                  CommonColumns.AS_AT.of(Row::date),
                  CommonColumns.LA_CODE.of(Row::council),
                  CommonColumns.COUNCIL.of(Row::council),
                  CommonColumns.LINE.of(Row::line),
                  Column.integer(
                      "neighbour_position",
                      Row::position,
                      "The neighbour's place among the council's neighbours that are open, 1 being"
                          + " the closest."),
                  Column.text(
                      "neighbour_la_code",
                      row -> row.neighbour().laCode(),
                      "The neighbour's local authority code."),
                  Column.text("neighbour", row -> row.neighbour().name(), "The neighbour's name."),
                  Column.textOrBlank(
                      "grade",
                      row ->
                          row.theirs() == null
                              ? null
                              : row.line().scale().grade(row.theirs().rank()).key(),
                      "The neighbour's grade in force; blank without one."),
                  Column.integerOrBlank(
                      "grade_rank",
                      row ->
                          row.theirs() == null
                              ? OptionalLong.empty()
                              : OptionalLong.of(row.theirs().rank()),
                      "Its place in its scale, 1 being the best."),
                  CommonColumns.gradeSince(
                      row -> row.theirs() == null ? null : row.theirs().since()),
                  CommonColumns.publishedDateOrBlank(
                      row -> row.theirs() == null ? null : row.theirs().published()),
                  Column.oneOfOrBlank(
                      "compared",
                      List.of("better", "same", "worse"),
                      Row::compared,
                      "How the neighbour's grade compares with the council's own; blank where"
                          + " either has none.")),
              "la_code",
              "line",
              "neighbour_position")
          .withCaveats(Caveats.NEIGHBOURS, Caveats.SCALES_NEVER_COMPARE, Caveats.RANKS);

  /**
   * A neighbour of a council.
   *
   * @param date the run's reporting date
   * @param council the council
   * @param line the line
   * @param position the neighbour's place, from 1
   * @param neighbour the neighbour
   * @param own the council's rating in force; null without one
   * @param theirs the neighbour's rating in force; null without one
   */
  record Row(
      ReportingDate date,
      Council council,
      Line line,
      int position,
      Council neighbour,
      @Nullable InForce own,
      @Nullable InForce theirs) {
    @Nullable String compared() {
      if (own == null || theirs == null) {
        return null;
      }
      int difference = Integer.compare(theirs.rank(), own.rank());
      return difference == 0 ? "same" : difference < 0 ? "better" : "worse";
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
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
                run.reference().lines().stream().flatMap(line -> rows(council, line, tally, run)));
  }

  private static Stream<Row> rows(Council council, Line line, StandingTally tally, RunView run) {
    List<Council> neighbours = tally.neighbours(council);
    InForce own = tally.inForce(council, line);
    return IntStream.range(0, neighbours.size())
        .mapToObj(
            i ->
                new Row(
                    run.date(),
                    council,
                    line,
                    i + 1,
                    neighbours.get(i),
                    own,
                    tally.inForce(neighbours.get(i), line)));
  }
}
