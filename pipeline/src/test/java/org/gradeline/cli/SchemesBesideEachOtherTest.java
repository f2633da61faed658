package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.publishing.describing.DescribedTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An inspection of one scheme ends, follows and counts nothing of another. Here another
 * inspectorate is added to the project's data by files alone, with a file that comes first and
 * inspections of full coverage between and after those of children's services; and then the
 * project's own second scheme is taken away. What the other schemes have stays the same, byte by
 * byte.
 */
@DisplayName("Schemes beside each other")
class SchemesBesideEachOtherTest {
  private static final Path FIRE =
      Path.of("src", "test", "resources", "org", "gradeline", "cli", "schemes_beside");
  private static final Path DATA = Path.of("..", "data");

  /** Two days that all runs have, whatever their newest record. */
  private static final List<String> DAY =
      List.of("--as-at", "2026-08-20", "--published-by", "2026-08-20");

  @TempDir private static Path folder;

  @BeforeAll
  static void runWithAndWithout() throws IOException {
    run("own", copyOfTheData("own-data"));

    Path withFire = copyOfTheData("fire-data");
    for (String file : List.of("frameworks/aaa_fire.yaml", "inspections/aaa_fire.csv")) {
      Files.copy(FIRE.resolve(file), withFire.resolve(file));
    }
    run("fire", withFire);

    Path withoutSend = copyOfTheData("no-send-data");
    for (String file : List.of("inspections_send_2016", "inspections_send_2023", "visits_send")) {
      Files.delete(withoutSend.resolve("inspections").resolve(file + ".csv"));
    }
    run("no-send", withoutSend);
  }

  private static Path copyOfTheData(String name) throws IOException {
    Path copy = folder.resolve(name);
    PathUtils.copyDirectory(DATA, copy);
    return copy;
  }

  private static void run(String name, Path data) {
    CommandLineRun run =
        CommandLineRun.run(
            folder.resolve(name),
            Stream.concat(Stream.of("--data", data.toString()), DAY.stream()).toList());
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
  }

  /** The header and the rows of a table as they are in its file, where it says what is wanted. */
  private static List<String> rows(String run, String table, Predicate<CSVRecord> wanted)
      throws IOException {
    String file = "tables/" + table + ".csv";
    List<String> lines = Files.readAllLines(folder.resolve(run).resolve(file));
    List<CSVRecord> records = CommandLineRun.rows(folder.resolve(run), file);
    // No cell of these tables has a line break.
    assertThat(lines).hasSize(records.size() + 1);
    return Stream.concat(
            Stream.of(lines.get(0)),
            records.stream().filter(wanted).map(row -> lines.get((int) row.getRecordNumber())))
        .toList();
  }

  /** Two schemes may have grades of the same key, on scales of their own. */
  @ParameterizedTest
  @ValueSource(strings = {"own", "fire", "no-send"})
  void everyKeyIsInTheTableThatItRefersTo(String run) throws IOException {
    Path reports = folder.resolve(run);

    assertThat(
            DescribedTable.unexplainedKeys(
                reports, new ObjectMapper().readTree(reports.resolve("datapackage.json").toFile())))
        .isEmpty();
  }

  private static Predicate<CSVRecord> without(String column, String beginning) {
    return row -> !row.get(column).startsWith(beginning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trajectories",
        "latest",
        "distributions",
        "transitions",
        "movements",
        "changes",
        "time_in_grade",
        "recovery",
        "recovery_summary",
        "neighbours",
        "neighbour_grades",
        "panel",
        "publication_days",
        "lines"
      })
  void anotherInspectoratesFileTakesNothingFromTheLinesOfTheOthers(String table)
      throws IOException {
    assertThat(rows("fire", table, without("line", "fire_")))
        .hasSizeGreaterThan(5)
        .isEqualTo(rows("own", table, row -> true));
    assertThat(rows("fire", table, row -> row.get("line").startsWith("fire_")))
        .as("the other inspectorate's own rows")
        .hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trajectories",
        "latest",
        "distributions",
        "transitions",
        "movements",
        "changes",
        "time_in_grade",
        "recovery",
        "recovery_summary",
        "neighbours",
        "neighbour_grades",
        "panel",
        "publication_days"
      })
  void areaSendTakesNothingFromChildrensServices(String table) throws IOException {
    assertThat(rows("no-send", table, without("line", "send_")))
        .hasSizeGreaterThan(5)
        .isEqualTo(rows("own", table, without("line", "send_")));
  }

  @Test
  void ratingsAndWaitsOfTheOthersAreTheSame() throws IOException {
    assertThat(rows("fire", "ratings", without("framework", "aaa_fire")))
        .isEqualTo(rows("own", "ratings", row -> true));
    assertThat(rows("fire", "visits", without("visit_type", "fire")))
        .isEqualTo(rows("own", "visits", row -> true));
    assertThat(rows("fire", "waiting", without("scheme", "aaa_fire")))
        .isEqualTo(rows("own", "waiting", row -> true));
    assertThat(rows("no-send", "waiting", without("scheme", "area_send")))
        .isEqualTo(rows("own", "waiting", without("scheme", "area_send")));
  }

  @Test
  void theOtherInspectorateHasItsOwnHistoryAndWaits() throws IOException {
    assertThat(
            CommandLineRun.rows(folder.resolve("fire"), "tables/latest.csv").stream()
                .filter(row -> row.get("la_code").equals("878"))
                .filter(row -> row.get("line").startsWith("fire_"))
                .map(
                    row ->
                        row.get("line")
                            + " "
                            + row.get("status")
                            + " "
                            + row.get("grade")
                            + ", "
                            + row.get("history")))
        .containsExactly(
            "fire_effectiveness graded outstanding, good > outstanding",
            "fire_people no_longer_judged , requires_improvement");
    assertThat(
            CommandLineRun.rows(folder.resolve("fire"), "tables/waiting.csv").stream()
                .filter(row -> row.get("scheme").equals("aaa_fire"))
                .map(row -> row.get("council") + " " + row.get("last_published_date")))
        .containsExactly(
            "Leeds 2011-03-15",
            "Knowsley 2025-06-12",
            "Devon 2025-12-04",
            "City of London 2026-05-14");
  }
}
