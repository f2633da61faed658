package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A new scheme is a few files: a scale, a framework, lines, a layout, a register. Each of these has
 * a handful of made-up records in a file as its inspectorate would give it, and, in {@code
 * expected.txt}, rows of every table worked out from them.
 */
@DisplayName("Schemes added by files alone")
class SchemesTest {
  private static final Path SCHEMES =
      Path.of("src", "test", "resources", "org", "gradeline", "cli", "schemes");

  /** What is looked at of a table: rows whose cells are these, in these columns. */
  private record View(String table, Map<String, List<String>> only) {
    boolean shows(CSVRecord row) {
      return only.entrySet().stream()
          .allMatch(wanted -> wanted.getValue().contains(row.get(wanted.getKey())));
    }
  }

  private static Map<String, View> views(String asAt) {
    Map<String, List<String>> nationalNow =
        Map.of("as_at", List.of(asAt), "geography_level", List.of("national"));
    Map<String, View> views = new LinkedHashMap<>();
    for (View view :
        List.of(
            new View("ratings", Map.of()),
            new View("trajectories", Map.of()),
            new View("latest", Map.of()),
            new View("distributions", nationalNow),
            new View("transitions", Map.of("transitions", List.of("1"))),
            new View(
                "movements",
                Map.of(
                    "as_at",
                    List.of(asAt),
                    "geography_level",
                    List.of("national"),
                    "basis",
                    List.of("first_to_latest"))),
            new View("changes", Map.of("year_type", List.of("calendar"))),
            new View("time_in_grade", Map.of()),
            new View("recovery_summary", Map.of()),
            new View("neighbours", Map.of("graded", List.of("1", "2"))),
            new View("panel", Map.of("year", List.of("2024"), "status", List.of("graded"))),
            new View("publication_days", Map.of("councils", List.of("2"))))) {
      views.put(view.table(), view);
    }
    return views;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "youth_justice, 2024-12-12, 5, 0",
    "police, 2024-11-01, 7, 0",
    "food_hygiene, 2024-08-30, 7, 1"
  })
  void everyTableComesOutRight(
      String scheme, String asAt, long accepted, long rejected, @TempDir Path reports)
      throws IOException {
    Path data = SCHEMES.resolve(scheme);

    CommandLineRun run =
        CommandLineRun.run(
            reports,
            List.of("--data", data.toString(), "--input", data.resolve("records.csv").toString()));

    // What is said of a record without its day is a test elsewhere.
    assertThat(run.err().lines())
        .allMatch(line -> line.contains("rejected for a date") || line.contains("published_date"));
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("%d accepted + 0 duplicate + %d rejected".formatted(accepted, rejected));
    Map<String, View> views = views(asAt);
    for (List<String> expected : expected(data)) {
      String[] title = expected.get(0).split("[:|] ?", -1);
      View view = Objects.requireNonNull(views.remove(title[0].strip()), title[0]);
      List<String> columns = Arrays.stream(title, 1, title.length).map(String::strip).toList();
      assertThat(rows(reports, view, columns))
          .as(view.table())
          .containsExactlyElementsOf(expected.subList(1, expected.size()));
    }
    assertThat(views).isEmpty();
  }

  private static List<String> rows(Path reports, View view, List<String> columns)
      throws IOException {
    return CommandLineRun.rows(reports, "tables/" + view.table() + ".csv").stream()
        .filter(view::shows)
        .map(row -> columns.stream().map(row::get).collect(Collectors.joining(" | ")).strip())
        .toList();
  }

  /** Tables of a file: each its title, then its rows. */
  private static List<List<String>> expected(Path data) throws IOException {
    List<List<String>> tables = new ArrayList<>();
    for (String line : Files.readAllLines(data.resolve("expected.txt"))) {
      if (line.startsWith("# ")) {
        tables.add(new ArrayList<>(List.of(line.substring(2))));
      } else if (!line.isBlank()) {
        tables.get(tables.size() - 1).add(line.strip());
      }
    }
    return tables;
  }
}
