package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.cli.messages.ExitStatus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of the shapes in which users have them, a few real inspections each, beside the project's
 * own records: Ofsted's sheets with prose above the header, and files of a scraper with sentinels,
 * inspectors' names (made-up ones here) and grades that are known to be wrong.
 */
@DisplayName("Layouts")
class LayoutsTest {
  private static final Path FILES =
      Path.of("src", "test", "resources", "org", "gradeline", "cli", "layouts");

  @TempDir private static Path reports;
  private static CommandLineRun run;

  @BeforeAll
  static void runOnAll() {
    run =
        CommandLineRun.run(
            reports,
            List.of(
                "--input",
                FILES.resolve("*.csv").toString(),
                "--input",
                CommandLineRun.DATA.resolve("inspections").toString()));
    assertThat(run.err().lines())
        .hasSize(5)
        .anyMatch(line -> line.contains("d2i_history.csv:4: published_date of Brent: '31/02/23'"))
        .anyMatch(line -> line.startsWith("gradeline: 2 judgements were rejected."))
        .anyMatch(line -> line.contains("d2i_history.csv:2: 'data_unreadable' stands in place of"))
        .anyMatch(
            line -> line.contains("d2i_overview.csv:6: 'data_unreadable' stands in place of"));
    assertThat(run.status()).isZero();
  }

  private static List<String> rows(String table, String... columns) throws IOException {
    return told(CommandLineRun.rows(reports, table), columns);
  }

  private static List<String> told(List<CSVRecord> rows, String... columns) {
    return rows.stream()
        .map(
            row ->
                Arrays.stream(columns)
                    .map(row::get)
                    .map(cell -> cell.replace(FILES + "/", ""))
                    .collect(Collectors.joining(" | ")))
        .toList();
  }

  @Test
  void everyRecordAndJudgementIsAccountedFor() {
    assertThat(run.out())
        .contains("Records: 1,390 read = 1,371 accepted + 16 duplicate + 3 rejected");
    assertThat(run.out()).doesNotContain("Unknown columns");
  }

  @Test
  void saintHelensThreeWrongGradesAreConflictsAndTheOfficialOnesAreKept() throws IOException {
    assertThat(
            rows(
                "quality/conflicts.csv",
                "council",
                "published_date",
                "area",
                "kept_grade",
                "other_grade",
                "other_source"))
        .containsExactly(
            "St Helens | 2023-09-04 | care_leavers | outstanding | good | d2i_overview.csv",
            "St Helens | 2023-09-04 | help_and_protection | requires_improvement | good |"
                + " d2i_overview.csv",
            "St Helens | 2023-09-04 | in_care | good | requires_improvement | d2i_overview.csv");
  }

  @Test
  void codesOfAbolishedCouncilsAndOldCodesResolveWithAWarning() throws IOException {
    assertThat(
            rows("quality/warnings.csv", "source", "source_line", "rule", "value", "message")
                .stream()
                .filter(row -> row.contains("superseded_code")))
        .containsExactly(
            "d2i_overview.csv | 3 | superseded_code | E10000009 | Dorset has had the code E06000059"
                + " since 2019-04-01",
            "d2i_overview.csv | 4 | superseded_code | E10000006 | Westmorland and Furness has had"
                + " the code E06000064 since 2023-04-01",
            "ofsted_ilacs_history.csv | 6 | superseded_code | E08000016 | Barnsley has had the code"
                + " E08000038 since 2025-04-01",
            "ofsted_in_year.csv | 4 | superseded_code | E08000016 | Barnsley has had the code"
                + " E08000038 since 2025-04-01");
  }

  @Test
  void whatCouldNotBeReadIsRejectedAndWhatIsNotThereIsBlank() throws IOException {
    assertThat(rows("quality/rejected.csv", "source", "source_line", "rule", "field", "value"))
        .containsExactly(
            "d2i_history.csv | 2 | unreadable_grade | in_care | data_unreadable",
            "d2i_history.csv | 4 | invalid_date | published_date | 31/02/23",
            "d2i_history.csv | 5 | malformed_row |  | 8 cells",
            "d2i_overview.csv | 6 | unreadable_grade | in_care | data_unreadable",
            "d2i_overview.csv | 7 | unknown_council | la_code | 999");
    assertThat(rows("quality/repairs.csv", "source", "source_line", "rule", "value", "repaired"))
        .containsExactly(
            "d2i_history.csv | 2 | leading_to | to requires improvement | requires improvement");
  }

  @Test
  void aDateIsReadInTheWaysOfItsLayoutAndTheMessageNamesThem() throws IOException {
    assertThat(rows("quality/rejected.csv", "message", "suggestion"))
        .contains(
            "'31/02/23' is not a date. Write it as dd/mm/yy, yyyy-mm-dd, yyyy-mm or yyyy. |"
                + " dd/mm/yy");
  }

