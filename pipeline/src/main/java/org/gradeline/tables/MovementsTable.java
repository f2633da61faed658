package org.gradeline.tables;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gradeline.reference.Geography;
import org.gradeline.statistics.MovementTally;
import org.gradeline.statistics.MovementTally.Basis;
import org.gradeline.statistics.MovementTally.Movements;
import org.gradeline.statistics.Share;
import org.gradeline.tables.RunView.LineAtDate;

/** How many councils improved and declined, at every reporting date. */
final class MovementsTable implements TalliedTable<MovementsTable.Row, MovementTally> {
  private static final Table<Row> TABLE =
      Table.<Row>of(
              "movements",
              "Open councils with two ratings or more whose last is in force, by how it compares"
                  + " with an earlier one.",
              List.of(
                  CommonColumns.AS_AT.of(row -> row.at().date()),
                  CommonColumns.PUBLISHED_BY.of(row -> row.at().date()),
                  CommonColumns.COUNTED_TO.of(row -> row.at().date()),
                  CommonColumns.SCOPE.of(row -> row.at().scope()),
                  CommonColumns.LINE.of(row -> row.at().line()),
                  Column.oneOf(
                      "basis",
                      List.of("first_to_latest", "previous_to_latest"),
                      row -> row.basis().name().toLowerCase(Locale.ROOT),
                      "Which earlier rating the one in force is compared with: the first, or the"
                          + " one before it."),
                  CommonColumns.GEOGRAPHY_LEVEL.of(Row::geography),
                  CommonColumns.GEOGRAPHY_CODE.of(Row::geography),
                  CommonColumns.GEOGRAPHY.of(Row::geography),
                  Column.integer(
                      "councils",
                      row -> row.movements().councils(),
                      "How many councils are compared.",
                      "councils"),
                  Column.integer(
                      "improved",
                      row -> row.movements().improved(),
                      "Councils with a better grade than before.",
                      "councils"),
                  Column.integer(
                      "same_good_or_outstanding",
                      row -> row.movements().samePassing(),
                      "Councils with the same grade, one that passes.",
                      "councils"),
                  Column.integer(
                      "same_below_good",
                      row -> row.movements().sameBelow(),
                      "Councils with the same grade, one that does not pass.",
                      "councils"),
                  Column.integer(
                      "declined",
                      row -> row.movements().declined(),
                      "Councils with a worse grade than before.",
                      "councils"),
                  Column.percent(
                      "improved_percent",
                      row -> row.percent(row.movements().improved()),
                      "improved in percent of councils."),
                  Column.percent(
                      "declined_percent",
                      row -> row.percent(row.movements().declined()),
                      "declined in percent of councils.")),
              "as_at",
              "published_by",
              "scope",
              "line",
              "basis",
              "geography_level",
              "geography")
          .withCaveats(
              Caveats.DIFFERENT_TESTS, Caveats.TWO_RATINGS, Caveats.PROVISIONAL, Caveats.GROUPINGS);

  /**
   * Councils by movement.
   *
   * @param at the line, the scope and the date
   * @param geography where they are counted
   * @param basis what the rating in force is compared with
   * @param movements the councils
   */
  record Row(LineAtDate at, Geography geography, Basis basis, Movements movements) {
    double percent(long part) {
      return Share.percent(part, movements.councils());
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public Class<MovementTally> counts() {
    return MovementTally.class;
  }

  @Override
  public MovementTally tally(RunView run) {
    return new MovementTally(run.reference(), run.dates());
  }

  @Override
  public Stream<Row> rows(MovementTally tally, RunView run) {
    return run.linesAtDates()
        .flatMap(at -> Stream.of(Basis.values()).flatMap(basis -> rows(at, basis, tally, run)));
  }

  private static Stream<Row> rows(LineAtDate at, Basis basis, MovementTally tally, RunView run) {
    return run.reference().geographies().stream()
        .map(
            geography ->
                new Row(
                    at,
                    geography,
                    basis,
                    tally.at(at.position(), at.scope(), at.line(), geography, basis)))
        .filter(row -> row.movements().councils() > 0);
  }
}
