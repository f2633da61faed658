package org.gradeline.publishing.describing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The descriptions beside the open data, by the rules of the W3C's Metadata Vocabulary for Tabular
 * Data and Model for Tabular Data. No validator of them is in Maven Central.
 */
@DisplayName("CSV on the Web")
@ExtendWith(OneRun.class)
class CsvOnTheWebTest {
  private static final Set<String> TABLE =
      Set.of(
          "@context", "@id", "@type", "url", "dialect", "tableSchema", "notes", "tableDirection");
  private static final Set<String> DIALECT =
      Set.of(
          "commentPrefix",
          "delimiter",
          "doubleQuote",
          "encoding",
          "header",
          "headerRowCount",
          "lineTerminators",
          "quoteChar",
          "skipBlankRows",
          "skipColumns",
          "skipInitialSpace",
          "skipRows",
          "trim");
  private static final Set<String> COLUMN =
      Set.of(
          "name",
          "titles",
          "datatype",
          "required",
          "null",
          "default",
          "lang",
          "ordered",
          "separator",
          "aboutUrl",
          "propertyUrl",
          "valueUrl",
          "virtual",
          "suppressOutput");

  private static JsonNode description(ProjectReports reports, String name) throws IOException {
    return new ObjectMapper()
        .readTree(reports.folder().resolve("open_data/" + name + "-metadata.json").toFile());
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @ValueSource(strings = {"council_ratings.csv", "council_movements.csv"})
  void isBesideTheFileThatItDescribes(String name, ProjectReports reports) throws IOException {
    JsonNode description = description(reports, name);
    Path file = reports.folder().resolve("open_data").resolve(description.path("url").asText());

    assertThat(file).hasFileName(name).isRegularFile();
  }

  /** Section 5: a context, then the properties of the vocabulary, or names with a known prefix. */
  @ParameterizedTest
  @ValueSource(strings = {"council_ratings.csv", "council_movements.csv"})
  void hasPropertiesOfTheVocabularyAlone(String name, ProjectReports reports) throws IOException {
    JsonNode description = description(reports, name);

    assertThat(description.path("@context").path(0).asText())
        .isEqualTo("http://www.w3.org/ns/csvw");
    assertThat(description.path("@context").path(1).path("@language").asText()).isEqualTo("en");
    assertThat(names(description)).allMatch(it -> TABLE.contains(it) || it.startsWith("dc:"));
    assertThat(names(description.path("dialect"))).allMatch(DIALECT::contains);
    assertThat(names(description.path("tableSchema"))).containsExactly("columns");
    for (JsonNode column : description.path("tableSchema").path("columns")) {
      assertThat(names(column)).allMatch(it -> COLUMN.contains(it) || it.startsWith("dc:"));
      assertThat(column.path("name").asText()).matches("[A-Za-z0-9][A-Za-z0-9_.]*");
    }
  }

  /** Section 5.4.3 on compatible schemas: the header of the file is among each column's titles. */
  @ParameterizedTest
  @ValueSource(strings = {"council_ratings.csv", "council_movements.csv"})
  void hasTheColumnsOfTheFileInOrder(String name, ProjectReports reports) throws IOException {
    Path file = reports.folder().resolve("open_data").resolve(name);
    String header = Files.readAllLines(file).get(0);

    assertThat(description(reports, name).path("tableSchema").path("columns"))
        .extracting(column -> column.path("titles").path(0).asText())
        .containsExactly(header.split(","));
  }

  /** Section 6.4 of the model: each cell is null, or a value of its column's datatype. */
  @ParameterizedTest
  @ValueSource(strings = {"council_ratings.csv", "council_movements.csv"})
  void everyCellIsAValueOfItsColumn(String name, ProjectReports reports) throws IOException {
    List<JsonNode> columns =
        StreamSupport.stream(
                description(reports, name).path("tableSchema").path("columns").spliterator(), false)
            .toList();
    List<String> wrong = new ArrayList<>();
    for (CSVRecord row : reports.rows("open_data/" + name)) {
      for (int i = 0; i < columns.size(); i++) {
        if (!fits(row.get(i), columns.get(i))) {
          wrong.add(columns.get(i).path("name").asText() + ": " + row.get(i));
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static boolean fits(String cell, JsonNode column) {
    if (cell.equals(column.path("null").asText(""))) {
      return !column.path("required").asBoolean();
    }
    return switch (column.path("datatype").asText("string")) {
      case "string" -> true;
      case "integer" -> cell.matches("-?[0-9]+");
      case "decimal" -> new BigDecimal(cell).scale() >= 0;
      default -> false;
    };
  }
}