  @Test
  void visitsAreKnownByTheWordsOfTheirLayout() throws IOException {
    assertThat(rows("tables/visits.csv", "council", "visit_type", "start_date", "published_date"))
        .contains(
            "Barnsley | focused visit | 2024-11-05 | 2024-12-05",
            "Bradford | monitoring visit | 2025-02-11 | 2025-03-13");
  }

  @Test
  void noInspectorsNameReachesAnyFile() throws IOException {
    List<Path> files = new ArrayList<>();
    try (var walk = Files.walk(reports)) {
      walk.filter(Files::isRegularFile).forEach(files::add);
    }
    assertThat(files).hasSizeGreaterThan(20);
    for (Path file : files) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain("Example");
    }
    assertThat(run.out()).doesNotContain("Example");
    assertThat(rows("quality/rejected.csv", "source_line", "raw"))
        .contains(
            "4 | 80489,brent,https://files.ofsted.gov.uk/v1/file/50213625,...,31/02/23,short,...,20/02/2023,24/02/2023,good,good,good,good,good,...",
            "5 | 8 cells, 114 characters");
  }

  @Test
  void theSameFilesAloneGiveTheirOwnGrades(@TempDir Path folder) throws IOException {
    CommandLineRun.run(folder, List.of("--input", FILES.resolve("*.csv").toString()));

    assertThat(
            told(
                CommandLineRun.rows(folder, "tables/ratings.csv").stream()
                    .filter(row -> row.get("council").equals("Brent"))
                    .toList(),
                "area",
                "grade",
                "start_date",
                "end_date",
                "published_date",
                "source"))
        .containsExactly(
            "care_leavers | good | 2026-04-27 | 2026-05-01 | 2026-06-17 | d2i_history.csv",
            "help_and_protection | good | 2026-04-27 | 2026-05-01 | 2026-06-17 | d2i_history.csv",
            "impact_of_leaders | good | 2026-04-27 | 2026-05-01 | 2026-06-17 | d2i_history.csv",
            "in_care | good | 2026-04-27 | 2026-05-01 | 2026-06-17 | d2i_history.csv");
  }

  @Test
  void aRowOfAnOlderInspectionHasTheFrameworkOfItsTime(@TempDir Path folder) throws IOException {
    CommandLineRun.run(folder, List.of("--input", FILES.resolve("d2i_history.csv").toString()));

    assertThat(
            told(
                CommandLineRun.rows(folder, "tables/ratings.csv").stream()
                    .filter(row -> row.get("published_date").equals("2017-06-13"))
                    .toList(),
                "framework",
                "area",
                "grade"))
        .containsExactly(
            "sif | care_leavers | good",
            "sif | help_and_protection | requires_improvement",
            "sif | leadership_management_governance | good",
            "sif | looked_after_and_permanence | requires_improvement",
            "sif | overall_effectiveness | requires_improvement");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Local authority name,Inspection date,Publication date,Overall effectiveness | ofsted_as_at
          urn,local_authority,publication_date,in_care_grade,care_leavers_grade,help_and_protection_grade | d2i_history
          la_code,council,framework,lscb | gradeline
          """)
  void aHeaderOfNoLayoutIsOneMessageThatNamesTheNearest(
      String header, String nearest, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("foreign.csv"), header + "\n1,2\n3,4\n");
    CommandLineRun foreign =
        CommandLineRun.run(folder.resolve("reports"), List.of("--input", file.toString()));

    assertThat(foreign.out()).contains("Records: 1 read = 0 accepted + 0 duplicate + 1 rejected");
    List<CSVRecord> rejected =
        CommandLineRun.rows(folder.resolve("reports"), "quality/rejected.csv");
    assertThat(rejected)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("rule")).isEqualTo("unknown_layout");
              assertThat(row.get("source_line")).isEqualTo("1");
              assertThat(row.get("message"))
                  .startsWith(
                      "the header does not match any known layout; the nearest is "
                          + nearest
                          + ", for which it lacks '")
                  .endsWith("; none of the file's rows was read");
            });
  }

  @Test
  void aNamedLayoutIsTakenForEveryFile(@TempDir Path folder) throws IOException {
    List<String> input = List.of("--input", FILES.resolve("d2i_history.csv").toString());
    List<String> named = new ArrayList<>(input);
    named.addAll(List.of("--layout", "d2i_overview"));
    CommandLineRun.run(folder, named);

    assertThat(told(CommandLineRun.rows(folder, "quality/rejected.csv"), "message"))
        .containsExactly(
            "the header does not match the layout d2i_overview: it lacks 'la_code', 'ltla23cd' or"
                + " 'la_code_new'; none of the file's rows was read");

    CommandLineRun misspelt = CommandLineRun.run(folder, List.of("--layout", "d2i_histori"));
    assertThat(misspelt.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(misspelt.err())
        .contains("--layout d2i_histori: there is no such layout. Did you mean d2i_history?");
  }
}
