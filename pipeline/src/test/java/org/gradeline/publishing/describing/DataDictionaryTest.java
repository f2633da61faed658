package org.gradeline.publishing.describing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReferenceException;
import org.gradeline.reference.ReferenceLoader;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.Column;
import org.gradeline.tables.Table;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The README of the reports tells people what every table and column is. */
@ExtendWith(OneRun.class)
class DataDictionaryTest {
  private static final Reference REFERENCE = ProjectData.reference();

  static Stream<Named<Table<?>>> tables() throws ReferenceException {
    return Catalogue.of(ReferenceLoader.load(ProjectReports.DATA)).tables().stream()
        .map(table -> Named.of(table.path(), table));
  }

  @Test
  void itOpensWithWhatTheReportsAreMadeFrom(ProjectReports reports) throws IOException {
    assertThat(readme(reports))
        .startsWith("# Reports\n\nMade by Gradeline as at 2026-08-20, from reports published by")
        .contains("Open Government Licence v3.0")
        .contains("gradeline.sqlite", "datapackage.json", "run.json", "CITATION.cff");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void aTableStandsInTheListWithItsRows(Table<?> table, ProjectReports reports) throws IOException {
    String rows = String.format(Locale.ROOT, "%,d", reports.rows(table.path()).size());

    assertThat(readme(reports).lines())
        .containsOnlyOnce(
            "| ["
                + table.path()
                + "]("
                + table.path()
                + ") | "
                + rows
                + " | "
                + table.description()
                + " |");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void everyColumnIsExplained(Table<?> table, ProjectReports reports) throws IOException {
    List<String> lines = chapter(readme(reports), table).lines().toList();

    assertThat(table.columns())
        .allSatisfy(
            column ->
                assertThat(lines)
                    .filteredOn(line -> line.startsWith("| " + column.name() + " | "))
                    .singleElement()
                    .satisfies(
                        line -> {
                          assertThat(line).contains(column.description());
                          column.allowed().forEach(value -> assertThat(line).contains(value));
                        }));
    assertThat(lines)
        .filteredOn(line -> line.startsWith("| ") && !line.startsWith("| column |"))
        .hasSameSizeAs(table.columns());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void everyCaveatOfATableIsInItsChapter(Table<?> table, ProjectReports reports)
      throws IOException {
    assertThat(chapter(readme(reports), table).lines().filter(line -> line.startsWith("- ")))
        .containsExactlyElementsOf(
            table.caveats(REFERENCE).stream().map(caveat -> "- " + caveat).toList());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # May I compare these two years, councils or places?
          tables/distributions.csv    | Frameworks are different tests
          tables/distributions.csv    | provisional where counted_to is before published_by
          tables/distributions.csv    | Bases can be small
          tables/distributions.csv    | Wilson score intervals
          tables/distributions.csv    | in the group that it was in on the day
          tables/distributions.csv    | a deprivation fifth, is not the cause of a grade
          tables/distributions.csv    | overall_effectiveness is judged by inspections starting before 2026-04-01
          tables/movements.csv        | councils with two ratings or more
          tables/latest.csv           | never compare: headline, help_and_protection, in_care, care_leavers, leadership, adoption, lscb; send_2016; send_2023
          tables/latest.csv           | a council that took over starts without a rating
          tables/ratings.csv          | print 'adequate' for requires_improvement
          tables/panel.csv            | by the published_by of its reporting date
          tables/panel.csv            | known from 2021-04-01 to 2025-03-31 alone
          tables/visits.csv           | a blank is not zero
          tables/trajectories.csv     | a blank is not zero
          tables/recovery.csv         | Any better grade counts as recovery
          tables/recovery_summary.csv | Any better grade counts as recovery
          tables/waiting.csv          | an estimate is not a date
          tables/neighbours.csv       | statistical_neighbours.csv is of 2025-05
          tables/neighbour_grades.csv | the model of May 2025 stands for every year
          tables/context.csv          | is not the cause of it
          tables/lines.csv            | slac judged safeguarding services
          """)
  void aTableSaysWhatToKnowBeforeItsFiguresAreUsed(
      String table, String caveat, ProjectReports reports) throws IOException {
    assertThat(chapter(readme(reports), table)).contains(caveat);
  }

  @Test
  void whatMayBeComparedComesBeforeTheTables(ProjectReports reports) throws IOException {
    assertThat(chapter(readme(reports), "What may be compared"))
        .contains(
            "The line headline follows different judgements: slac judged safeguarding services; cpi"
                + " judged arrangements for the protection of children; sif and ilacs judged"
                + " children's services overall.",
            "Reports of cpi, slac, tlac print 'adequate' for requires_improvement",
            "Lines with different scales are different measures and never compare",
            "statistical_neighbours.csv is of 2025-05");
    assertThat(readme(reports).lines().filter(line -> line.startsWith("## ")))
        .startsWith(
            "## What may be compared",
            "## Values",
            "## How old the reference data is",
            "## tables/ratings.csv");
  }

  @Test
  void everyValueOfLineScopeFrameworkAndAreaIsExplained(ProjectReports reports) throws IOException {
    String values = chapter(readme(reports), "Values");

    assertThat(section(values, "line"))
        .hasSameSizeAs(REFERENCE.lines())
        .contains(
            "| care_leavers | Care leavers | childrens_services | childrens_services | sif:"
                + " services for care leavers (care_leavers); ilacs: services for care leavers"
                + " (care_leavers) |");
    assertThat(section(values, "scope"))
        .hasSameSizeAs(REFERENCE.scopes())
        .contains("| sif_ilacs | SIF and ILACS | ilacs, sif | national |");
    assertThat(section(values, "framework"))
        .hasSameSizeAs(REFERENCE.frameworks())
        .contains(
            "| slac | Inspection of safeguarding and looked after children services |"
                + " childrens_services | from 2009-04-01 to 2012-09-30 | full | re-inspection |");
    assertThat(section(values, "area"))
        .hasSize(REFERENCE.frameworks().stream().mapToInt(one -> one.areas().size()).sum())
        .contains(
            "| ilacs | overall_effectiveness | Overall effectiveness | by inspections starting"
                + " before 2026-04-01 | headline |");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tables/distributions.csv | scope           | scope
          tables/distributions.csv | line            | line
          tables/distributions.csv | geography_level | geography_level
          tables/ratings.csv       | framework       | framework
          tables/ratings.csv       | area            | area
          tables/visits.csv        | visit_type      | visit_type
          tables/waiting.csv       | scheme          | scheme
          tables/context.csv       | measure         | measure
          tables/context.csv       | mark            | mark
          tables/ratings.csv       | grade           | grade
          """)
  void noValueOfATableIsWithoutAnExplanation(
      String table, String column, String section, ProjectReports reports) throws IOException {
    String explained = String.join("\n", section(chapter(readme(reports), "Values"), section));

    assertThat(reports.rows(table).stream().map(row -> row.get(column)).distinct())
        .filteredOn(value -> !value.isEmpty() && !value.equals("not_judged"))
        .allSatisfy(value -> assertThat(explained).contains("| " + value + " |"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void whatItExplainsIsTheHeaderOfTheFile(Table<?> table, ProjectReports reports)
      throws IOException {
    try (var lines = Files.lines(reports.folder().resolve(table.path()))) {
      assertThat(lines.findFirst().orElseThrow().split(",", -1))
          .isEqualTo(table.columns().stream().map(Column::name).toArray());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void descriptionsAreSentences(Table<?> table) {
    assertThat(table.description()).matches("[A-Z].*\\.");
    assertThat(table.columns())
        .allSatisfy(column -> assertThat(column.description()).matches("[^ ].*[^ ]\\."));
  }

  private static String chapter(String readme, Table<?> table) {
    return chapter(readme, table.path());
  }

  private static String chapter(String readme, String heading) {
    return Arrays.stream(readme.split("\n## ", -1))
        .filter(chapter -> chapter.startsWith(heading + "\n"))
        .findFirst()
        .orElseThrow();
  }

  /** The rows of the table of values of a column. */
  private static List<String> section(String values, String column) {
    return Arrays.stream(values.split("\n### ", -1))
        .filter(section -> section.startsWith(column + "\n"))
        .findFirst()
        .orElseThrow()
        .lines()
        .dropWhile(line -> !line.startsWith("|---"))
        .skip(1)
        .takeWhile(line -> line.startsWith("| "))
        .toList();
  }

  private static String readme(ProjectReports reports) throws IOException {
    return Files.readString(reports.folder().resolve("README.md"), StandardCharsets.UTF_8);
  }
}
