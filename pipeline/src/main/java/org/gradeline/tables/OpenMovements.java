package org.gradeline.tables;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gradeline.reference.Scale;
import org.gradeline.statistics.MovementTally;
import org.gradeline.statistics.MovementTally.Basis;
import org.gradeline.statistics.MovementTally.Movements;
import org.gradeline.tables.OpenData.Cell;
import org.gradeline.tables.OpenData.Figures;
import org.gradeline.tables.OpenData.Metadata;

/** Movements in the open data standard. */
final class OpenMovements implements OpenTable<OpenMovements.Row, MovementTally> {
  private static final String COMPARISON = "comparison";
  private static final String MOVEMENT = "movement";

  private static final String FIRST_TO_LATEST = "First to latest";

  static final List<Metadata> FILTERS =
      List.of(
          OpenData.SCOPE_FILTER,
          OpenData.LINE_FILTER,
          Metadata.filter(
              COMPARISON,
              "Ratings compared",
              "A council's first rating or the one before, with the one in force.",
              FIRST_TO_LATEST),
          Metadata.filter(
              MOVEMENT,
              "Movement",
              "Councils with two ratings or more whose last is in force.",
              OpenData.TOTAL));

  private static final Table<Row> TABLE =
      Table.<Row>openData(
              "council_movements",
              "Councils by movement on 31 March, in the open data standard of the Department for"
                  + " Education.",
              OpenData.columns(
                  Row::cell,
                  List.of(
                      Column.text(COMPARISON, Row::comparison, "Which ratings are compared."),
                      Column.text(
                          MOVEMENT, Row::movement, "How the rating in force compares, or all.")),
                  Row::figures),
              "time_period",
              "geographic_level",
              "region_code",
              "framework_scope",
              "judgement",
              COMPARISON,
              MOVEMENT)
          .withCaveats(Caveats.DIFFERENT_TESTS, Caveats.TWO_RATINGS, Caveats.SMALL_BASES);

  /**
   * Councils by movement.
   *
   * @param cell where they are counted
   * @param basis what the rating in force is compared with
   * @param movement how it compares
   * @param figures the councils
   */
  record Row(Cell cell, Basis basis, String movement, Figures figures) {
    String comparison() {
      return basis == Basis.FIRST_TO_LATEST ? FIRST_TO_LATEST : "Previous to latest";
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
    return cells(tally, run)
        .flatMap(
            cell ->
                Stream.of(Basis.values())
                    .flatMap(
                        basis ->
                            rows(
                                cell,
                                basis,
                                tally.at(
                                    run.dates().indexOf(cell.year().date()),
                                    cell.scope(),
                                    cell.line(),
                                    cell.place(),
                                    basis))));
  }

  @Override
  public Stream<Cell> cells(MovementTally tally, RunView run) {
    return OpenData.cells(run)
        .filter(
            cell ->
                tally
                        .at(
                            run.dates().indexOf(cell.year().date()),
                            cell.scope(),
                            cell.line(),
                            cell.country(),
                            Basis.FIRST_TO_LATEST)
                        .councils()
                    > 0);
  }

  private static Stream<Row> rows(Cell cell, Basis basis, Movements movements) {
    Scale scale = cell.line().scale();
    String passing = scale.passLabel().toLowerCase(Locale.ROOT);
    String mark = scale.grade(scale.passMark()).label().toLowerCase(Locale.ROOT);
    long all = movements.councils();
    return Stream.of(
        new Row(cell, basis, "Improved", Figures.of(movements.improved(), all)),
        new Row(cell, basis, "Stayed " + passing, Figures.of(movements.samePassing(), all)),
        new Row(cell, basis, "Stayed below " + mark, Figures.of(movements.sameBelow(), all)),
        new Row(cell, basis, "Declined", Figures.of(movements.declined(), all)),
        new Row(cell, basis, OpenData.TOTAL, Figures.total(all)));
  }
}
