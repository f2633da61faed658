package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.gradeline.histories.ProjectRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneRun.class)
class NeighbourGradesTableTest {
  private static final NeighbourGradesTable TABLE = new NeighbourGradesTable();

  @Test
  void hasTheColumnsOfTheContract() {
    assertThat(TABLE.table().header())
        .containsExactly(
            "as_at",
            "la_code",
            "council",
            "line",
            "neighbour_position",
            "neighbour_la_code",
            "neighbour",
            "grade",
            "grade_rank",
            "grade_since",
            "published_date",
            "compared");
  }

  @Test
  void namesKnowsleysNeighboursTheClosestFirst() {
    assertThat(
            Written.rows(TABLE, ProjectRecords.histories(), Written.view("2026-06-18")).stream()
                .filter(row -> row.startsWith("2026-06-18,340,Knowsley,headline,")))
        .hasSize(10)
        .startsWith(
            "2026-06-18,340,Knowsley,headline,1,342,St Helens,good,2,2023-09-04,2023-09-04,better",
            "2026-06-18,340,Knowsley,headline,2,876,Halton,inadequate,4,2024-07-12,2024-07-12,same");
  }

  @Test
  void aClosedNeighbourIsNotThereAndTheOthersMoveUp() {
    List<String> before =
        Written.rows(TABLE, ProjectRecords.histories(), Written.view("2023-03-31"));

    // Cumberland and Westmorland and Furness opened the day after.
    assertThat(before)
        .noneMatch(row -> Written.cells(TABLE.table(), row, "neighbour_la_code").matches("94[23]"));
    Map<String, List<String>> positions =
        before.stream()
            .filter(row -> row.contains(",headline,"))
            .collect(
                Collectors.groupingBy(
                    row -> Written.cells(TABLE.table(), row, "la_code"),
                    Collectors.mapping(
                        row -> Written.cells(TABLE.table(), row, "neighbour_position"),
                        Collectors.toList())));
    assertThat(positions.values())
        .anyMatch(those -> those.size() < 10)
        .allMatch(
            those ->
                those.equals(
                    IntStream.rangeClosed(1, those.size()).mapToObj(Integer::toString).toList()));
  }

  @Test
  void agreesWithTheCountsOfNeighbours(ProjectReports reports) {
    Map<String, List<CSVRecord>> byCouncilAndLine =
        reports.rows("tables/neighbour_grades.csv").stream()
            .collect(Collectors.groupingBy(NeighbourGradesTableTest::councilAndLine));

    assertThat(reports.rows("tables/neighbours.csv"))
        .allSatisfy(
            row -> {
              List<CSVRecord> neighbours =
                  byCouncilAndLine.getOrDefault(councilAndLine(row), List.of());
              assertThat(row.get("neighbours")).isEqualTo(Integer.toString(neighbours.size()));
              assertThat(row.get("graded"))
                  .isEqualTo(Long.toString(count(neighbours, "grade", ".+")));
              for (String grade : List.of("outstanding", "inadequate", "required")) {
                if (!row.get(grade).isEmpty()) {
                  assertThat(row.get(grade))
                      .isEqualTo(Long.toString(count(neighbours, "grade", grade)));
                }
              }
              for (String compared : List.of("better", "same", "worse")) {
                assertThat(row.get(compared))
                    .isEqualTo(
                        row.get("grade").isEmpty()
                            ? ""
                            : Long.toString(count(neighbours, "compared", compared)));
              }
            });
  }

  private static String councilAndLine(CSVRecord row) {
    return row.get("la_code") + " " + row.get("line");
  }

  private static long count(List<CSVRecord> rows, String column, String value) {
    return rows.stream().filter(row -> row.get(column).matches(value)).count();
  }

  @Test
  void agreesWithWhereTheNeighboursStandThemselves(ProjectReports reports) {
    Map<String, String> latest =
        reports.rows("tables/latest.csv").stream()
            .collect(
                Collectors.toMap(
                    NeighbourGradesTableTest::councilAndLine, NeighbourGradesTableTest::standing));

    assertThat(reports.rows("tables/neighbour_grades.csv"))
        .allSatisfy(
            row ->
                assertThat(standing(row))
                    .isEqualTo(latest.get(row.get("neighbour_la_code") + " " + row.get("line"))));
  }

  private static String standing(CSVRecord row) {
    return String.join(
        " ",
        row.get("grade"),
        row.get("grade_rank"),
        row.get("grade_since"),
        row.get("published_date"));
  }
}
