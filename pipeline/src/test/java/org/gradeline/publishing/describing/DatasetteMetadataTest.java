package org.gradeline.publishing.describing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Datasette shows beside the tables, by its documentation's page on metadata. */
@ExtendWith(OneRun.class)
class DatasetteMetadataTest {
  private static JsonNode metadata(ProjectReports reports) throws IOException {
    return new ObjectMapper().readTree(reports.folder().resolve("metadata.json").toFile());
  }

  private static JsonNode tables(ProjectReports reports) throws IOException {
    return metadata(reports).path("databases").path("gradeline").path("tables");
  }

  @Test
  void saysWhatTheDatabaseIsAndWhoseDataItHas(ProjectReports reports) throws IOException {
    JsonNode metadata = metadata(reports);

    assertThat(metadata.path("title").asText()).startsWith("Inspections of England's councils");
    assertThat(metadata.path("description").asText()).endsWith("As at 2026-08-20.");
    assertThat(metadata.path("license").asText()).isEqualTo("Open Government Licence v3.0");
    assertThat(metadata.path("license_url").asText()).startsWith("https://");
    assertThat(metadata.path("source").asText()).startsWith("Ofsted, ");
    assertThat(metadata.path("source_url").asText()).startsWith("https://");
  }

  @Test
  void describesTheTablesAndColumnsOfTheDatabase(ProjectReports reports)
      throws IOException, SQLException {
    JsonNode tables = tables(reports);
    try (Connection database =
        DriverManager.getConnection(
            "jdbc:sqlite:" + reports.folder().resolve("gradeline.sqlite"))) {
      for (Map.Entry<String, JsonNode> table : tables.properties()) {
        List<String> columns = new ArrayList<>();
        try (ResultSet found =
            database
                .createStatement()
                .executeQuery("SELECT name FROM pragma_table_info('" + table.getKey() + "')")) {
          while (found.next()) {
            columns.add(found.getString(1));
          }
        }
        List<String> described = new ArrayList<>();
        table.getValue().path("columns").fieldNames().forEachRemaining(described::add);
        assertThat(described).as(table.getKey()).isNotEmpty().isEqualTo(columns);
        assertThat(table.getValue().path("sortable_columns"))
            .extracting(JsonNode::asText)
            .isEqualTo(columns);
        assertThat(table.getValue().path("description").asText()).isNotEmpty();
      }
    }
    assertThat(tables).hasSize(36);
  }

  @Test
  void saysWhatNamesARow(ProjectReports reports) throws IOException {
    JsonNode tables = tables(reports);

    assertThat(tables.path("councils").path("label_column").asText()).isEqualTo("council");
    assertThat(tables.path("councils").path("fts_table").asText()).isEqualTo("councils_fts");
    assertThat(tables.path("lines").path("label_column").asText()).isEqualTo("label");
    assertThat(tables.path("ratings").has("label_column")).isFalse();
  }

  /** With a unit that it does not know, Datasette shows an error in place of the page. */
  @Test
  void hasUnitsThatDatasetteKnowsAlone(ProjectReports reports) throws IOException {
    JsonNode tables = tables(reports);

    assertThat(tables.path("latest").path("units").path("days_in_force").asText()).isEqualTo("day");
    assertThat(tables.path("panel").path("units").path("years_since_rating").asText())
        .isEqualTo("year");
    for (JsonNode table : tables) {
      assertThat(table.path("units")).extracting(JsonNode::asText).isSubsetOf("day", "year");
    }
  }
}
