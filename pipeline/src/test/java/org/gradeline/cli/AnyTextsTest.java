package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.publishing.describing.DescribedTable;
import org.gradeline.reference.PlainText;
import org.gradeline.tables.CellWriter;

/**
 * Whatever texts the records have, a run publishes tables that are as they are described, the same
 * in the database, and loses no record.
 */
class AnyTextsTest {
  private static final Path DATA =
      Path.of("src/test/resources/org/gradeline/cli/schemes/food_hygiene");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String FORMULA =
      "(?s)[\\t\\r\\n].*|[\\p{Z}\\p{C}\\u115F\\uFE0F]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*";

  /** A run of many records takes little longer than one of a few, so that few runs will do. */
  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void makeTablesThatAreAsDescribed(@ForAll("records") List<Map<String, Object>> records)
      throws IOException, SQLException {
    Path folder = Files.createTempDirectory("any-texts");
    try {
      Path input = folder.resolve("records.json");
      MAPPER.writeValue(input.toFile(), records);
      Path reports = folder.resolve("reports");
      CommandLineRun run =
          CommandLineRun.run(
              reports, List.of("--data", DATA.toString(), "--input", input.toString()));

      assertThat(run.status()).as(run.err()).isZero();
      assertAsDescribed(reports);
      assertThemesCanBeRead(reports);
      assertNothingIsLost(reports, records.size());
    } finally {
      PathUtils.deleteDirectory(folder);
    }
  }

  private static void assertAsDescribed(Path reports) throws IOException, SQLException {
    JsonNode tables = MAPPER.readTree(reports.resolve("datapackage.json").toFile());
    assertThat(DescribedTable.unexplainedKeys(reports, tables)).isEmpty();
    try (Connection database =
        DriverManager.getConnection("jdbc:sqlite:" + reports.resolve("gradeline.sqlite"))) {
      for (JsonNode resource : tables.path("resources")) {
        String path = resource.path("path").asText();
        if (path.endsWith(".csv")) {
          DescribedTable table = DescribedTable.read(reports, resource);
          assertThat(table.faults()).as(path).isEmpty();
          assertThat(table.rows())
              .as(path)
              .allSatisfy(row -> assertThat(row).noneMatch(AnyTextsTest::isFormula));
          if (!path.startsWith("open_data/")) {
            assertThat(rows(database, path)).as(path).isEqualTo(table.rows().size());
          }
        }
      }
    }
  }

  private static boolean isFormula(String cell) {
    return cell.matches(FORMULA) && !cell.matches("-[0-9.]+");
  }

  private static int rows(Connection database, String path) throws SQLException {
    String table = path.replaceAll(".*/|\\.csv", "");
    try (Statement statement = database.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM \"" + table + "\"")) {
      return count.getInt(1);
    }
  }

  private static void assertThemesCanBeRead(Path reports) throws IOException {
    for (CSVRecord row : CommandLineRun.rows(reports, "tables/themes.csv")) {
      String theme = CellWriter.textOf(row.get("theme"));
      assertThat(theme).isNotEmpty().isEqualTo(PlainText.of(theme));
    }
  }

  private static void assertNothingIsLost(Path reports, int records) throws IOException {
    JsonNode run = MAPPER.readTree(reports.resolve("run.json").toFile());
    JsonNode counts = run.at("/ledger/records");
    assertThat(counts.path("read").asInt()).isEqualTo(records);
    assertThat(
            counts.path("accepted").asInt()
                + counts.path("duplicate").asInt()
                + counts.path("rejected").asInt())
        .isEqualTo(records);
  }

  /** Texts of which many meet once they are trimmed, lowered, composed or neutralised. */
  private static Arbitrary<String> texts() {
    String parts =
        "|x|X|1+1|'|\"|,|;|<b>|\ud83d\ude00"
            // Signs that start a formula.
            + "|=|+|-|@|\uff1d|\uff0b|\uff0d|\uff20|\u2019"
            // White space, and what is invisible.
            + "| |\t|\n"
            + "|\r"
            + "|\r\n"
            + "|\u00a0|\u2003|\u2028|\u3000"
            + "|\u0001|\u001b[31m|\u00ad|\u115f|\u200b|\u200e|\u202e|\u2060|\ufe0f|\ufeff|\ud834\udd73"
            // Letters that meet in lower case or in composed form.
            + "|\u00e9|e\u0301|\u00c9|E\u0301|\u00c5|\u212b|\u00df|\u1e9e|\u0130|i\u0307"
            + "|\u03a3|\u03c2|\u212a|k|\ufb01|fi";
    return Arbitraries.of(parts.split("[|]"))
        .list()
        .ofMaxSize(3)
        .map(chosen -> String.join("", chosen));
  }

  /** A text that is good, and sometimes one that may be anything. */
  private static Arbitrary<String> mostly(String... good) {
    Arbitrary<String> any =
        Combinators.combine(texts(), Arbitraries.of(good), texts())
            .as((before, text, after) -> before + text + after);
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.of(good)), Tuple.of(1, any), Tuple.of(1, texts()));
  }

  /** Themes, which are a key: any texts, and those that neutralising could make the same. */
  private static Arbitrary<String> themes() {
    Arbitrary<String> formulas =
        Combinators.combine(
                Arbitraries.of("", "'", "''"),
                Arbitraries.of("", "\u200e"),
                Arbitraries.of("=", "\uff1d", "x", "X"))
            .as((apostrophes, mark, start) -> apostrophes + mark + start);
    return Arbitraries.oneOf(texts(), formulas);
  }

  private static Arbitrary<Map<String, Object>> findings() {
    return Combinators.combine(themes(), mostly("strength", "weakness", "improvement"), texts())
        .as((theme, kind, text) -> Map.of("theme", theme, "kind", kind, "text", text));
  }

  @Provide
  Arbitrary<List<Map<String, Object>>> records() {
    return Combinators.combine(
            mostly("The Copper Kettle", "Harbour Fish Bar"),
            mostly("", "advisory visit"),
            mostly("2022-01-10", "2023-02-14", "2024-08-30", "2024"),
            mostly("5", "1", "Very good", ""),
            texts(),
            texts(),
            texts(),
            findings().list().ofMaxSize(8))
        .as(
            (council, type, day, grade, theme, report, key, findings) ->
                Map.<String, Object>of(
                    "council",
                    council,
                    "framework",
                    "food_hygiene",
                    "inspection_type",
                    type,
                    "published_date",
                    day,
                    "theme",
                    theme,
                    "report",
                    report,
                    "judgements",
                    Map.of("hygiene", grade, "x" + key, key),
                    "findings",
                    findings,
                    "y" + key,
                    key))
        .list()
        .ofMinSize(30)
        .ofMaxSize(60);
  }
}
