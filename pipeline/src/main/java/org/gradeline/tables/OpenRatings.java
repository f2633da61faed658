package org.gradeline.tables;

import java.util.List;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.Scope;
import org.gradeline.statistics.Distribution;
import org.gradeline.statistics.DistributionTally;
import org.gradeline.tables.OpenData.Metadata;
import org.gradeline.tables.RunView.ReportingYear;

/** Distributions in the open data standard. */
final class OpenRatings implements NationalTable<DistributionTally> {
  private static final String GRADE = "grade";

  static final List<Metadata> FILTERS =
      List.of(
          OpenData.SCOPE_FILTER,
          OpenData.LINE_FILTER,
          Metadata.filter(GRADE, "Grade", "Grades that pass are counted again together."));

  private final TableSchema schema =
      TableSchema.openData(
          "council_ratings",
          "Councils by grade on 31 March, in the open data standard of the Department for Education.",
          OpenData.columns(
              List.of(
                  OpenData.SCOPE_COLUMN,
                  OpenData.LINE_COLUMN,
                  Column.text(GRADE, "The grade, the grades that pass together, or all.")
                      .filled())),
          "time_period",
          "geographic_level",
          "region_code",
          "framework_scope",
          "judgement",
          GRADE);

  @Override
  public TableSchema schema() {
    return schema;
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
  public void write(DistributionTally tally, RunView run, RowWriter rows) {
    List<Geography> places = OpenData.places(run.reference());
    for (ReportingYear year : run.yearsWithTables()) {
      int date = run.dates().indexOf(year.date());
      for (Geography place : places) {
        for (Scope scope : OpenData.scopes(run.reference(), place)) {
          for (Line line : run.reference().lines()) {
            if (tally.at(date, scope, line, places.get(0)).base() > 0) {
              write(year, scope, place, line, tally.at(date, scope, line, place), run, rows);
            }
          }
        }
      }
    }
  }

  private static void write(
      ReportingYear year,
      Scope scope,
      Geography place,
      Line line,
      Distribution distribution,
      RunView run,
      RowWriter rows) {
    for (Grade grade : line.scale().grades()) {
      head(year, scope, place, line, run, rows).text(grade.label());
      OpenData.indicators(distribution.byGrade().get(grade.rank() - 1), distribution.base(), rows);
    }
    head(year, scope, place, line, run, rows).text(line.scale().passLabel());
    OpenData.indicators(distribution.atOrAbove(line.scale().passMark()), distribution.base(), rows);
    head(year, scope, place, line, run, rows).text(OpenData.TOTAL);
    OpenData.total(distribution.base(), rows);
  }

  private static RowWriter head(
      ReportingYear year, Scope scope, Geography place, Line line, RunView run, RowWriter rows) {
    return OpenData.head(year, place, run.reference(), rows)
        .text(OpenData.label(scope, run.reference()))
        .text(line.label());
  }
}
