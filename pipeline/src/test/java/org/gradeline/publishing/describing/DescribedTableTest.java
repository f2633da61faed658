package org.gradeline.publishing.describing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a table which is not as its schema says is noticed. */
class DescribedTableTest {
  private static final String SCHEMA =
      """
      {
        "fields": [
          {"name": "la_code", "type": "string", "constraints": {"required": true}},
          {"name": "as_at", "type": "date"},
          {"name": "councils", "type": "integer"},
          {"name": "percent", "type": "number", "constraints": {"minimum": 0, "maximum": 100}},
          {"name": "direction", "type": "string", "constraints": {"enum": ["first", "same"]}},
          {"name": "published", "type": "string", "constraints": {"pattern": "[0-9]{4}(-[0-9]{2})?"}}
        ],
        "primaryKey": ["la_code", "as_at"]
      }
      """;
  private static final List<String> HEADER =
      List.of("la_code", "as_at", "councils", "percent", "direction", "published");

  private static List<String> faults(List<String> header, List<List<String>> rows)
      throws JsonProcessingException {
    JsonNode schema = new ObjectMapper().readTree(SCHEMA);
    return new DescribedTable(schema, header, rows).faults();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          340 | 2014-06-30 | 14  | 23.7288 | first | 2014-06 | ''
          340 | ''         | ''  | ''      | ''    | ''      | ''
          340 | 2014-06-30 | -14 | 0       | same  | 2010    | ''
          340 | 2014-06-30 | 0   | 100     | same  | 2010    | ''
          ''  | 2014-06-30 | 14  | 23.7288 | first | 2014-06 | row 1: la_code '' is blank
          340 | 2014-06-31 | 14  | 23.7288 | first | 2014-06 | row 1: as_at '2014-06-31' is no date
          340 | 30/06/2014 | 14  | 23.7288 | first | 2014-06 | row 1: as_at '30/06/2014' is no date
          340 | 2014-06-30 | 14.5| 23.7288 | first | 2014-06 | row 1: councils '14.5' is no integer
          340 | 2014-06-30 | 014 | 23.7288 | first | 2014-06 | row 1: councils '014' is no integer
          340 | 2014-06-30 | 14  | 1E2     | first | 2014-06 | row 1: percent '1E2' is no number
          340 | 2014-06-30 | 14  | -0.1    | first | 2014-06 | row 1: percent '-0.1' is too small
          340 | 2014-06-30 | 14  | 100.1   | first | 2014-06 | row 1: percent '100.1' is too large
          340 | 2014-06-30 | 14  | 23.7288 | last  | 2014-06 | row 1: direction 'last' is none of ["first","same"]
          340 | 2014-06-30 | 14  | 23.7288 | first | June    | row 1: published 'June' is not of the form "[0-9]{4}(-[0-9]{2})?"
          """)
  void aCellIsAsItsFieldSays(
      String laCode,
      String asAt,
      String councils,
      String percent,
      String direction,
      String published,
      String fault)
      throws JsonProcessingException {
    List<String> row = List.of(laCode, asAt, councils, percent, direction, published);

    assertThat(String.join("", faults(HEADER, List.of(row)))).isEqualTo(fault);
  }

  @Test
  void aKeyStandsOnce() throws JsonProcessingException {
    List<String> row = List.of("340", "2014-06-30", "1", "1", "first", "2014");

    assertThat(faults(HEADER, List.of(row, row)))
        .containsExactly("row 2: the key [340, 2014-06-30] stands twice");
  }

  @Test
  void aKeyThatItsTableDoesNotHaveIsFound(@TempDir Path reports) throws IOException {
    Files.writeString(reports.resolve("lines.csv"), "line\nheadline\n");
    Files.writeString(reports.resolve("latest.csv"), "line\nheadline\nheadlines\n");
    JsonNode dataPackage =
        new ObjectMapper()
            .readTree(
                """
                {"resources": [
                  {"name": "lines", "path": "lines.csv", "schema": {}},
                  {"name": "latest", "path": "latest.csv", "schema": {"foreignKeys": [
                    {"fields": ["line"], "reference": {"resource": "lines", "fields": ["line"]}}
                  ]}}
                ]}
                """);

    assertThat(DescribedTable.unexplainedKeys(reports, dataPackage))
        .containsExactly("latest [\"line\"]: [headlines]");
  }

  @Test
  void theHeaderAndTheNumberOfCellsAreThoseOfTheSchema() throws JsonProcessingException {
    assertThat(faults(List.of("la_code"), List.of())).containsExactly("the header is [la_code]");
    assertThat(faults(HEADER, List.of(List.of("340")))).containsExactly("row 1 has 1 cells");
  }
}
