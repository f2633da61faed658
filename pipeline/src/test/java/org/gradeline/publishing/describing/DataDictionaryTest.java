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
import org.gradeline.reference.ReferenceException;
import org.gradeline.reference.ReferenceLoader;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.Column;
import org.gradeline.tables.Table;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README of the reports tells people what every table and column is. */
@ExtendWith(OneRun.class)
class DataDictionaryTest {

  static Stream<Named<Table<?>>> tables() throws ReferenceException {
    return Catalogue.of(ReferenceLoader.load(ProjectReports.DATA)).tables().stream()
        .map(table -> Named.of(table.path(), table));
  }

  @Test
  void itOpensWithWhatTheReportsAreMadeFrom(ProjectReports reports) throws IOException {
    assertThat(readme(reports))
        .startsWith("# Reports\n\nMade by Gradeline as at 2026-06-18, from reports published by")
        .contains("Open Government Licence v3.0")
        .contains("gradeline.sqlite", "datapackage.json", "run.json");
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
    return Arrays.stream(readme.split("\n## ", -1))
        .filter(chapter -> chapter.startsWith(table.path() + "\n"))
        .findFirst()
        .orElseThrow();
  }

  private static String readme(ProjectReports reports) throws IOException {
    return Files.readString(reports.folder().resolve("README.md"), StandardCharsets.UTF_8);
  }
}
