package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.tables.CellWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a spreadsheet would run as a formula is a text in every table, and numbers are numbers. */
@DisplayName("A formula in the records")
class FormulasTest {
  private static final List<String> FORMULAS =
      List.of(
          "=1+1",
          "+44 151",
          "-2",
          "@SUM(A1)",
          "\t=2",
          "\r=3",
          "=HYPERLINK(\"\"x\"\",\"\"y\"\")",
          "\uff1d4",
          "\u200b=5",
          "\u00a0 \u2060\uff0b6",
          "\u00ad\uff207",
          "'=8");

  /** What a spreadsheet makes a formula of, once it has dropped what shows nothing. */
  private static final Pattern FORMULA =
      Pattern.compile(
          "[\\t\\r\\n].*|[\\p{Z}\\p{C}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

  @TempDir private static Path folder;
  private static Path reports;

  @BeforeAll
  static void runOnFormulas() throws IOException {
    Path input = Files.createDirectories(folder.resolve("input"));
    StringBuilder text =
        new StringBuilder(
            "la_code,council,framework,inspection_type,start_date,published_date,report,theme,"
                + "overall_effectiveness\n");
    int month = 1;
    for (String formula : FORMULAS) {
      String cell = formula.matches("[^\"\r]*") ? formula : "\"" + formula + "\"";
      String day = "2019-%02d-04".formatted(month++);
      text.append("304,,ilacs,," + day + "," + day + "," + cell + ",,Good\n");
      text.append("305,,ilacs,focused visit," + day + "," + day + ",," + cell + ",\n");
      text.append("306,,ilacs,," + day + "," + day + ",,," + cell + "\n");
      text.append(cell + ",,ilacs,," + day + "," + day + ",,,Good\n");
      text.append("," + cell + ",ilacs,," + day + "," + day + ",,,Good\n");
      text.append("307,," + cell + ",," + day + "," + day + ",,,Good\n");
      text.append("307,,ilacs,," + cell + "," + day + ",,,Good\n");
      text.append("307," + cell + ",ilacs\n");
    }
    // A fall of three grades, and a conflict with the next file.
    text.append("308,,ilacs,,2019-01-07,2019-02-07,,,Outstanding\n");
    text.append("308,,ilacs,,2020-01-07,2020-02-07,,,Inadequate\n");
    Files.writeString(input.resolve("a.csv"), text);
    Files.writeString(
        input.resolve("b.json"),
        """
        {"la_code": "308", "framework": "ilacs", "published_date": "2020-02-07",
         "overall_effectiveness": "Good",
         "findings": [{"theme": "=1+1", "kind": "strength", "text": "=2+2"},
                      {"theme": "+1", "kind": "=kind", "text": "-1"}]}
        """);
    reports = folder.resolve("reports");
    CommandLineRun run = CommandLineRun.run(reports, List.of("--input", input.toString()));
    assertThat(run.err())
        .contains(
            "gradeline: 12 records were rejected for a date.",
            "gradeline: 12 judgements were rejected.");
    assertThat(run.status()).isZero();
  }

  @Test
  void isNoFormulaInAnyTable() throws IOException {
    List<String> formulas = new ArrayList<>();
    for (String path : CommandLineRun.files(reports).keySet()) {
      if (path.endsWith(".csv")) {
        for (CSVRecord row : parse(reports.resolve(path))) {
          row.stream()
              .filter(cell -> FORMULA.matcher(cell).matches())
              .filter(cell -> !cell.matches("-\\d+(\\.\\d+)?"))
              .forEach(cell -> formulas.add(path + ": " + cell));
        }
      }
    }
    assertThat(formulas).isEmpty();
  }

  private static List<CSVRecord> parse(Path file) throws IOException {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CellWriter.FORMAT)) {
      return parser.getRecords();
    }
  }

  @ParameterizedTest(name = "{1} of {0}")
  @CsvSource({
    "tables/ratings.csv, report",
    "tables/visits.csv, theme",
    "quality/rejected.csv, value",
    "quality/rejected.csv, raw"
  })
  void standsAsTextWithAQuoteBeforeIt(String table, String column) throws IOException {
    assertThat(CommandLineRun.rows(reports, table).stream().map(row -> row.get(column)))
        .anySatisfy(cell -> assertThat(cell).startsWith("'=1+1"))
        .anySatisfy(cell -> assertThat(cell).startsWith("'+44 151"))
        .anySatisfy(cell -> assertThat(cell).startsWith("'-2"))
        .anySatisfy(cell -> assertThat(cell).startsWith("'@SUM(A1)"));
  }

  @ParameterizedTest
  @CsvSource({"value, \uff1d4", "value, \u200b=5", "repaired, =4", "repaired, =5", "repaired, +6"})
  void standsAsTextAmongTheRepairsToo(String column, String formula) throws IOException {
    assertThat(
            CommandLineRun.rows(reports, "quality/repairs.csv").stream()
                .map(row -> row.get(column)))
        .contains("'" + formula);
  }

  @Test
  void staysApartFromATextThatLooksNeutralised() throws IOException {
    assertThat(
            CommandLineRun.rows(reports, "tables/ratings.csv").stream()
                .map(row -> row.get("report")))
        .contains("''=8");
  }

  @Test
  void leavesNegativeNumbersNumbers() throws IOException {
    assertThat(
            CommandLineRun.rows(reports, "tables/trajectories.csv").stream()
                .filter(row -> row.get("la_code").equals("308"))
                .map(row -> row.get("change")))
        .containsExactly("", "-3");
  }
}
