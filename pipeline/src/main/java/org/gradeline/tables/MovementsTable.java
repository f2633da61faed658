package org.gradeline.tables;

import java.util.List;
import java.util.Locale;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scope;
import org.gradeline.statistics.MovementTally;
import org.gradeline.statistics.MovementTally.Basis;
import org.gradeline.statistics.MovementTally.Movements;
import org.gradeline.statistics.Share;

/** How many councils improved and declined, at every reporting date. */
final class MovementsTable implements NationalTable<MovementTally> {
  private final TableSchema schema =
      TableSchema.table(
          "movements",
          "Open councils with two ratings or more whose last is in force, by how it compares with an earlier one.",
          List.of(
              CommonColumns.AS_AT,
              CommonColumns.PUBLISHED_BY,
              CommonColumns.SCOPE,
              CommonColumns.LINE,
              Column.oneOf(
                      "basis",
                      List.of("first_to_latest", "previous_to_latest"),
                      "Which earlier rating the one in force is compared with: the first, or the one before it.")
                  .filled(),
              CommonColumns.GEOGRAPHY_LEVEL,
              CommonColumns.GEOGRAPHY_CODE,
              CommonColumns.GEOGRAPHY,
              Column.integer("councils", "How many councils are compared.").filled(),
              Column.integer("improved", "Councils with a better grade than before.").filled(),
              Column.integer(
                      "same_good_or_outstanding", "Councils with the same grade, one that passes.")
                  .filled(),
              Column.integer(
                      "same_below_good", "Councils with the same grade, one that does not pass.")
                  .filled(),
              Column.integer("declined", "Councils with a worse grade than before.").filled(),
              Column.percent("improved_percent", "improved in percent of councils.").filled(),
              Column.percent("declined_percent", "declined in percent of councils.").filled()),
          "as_at",
          "published_by",
          "scope",
          "line",
          "basis",
          "geography_level",
          "geography");

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
    for (int date = 0; date < run.dates().size(); date++) {
      ReportingDate reportingDate = run.dates().get(date);
      for (Scope scope : run.scopes()) {
        for (Line line : run.reference().lines()) {
          for (Basis basis : Basis.values()) {
            for (Geography geography : run.reference().geographies()) {
              Movements movements = tally.at(date, scope, line, geography, basis);
              if (movements.councils() > 0) {
                rows.day(reportingDate.asAt())
                    .day(reportingDate.publishedBy())
                    .text(scope.key())
                    .text(line.key())
                    .text(basis.name().toLowerCase(Locale.ROOT));
                CommonColumns.geography(geography, rows);
                write(movements, rows);
              }
            }
          }
        }
      }
    }
  }

  private static void write(Movements movements, RowWriter rows) {
    rows.number(movements.councils())
        .number(movements.improved())
        .number(movements.samePassing())
        .number(movements.sameBelow())
        .number(movements.declined())
        .percent(Share.percent(movements.improved(), movements.councils()))
        .percent(Share.percent(movements.declined(), movements.councils()))
        .endRow();
  }
}
