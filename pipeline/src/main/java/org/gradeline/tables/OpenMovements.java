package org.gradeline.tables;

import java.util.List;
import java.util.Locale;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.Scope;
import org.gradeline.statistics.MovementTally;
import org.gradeline.statistics.MovementTally.Basis;
import org.gradeline.statistics.MovementTally.Movements;
import org.gradeline.tables.OpenData.Metadata;
import org.gradeline.tables.RunView.ReportingYear;

/** Movements in the open data standard. */
final class OpenMovements implements NationalTable<MovementTally> {
  private static final String COMPARISON = "comparison";
  private static final String MOVEMENT = "movement";

  static final List<Metadata> FILTERS =
      List.of(
          OpenData.SCOPE_FILTER,
          OpenData.LINE_FILTER,
          Metadata.filter(COMPARISON, "Ratings compared", "Default: First to latest."),
          Metadata.filter(
              MOVEMENT, "Movement", "Councils with two ratings or more whose last is in force."));

  private final TableSchema schema =
      TableSchema.openData(
          "council_movements",
          "Councils by movement on 31 March, in the open data standard of the Department for Education.",
          OpenData.columns(
              List.of(
                  OpenData.SCOPE_COLUMN,
                  OpenData.LINE_COLUMN,
                  Column.text(COMPARISON, "Which ratings are compared.").filled(),
                  Column.text(MOVEMENT, "How the rating in force compares, or all.").filled())),
          "time_period",
          "geographic_level",
          "region_code",
          "framework_scope",
          "judgement",
          COMPARISON,
          MOVEMENT);

  @Override
  public TableSchema schema() {
    return schema;
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
  public void write(MovementTally tally, RunView run, RowWriter rows) {
    List<Geography> places = OpenData.places(run.reference());
    for (ReportingYear year : run.yearsWithTables()) {
      int date = run.dates().indexOf(year.date());
      for (Geography place : places) {
        for (Scope scope : OpenData.scopes(run.reference(), place)) {
          for (Line line : run.reference().lines()) {
            if (tally.at(date, scope, line, places.get(0), Basis.FIRST_TO_LATEST).councils() > 0) {
              for (Basis basis : Basis.values()) {
                Movements movements = tally.at(date, scope, line, place, basis);
                write(year, scope, place, line, basis, movements, run, rows);
              }
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
      Basis basis,
      Movements movements,
      RunView run,
      RowWriter rows) {
    String pass = line.scale().passLabel().toLowerCase(Locale.ROOT);
    String mark = line.scale().grade(line.scale().passMark()).label().toLowerCase(Locale.ROOT);
    List<String> labels = List.of("Improved", "Stayed " + pass, "Stayed below " + mark, "Declined");
    List<Long> counts =
        List.of(
            movements.improved(),
            movements.samePassing(),
            movements.sameBelow(),
            movements.declined());
    for (int i = 0; i < labels.size(); i++) {
      head(year, scope, place, line, basis, run, rows).text(labels.get(i));
      OpenData.indicators(counts.get(i), movements.councils(), rows);
    }
    head(year, scope, place, line, basis, run, rows).text(OpenData.TOTAL);
    OpenData.total(movements.councils(), rows);
  }

  private static RowWriter head(
      ReportingYear year,
      Scope scope,
      Geography place,
      Line line,
      Basis basis,
      RunView run,
      RowWriter rows) {
    return OpenData.head(year, place, run.reference(), rows)
        .text(OpenData.label(scope, run.reference()))
        .text(line.label())
        .text(basis == Basis.FIRST_TO_LATEST ? "First to latest" : "Previous to latest");
  }
}
