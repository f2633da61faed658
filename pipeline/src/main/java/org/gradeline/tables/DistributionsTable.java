package org.gradeline.tables;

import java.util.List;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scale;
import org.gradeline.reference.Scope;
import org.gradeline.statistics.Distribution;
import org.gradeline.statistics.DistributionTally;
import org.gradeline.statistics.Share;

/** How many councils have each grade, at every reporting date. */
final class DistributionsTable implements NationalTable<DistributionTally> {
  private final TableSchema schema =
      TableSchema.table(
          "distributions",
          "Councils at a grade, at a reporting date, in a scope, on a line, in a geography; where any has a grade.",
          List.of(
              CommonColumns.AS_AT,
              CommonColumns.PUBLISHED_BY,
              CommonColumns.SCOPE,
              CommonColumns.LINE,
              CommonColumns.GEOGRAPHY_LEVEL,
              CommonColumns.GEOGRAPHY_CODE,
              CommonColumns.GEOGRAPHY,
              Column.text("grade", "The grade; or all grades that pass, together.").filled(),
              Column.integer("councils", "Open councils at the grade.").filled(),
              Column.integer("base", "Open councils with a grade in force.").filled(),
              Column.percent("percent", "councils in percent of base.").filled(),
              Column.percent("percent_lower", "Lower limit of the 95 % Wilson score interval.")
                  .filled(),
              Column.percent("percent_upper", "Upper limit of the 95 % Wilson score interval.")
                  .filled(),
              Column.integer(
                      "not_inspected", "Open councils that have never had a grade on the line.")
                  .filled(),
              Column.integer(
                      "no_longer_judged",
                      "Open councils whose last grade was ended by an inspection that did not judge the line.")
                  .filled()),
          "as_at",
          "published_by",
          "scope",
          "line",
          "geography_level",
          "geography",
          "grade");

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
    for (int date = 0; date < run.dates().size(); date++) {
      for (Scope scope : run.scopes()) {
        for (Line line : run.reference().lines()) {
          for (Geography geography : run.reference().geographies()) {
            Distribution distribution = tally.at(date, scope, line, geography);
            if (distribution.base() > 0) {
              writeCell(run.dates().get(date), scope, line, geography, distribution, rows);
            }
          }
        }
      }
    }
  }

  private static void writeCell(
      ReportingDate date,
      Scope scope,
      Line line,
      Geography geography,
      Distribution distribution,
      RowWriter rows) {
    Scale scale = line.scale();
    for (Grade grade : scale.grades()) {
      head(date, scope, line, geography, rows).text(grade.key());
      writeCounts(distribution.byGrade().get(grade.rank() - 1), distribution, rows);
    }
    head(date, scope, line, geography, rows).text(scale.passName());
    writeCounts(distribution.atOrAbove(scale.passMark()), distribution, rows);
  }

  private static RowWriter head(
      ReportingDate date, Scope scope, Line line, Geography geography, RowWriter rows) {
    rows.day(date.asAt()).day(date.publishedBy()).text(scope.key()).text(line.key());
    return CommonColumns.geography(geography, rows);
  }

  private static void writeCounts(long councils, Distribution distribution, RowWriter rows) {
    Share share = Share.of(councils, distribution.base());
    rows.number(councils)
        .number(distribution.base())
        .share(share)
        .number(distribution.notInspected())
        .number(distribution.noLongerJudged())
        .endRow();
  }
}
