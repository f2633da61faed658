package org.gradeline.tables;

import java.util.List;
import org.gradeline.statistics.ThemeTally;

/** What inspectors found, by theme and kind. */
final class ThemesTable implements NationalTable<ThemeTally> {
  private final TableSchema schema =
      TableSchema.table(
          "themes",
          "Findings of inspections and visits by theme and kind, of the records that have findings.",
          List.of(
              Column.text("theme", "What the findings are about, in lower case.").filled(),
              Column.oneOf(
                      "kind", List.of("improvement", "strength", "weakness"), "What was found.")
                  .filled(),
              Column.integer("findings", "How many findings.").filled(),
              Column.integer("councils", "Of how many councils.").filled(),
              Column.partialDate(
                      "first_published",
                      "When the earliest came out, or was made where that is unknown, as printed.")
                  .filled(),
              Column.partialDate(
                      "last_published",
                      "When the latest came out, or was made where that is unknown, as printed.")
                  .filled()),
          "theme",
          "kind");

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public Class<ThemeTally> counts() {
    return ThemeTally.class;
  }

  @Override
  public ThemeTally tally(RunView run) {
    return new ThemeTally(run.date());
  }

  @Override
  public void write(ThemeTally tally, RunView run, RowWriter rows) {
    tally
        .themes()
        .forEach(
            (theme, findings) ->
                rows.text(theme.theme())
                    .text(theme.kind())
                    .number(findings.findings())
                    .number(findings.councils())
                    .date(findings.first())
                    .date(findings.last())
                    .endRow());
  }
}
