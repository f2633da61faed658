package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run knows what was published by its own day, and no table speaks of a later one. */
@DisplayName("Nothing from the future")
class NothingFromTheFutureTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void run() {
    for (String day : List.of("2024-04-15", "2029-12-31")) {
      CommandLineRun run = CommandLineRun.run(folder.resolve(day), List.of("--as-at", day));
      assertThat(run.status()).as(run.err()).isZero();
    }
  }

  private static Stream<CSVRecord> rows(String day, String table) throws IOException {
    return CommandLineRun.rows(folder.resolve(day), "tables/" + table + ".csv").stream();
  }

  private static Stream<CSVRecord> inMarch2024(String day) throws IOException {
    return rows(day, "distributions")
        .filter(row -> row.get("as_at").equals("2024-03-31"))
        .filter(row -> row.get("scope").equals("ilacs") && row.get("line").equals("headline"));
  }

  /**
   * The official count of 31 March 2024 was 17, with reports published to 30 June. Two weeks after
   * that day the reports of 16 were out.
   */
  @Test
  void aReportingDateThatIsNotReachedCountsToTheRunsDay() throws IOException {
    assertThat(inMarch2024("2024-04-15").filter(row -> row.get("grade").equals("inadequate")))
        .extracting(row -> row.get("councils"))
        .containsExactly("16");
    assertThat(inMarch2024("2024-04-15"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.get("published_by")).isEqualTo("2024-06-30");
              assertThat(row.get("counted_to")).isEqualTo("2024-04-15");
            });
    assertThat(inMarch2024("2029-12-31").filter(row -> row.get("grade").equals("inadequate")))
        .extracting(row -> row.get("councils") + " to " + row.get("counted_to"))
        .containsExactly("17 to 2024-06-30");
  }

  @Test
  void movementsAreCountedToTheSameDay() throws IOException {
    assertThat(
            rows("2024-04-15", "movements")
                .filter(row -> row.get("as_at").equals("2024-03-31"))
                .map(row -> row.get("counted_to"))
                .distinct())
        .containsExactly("2024-04-15");
    assertThat(
            rows("2024-04-15", "movements")
                .filter(row -> row.get("as_at").equals("2023-03-31"))
                .map(row -> row.get("counted_to"))
                .distinct())
        .containsExactly("2023-04-30");
  }

  @Test
  void noReportingDateIsAfterTheRunsDay() throws IOException {
    for (String table : List.of("distributions", "movements")) {
      assertThat(rows("2024-04-15", table).map(row -> row.get("as_at")).distinct())
          .contains("2024-03-31", "2024-04-15")
          .allMatch(asAt -> asAt.compareTo("2024-04-15") <= 0);
      assertThat(rows("2029-12-31", table).map(row -> row.get("as_at")).distinct())
          .contains("2026-03-31", "2029-12-31")
          // Those of 2027 to 2029 are not in the reference data, and nobody knows their figures.
          .noneMatch(asAt -> asAt.compareTo("2026-03-31") > 0 && !asAt.equals("2029-12-31"));
    }
  }

  @Test
  void thePanelHasTheYearsWhoseReportingDateIsReached() throws IOException {
    assertThat(rows("2024-04-15", "panel").map(row -> row.get("year")).distinct())
        .startsWith("2010")
        .endsWith("2023");
    // A later day invents no years.
    assertThat(rows("2029-12-31", "panel").map(row -> row.get("year")).distinct()).endsWith("2026");
    assertThat(rows("2029-12-31", "panel").filter(row -> row.get("year").equals("2026")))
        .isNotEmpty()
        .allMatch(row -> row.get("published_date").compareTo("2026-06-30") <= 0);
  }

  @Test
  void noDateOfTheTablesIsAfterTheRunsDay() throws IOException {
    // ratings and visits have all that was accepted.
    for (String table :
        List.of(
            "trajectories", "latest", "panel", "neighbour_grades", "publication_days", "waiting")) {
      assertThat(rows("2024-04-15", table))
          .isNotEmpty()
          .allSatisfy(
              row -> {
                for (String column :
                    List.of(
                        "published_date",
                        "start_date",
                        "in_force_until",
                        "grade_since",
                        "last_published_date")) {
                  if (row.isMapped(column)) {
                    assertThat(row.get(column)).isLessThanOrEqualTo("2024-04-15");
                  }
                }
              });
    }
  }
}
