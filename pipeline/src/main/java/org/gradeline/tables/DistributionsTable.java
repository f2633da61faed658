package org.gradeline.tables;

import java.util.List;
import java.util.stream.Stream;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Scale;
import org.gradeline.statistics.Distribution;
import org.gradeline.statistics.DistributionTally;
import org.gradeline.statistics.Share;
import org.gradeline.tables.RunView.LineAtDate;

/** How many councils have each grade, at every reporting date. */
final class DistributionsTable implements TalliedTable<DistributionsTable.Row, DistributionTally> {
  private static final Table<Row> TABLE =
      Table.<Row>of(
              "distributions",
              "Councils at a grade, at a reporting date, in a scope, on a line, in a geography;"
                  + " where any has a grade.",
              List.of(
                  CommonColumns.AS_AT.of(row -> row.at().date()),
                  CommonColumns.PUBLISHED_BY.of(row -> row.at().date()),
                  CommonColumns.COUNTED_TO.of(row -> row.at().date()),
                  CommonColumns.SCOPE.of(row -> row.at().scope()),
                  CommonColumns.LINE.of(row -> row.at().line()),
                  CommonColumns.GEOGRAPHY_LEVEL.of(Row::geography),
                  CommonColumns.GEOGRAPHY_CODE.of(Row::geography),
                  CommonColumns.GEOGRAPHY.of(Row::geography),
                  Column.text("grade", Row::grade, "The grade; or all grades that pass, together."),
                  Column.integer(
                      "councils", Row::councils, "Open councils at the grade.", "councils"),
                  Column.integer(
                      "base",
                      row -> row.distribution().base(),
                      "Open councils with a grade in force.",
                      "councils"),
                  Column.percent(
                      "percent", row -> row.share().percent(), "councils in percent of base."),
                  CommonColumns.PERCENT_LOWER.of(Row::share),
                  CommonColumns.PERCENT_UPPER.of(Row::share),
                  Column.integer(
                      "not_inspected",
                      row -> row.distribution().notInspected(),
                      "Open councils that have never had a grade on the line.",
                      "councils"),
                  Column.integer(
                      "no_longer_judged",
                      row -> row.distribution().noLongerJudged(),
                      "Open councils whose last grade was ended by an inspection that did not judge"
                          + " the line.",
                      "councils")),
              "as_at",
              "published_by",
              "scope",
              "line",
              "geography_level",
              "geography",
              "grade")
          .withCaveats(
              Caveats.DIFFERENT_TESTS,
              Caveats.SCALES_NEVER_COMPARE,
              Caveats.AREAS_COME_AND_GO,
              Caveats.PROVISIONAL,
              Caveats.SMALL_BASES,
              Caveats.GROUPINGS,
              Caveats.CLOSED_COUNCILS);

  /**
   * Councils at a grade.
   *
   * @param at the line, the scope and the date
   * @param geography where they are counted
   * @param grade the grade's key, or the name of all that pass
   * @param councils how many councils have it
   * @param distribution all councils of the cell
   * @param share the councils in those with a grade
   */
  record Row(
      LineAtDate at,
      Geography geography,
      String grade,
      long councils,
      Distribution distribution,
      Share share) {
    Row(
        LineAtDate at,
        Geography geography,
        String grade,
        long councils,
        Distribution distribution) {
      this(at, geography, grade, councils, distribution, Share.of(councils, distribution.base()));
    }
  }

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
    return run.linesAtDates()
        .flatMap(
            at ->
                run.reference().geographies().stream()
                    .flatMap(
                        geography ->
                            rows(
                                at,
                                geography,
                                tally.at(at.position(), at.scope(), at.line(), geography))));
  }

  private static Stream<Row> rows(LineAtDate at, Geography geography, Distribution distribution) {
    if (distribution.base() == 0) {
      return Stream.empty();
    }
    Scale scale = at.line().scale();
    Stream<Row> grades =
        scale.grades().stream()
            .map(
                grade ->
                    new Row(
                        at,
                        geography,
                        grade.key(),
                        distribution.byGrade().get(grade.rank() - 1),
                        distribution));
    if (scale.passName().isEmpty()) {
      return grades;
    }
    Row passing =
        new Row(
            at,
            geography,
            scale.passName(),
            distribution.atOrAbove(scale.passMark()),
            distribution);
    return Stream.concat(grades, Stream.of(passing));
  }
}
