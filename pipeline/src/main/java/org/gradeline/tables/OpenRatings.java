package org.gradeline.tables;

import java.util.List;
import java.util.stream.Stream;
import org.gradeline.reference.Scale;
import org.gradeline.statistics.Distribution;
import org.gradeline.statistics.DistributionTally;
import org.gradeline.tables.OpenData.Cell;
import org.gradeline.tables.OpenData.Figures;
import org.gradeline.tables.OpenData.Metadata;

/** Distributions in the open data standard. */
final class OpenRatings implements OpenTable<OpenRatings.Row, DistributionTally> {
  private static final String GRADE = "grade";

  static final List<Metadata> FILTERS =
      List.of(
          OpenData.SCOPE_FILTER,
          OpenData.LINE_FILTER,
          Metadata.filter(
              GRADE, "Grade", "Grades that pass are counted again together.", OpenData.TOTAL));

  private static final Table<Row> TABLE =
      Table.<Row>openData(
              "council_ratings",
              "Councils by grade on 31 March, in the open data standard of the Department for"
                  + " Education.",
              OpenData.columns(
                  Row::cell,
                  List.of(
                      Column.text(
                          GRADE, Row::grade, "The grade, the grades that pass together, or all.")),
                  Row::figures),
              "time_period",
              "geographic_level",
              "region_code",
              "framework_scope",
              "judgement",
              GRADE)
          .withCaveats(Caveats.DIFFERENT_TESTS, Caveats.SCALES_NEVER_COMPARE, Caveats.SMALL_BASES);

  /**
   * Councils at a grade.
   *
   * @param cell where they are counted
   * @param grade the grade
   * @param figures the councils
   */
  record Row(Cell cell, String grade, Figures figures) {}

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public Class<DistributionTally> counts() {
    return DistributionTally.class;
  }

  @Override
  public DistributionTally tally(RunView run) {
    return new DistributionTally(run.reference(), run.dates());
  }

  @Override
  public Stream<Row> rows(DistributionTally tally, RunView run) {
    return cells(tally, run)
        .flatMap(
            cell ->
                rows(
                    cell,
                    tally.at(
                        run.dates().indexOf(cell.year().date()),
                        cell.scope(),
                        cell.line(),
                        cell.place())));
  }

  @Override
  public Stream<Cell> cells(DistributionTally tally, RunView run) {
    return OpenData.cells(run)
        .filter(
            cell ->
                tally
                        .at(
                            run.dates().indexOf(cell.year().date()),
                            cell.scope(),
                            cell.line(),
                            cell.country())
                        .base()
                    > 0);
  }

  private static Stream<Row> rows(Cell cell, Distribution distribution) {
    Scale scale = cell.line().scale();
    long base = distribution.base();
    Stream<Row> grades =
        scale.grades().stream()
            .map(
                grade ->
                    new Row(
                        cell,
                        grade.label(),
                        Figures.of(distribution.byGrade().get(grade.rank() - 1), base)));
    Stream<Row> passing =
        scale.passName().isEmpty()
            ? Stream.empty()
            : Stream.of(
                new Row(
                    cell,
                    scale.passLabel(),
                    Figures.of(distribution.atOrAbove(scale.passMark()), base)));
    return Stream.of(grades, passing, Stream.of(new Row(cell, OpenData.TOTAL, Figures.total(base))))
        .flatMap(rows -> rows);
  }
}
