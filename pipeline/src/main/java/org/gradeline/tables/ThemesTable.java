package org.gradeline.tables;

import java.util.List;
import java.util.stream.Stream;
import org.gradeline.statistics.ThemeTally;
import org.gradeline.statistics.ThemeTally.Findings;
import org.gradeline.statistics.ThemeTally.Theme;

/** What inspectors found, by theme and kind. */
final class ThemesTable implements TalliedTable<ThemesTable.Row, ThemeTally> {
  private static final Table<Row> TABLE =
      Table.<Row>of(
              "themes",
              "Findings of inspections and visits by theme and kind, of the records that have"
                  + " findings.",
              List.of(
                  Column.text(
                      "theme",
                      row -> row.theme().theme(),
                      "What the findings are about, in lower case."),
                  Column.oneOf(
                      "kind",
                      List.of("improvement", "strength", "weakness"),
                      row -> row.theme().kind(),
                      "What was found."),
                  Column.integer(
                      "findings",
                      row -> row.findings().findings(),
                      "How many findings.",
                      "findings"),
                  Column.integer(
                      "councils",
                      row -> row.findings().councils(),
                      "Of how many councils.",
                      "councils"),
                  Column.partialDate(
                      "first_published",
                      row -> row.findings().first(),
                      "When the earliest came out, or was made where that is unknown, as printed."),
                  Column.partialDate(
                      "last_published",
                      row -> row.findings().last(),
                      "When the latest came out, or was made where that is unknown, as printed.")),
              "theme",
              "kind")
          .withCaveats(Caveats.FEW_FINDINGS);

  /**
   * The findings of a theme.
   *
   * @param theme the theme and the kind
   * @param findings its findings
   */
  record Row(Theme theme, Findings findings) {}

  @Override
  public Table<Row> table() {
    return TABLE;
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
  public Stream<Row> rows(ThemeTally tally, RunView run) {
    return tally.themes().entrySet().stream()
        .map(entry -> new Row(entry.getKey(), entry.getValue()));
  }
}
