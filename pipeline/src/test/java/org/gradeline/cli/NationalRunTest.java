package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The run on the project's own data: 17 years of real inspections. */
@DisplayName("The national run")
class NationalRunTest {
  @TempDir private static Path reports;
  private static CommandLineRun run;

  @BeforeAll
  static void runOnTheProjectsData() {
    run = CommandLineRun.run(reports, List.of());
  }

  @Test
  void endsWellAndTellsWhatBecameOfEveryRecord() {
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith(
            """
            Records: 1,373 read = 1,371 accepted + 2 duplicate + 0 rejected
            Judgements: 3,251 read = 3,243 rated + 5 not judged + 3 duplicate + 0 rejected
            Ratings: 3,243. Visits: 408. Councils: 158, open: 153.
            To look at: 0 repairs, 13 warnings, 0 conflicts.
            As at 2026-08-20, published by 2026-08-20.
            """)
        .contains(
            "Revisions: no earlier reports to compare with" + System.lineSeparator(),
            "Checks: 13 passed, 1 off, 0 failed." + System.lineSeparator())
        .endsWith("Tables: " + reports.resolve("tables") + System.lineSeparator());
  }

  @Test
  void printsEnglandsGradesBesideThoseOfAYearBefore() {
    assertThat(run.out().lines().map(String::strip))
        .contains(
            "Leadership                             105 of 153, 69 %  114 of 153, 75 %",
            "Care leavers                           70 of 103, 68 %   103 of 144, 72 %",
            "Area SEND, framework of 2023  15 of 64, 23 %  19 of 93, 20 %");
  }

  @Test
  void theLedgerAddsUpInEveryFileAndInAll() throws IOException {
    JsonNode manifest = new ObjectMapper().readTree(reports.resolve("run.json").toFile());
    JsonNode total = manifest.path("ledger").path("records");
    long read = 0;
    for (JsonNode input : manifest.path("inputs")) {
      JsonNode records = input.path("records");
      assertThat(records.path("read").asLong())
          .as(input.path("source").asText())
          .isEqualTo(
              records.path("accepted").asLong()
                  + records.path("duplicate").asLong()
                  + records.path("rejected").asLong());
      assertThat(input.path("sha256").asText()).matches("[0-9a-f]{64}");
      read += records.path("read").asLong();
    }
    assertThat(total.path("read").asLong()).isEqualTo(read).isEqualTo(1373);
    assertThat(total.path("accepted").asLong()).isEqualTo(1371);
    assertThat(total.path("duplicate").asLong()).isEqualTo(2);
    JsonNode judgements = manifest.path("ledger").path("judgements");
    assertThat(judgements.path("read").asLong())
        .isEqualTo(
            judgements.path("rated").asLong()
                + judgements.path("not_judged").asLong()
                + judgements.path("duplicate").asLong()
                + judgements.path("rejected").asLong());
  }

  /**
   * Ofsted's official statistics of local authority children's services, as printed at the time.
   */
  @ParameterizedTest(name = "{0} ({2}): {3} / {4} / {5} / {6} of {7}")
  @CsvSource({
    "2015-06-30, 2015-06-30, sif, 0, 14, 31, 14, 59",
    "2017-03-31, 2017-04-30, sif, 2, 35, 60, 30, 127",
    "2019-08-31, 2019-09-30, sif_ilacs, 12, 61, 58, 18, 149",
    "2024-03-31, 2024-06-30, ilacs, 30, 61, 43, 17, 151",
    "2025-03-31, 2025-06-30, ilacs, 36, 67, 31, 19, 153"
  })
  void agreesWithOfficialStatistics(
      String asAt,
      String publishedBy,
      String scope,
      String outstanding,
      String good,
      String requiresImprovement,
      String inadequate,
      String base)
      throws IOException {
    assertThat(councils(asAt, publishedBy, scope, "headline", "national", "England"))
        .containsEntry("outstanding", outstanding)
        .containsEntry("good", good)
        .containsEntry("requires_improvement", requiresImprovement)
        .containsEntry("inadequate", inadequate)
        .containsEntry("base", base);
  }

  /** Percentages of good or outstanding that official statistics printed, in whole numbers. */
  @ParameterizedTest(name = "{0}, {3}, {4}: {5} %")
  @CsvSource({
    "2017-03-31, 2017-04-30, sif, headline, England, 29",
    "2019-08-31, 2019-09-30, sif_ilacs, headline, England, 49",
    "2019-08-31, 2019-09-30, sif_ilacs, leadership, England, 56",
    "2019-08-31, 2019-09-30, any, headline, London, 79",
    "2019-08-31, 2019-09-30, any, headline, West Midlands, 21",
    "2024-03-31, 2024-06-30, ilacs, headline, England, 60",
    "2024-03-31, 2024-06-30, ilacs, help_and_protection, England, 54",
    "2024-03-31, 2024-06-30, any, headline, North West, 36"
  })
  void agreesWithPrintedPercentages(
      String asAt, String publishedBy, String scope, String line, String geography, long percent)
      throws IOException {
    String level = geography.equals("England") ? "national" : "ofsted_region";
    String printed =
        councils(asAt, publishedBy, scope, line, level, geography).get("percent passing");
    assertThat(Math.round(Double.parseDouble(String.valueOf(printed)))).isEqualTo(percent);
  }

  private static Map<String, String> councils(
      String asAt, String publishedBy, String scope, String line, String level, String geography)
      throws IOException {
    Map<String, String> councils = new HashMap<>();
    for (CSVRecord row : CommandLineRun.rows(reports, "tables/distributions.csv")) {
      if (List.of(asAt, publishedBy, scope, line, level, geography)
          .equals(
              List.of(
                  row.get("as_at"),
                  row.get("published_by"),
                  row.get("scope"),
                  row.get("line"),
                  row.get("geography_level"),
                  row.get("geography")))) {
        councils.put(row.get("grade"), row.get("councils"));
        councils.put("base", row.get("base"));
        if (row.get("grade").equals("good_or_outstanding")) {
          councils.put("percent passing", row.get("percent"));
        }
      }
    }
    return councils;
  }

  /** The counties of England, which became fewer from 2019 on. */
  @ParameterizedTest(name = "{0}: {1} counties")
  @CsvSource({
    "2014-03-31, 27",
    "2019-03-31, 27",
    "2020-03-31, 26",
    "2022-03-31, 24",
    "2024-03-31, 21"
  })
  void countsTheCountiesThatThereWereOnTheDay(String asAt, String counties) throws IOException {
    assertThat(
            CommandLineRun.rows(reports, "tables/distributions.csv").stream()
                .filter(row -> row.get("as_at").equals(asAt) && row.get("scope").equals("any"))
                .filter(row -> row.get("line").equals("headline"))
                .filter(row -> row.get("geography").equals("County"))
                .map(NationalRunTest::counted)
                .distinct())
        .containsExactly(Long.parseLong(counties));
  }

  @Test
  void countsTheCityOfLondonAsATypeOfItsOwn() throws IOException {
    assertThat(
            CommandLineRun.rows(reports, "tables/latest.csv").stream()
                .filter(row -> row.get("council_type").equals("London Borough"))
                .map(row -> row.get("council"))
                .distinct())
        .hasSize(32)
        .doesNotContain("City of London");
  }

  private static long counted(CSVRecord row) {
    return Stream.of("base", "not_inspected", "no_longer_judged")
        .mapToLong(column -> Long.parseLong(row.get(column)))
        .sum();
  }

  @Test
  void everyCouncilIsCountedOnceAtEveryReportingDate() throws IOException {
    for (CSVRecord row : CommandLineRun.rows(reports, "tables/distributions.csv")) {
      if (row.get("geography_level").equals("national") && row.get("grade").equals("good")) {
        long counted = counted(row);
        String asAt = row.get("as_at");
        long open =
            asAt.compareTo("2019-04-01") < 0 ? 152 : asAt.compareTo("2021-04-01") < 0 ? 151 : 0;
        open = open != 0 ? open : asAt.compareTo("2023-04-01") < 0 ? 152 : 153;
        assertThat(counted).as(row.toString()).isEqualTo(open);
      }
    }
  }

  @Test
  void tellsKnowsleysStory() throws IOException {
    assertThat(
            CommandLineRun.rows(reports, "tables/trajectories.csv").stream()
                .filter(
                    row -> row.get("la_code").equals("340") && row.get("line").equals("headline"))
                .map(
                    row ->
                        row.get("framework")
                            + " "
                            + row.get("published_date")
                            + " "
                            + row.get("grade")
                            + " "
                            + row.get("direction")
                            + " until "
                            + row.get("in_force_until")))
        .containsExactly(
            "slac 2010-03-12 good first until 2014-06-30",
            "sif 2014-06-30 inadequate declined until 2017-06-13",
            "sif 2017-06-13 requires_improvement improved until 2021-12-03",
            "ilacs 2021-12-03 requires_improvement same until 2025-01-20",
            "ilacs 2025-01-20 inadequate declined until ");
    assertThat(
            CommandLineRun.rows(reports, "tables/trajectories.csv").stream()
                .filter(row -> row.get("la_code").equals("340") && row.get("line").equals("lscb"))
                .map(row -> row.get("published_date") + " " + row.get("grade")))
        .containsExactly("2014-06-30 inadequate");
    assertThat(
            CommandLineRun.rows(reports, "tables/visits.csv").stream()
                .filter(row -> row.get("la_code").equals("340"))
                .map(row -> row.get("start_date") + " " + row.get("visit_type")))
        .contains("2015 follow-up visit");
  }

  @Test
  void tellsTheFiveReportsOf30June2014() throws IOException {
    assertThat(
            CommandLineRun.rows(reports, "tables/publication_days.csv").stream()
                .filter(
                    row ->
                        row.get("published_date").equals("2014-06-30")
                            && row.get("line").equals("headline"))
                .map(row -> row.get("names")))
        .containsExactly(
            "Knowsley: inadequate (declined); North Yorkshire: good (improved);"
                + " Bournemouth: requires_improvement (declined);"
                + " Herefordshire: requires_improvement (improved); Oxfordshire: good (same)");
  }

  @Test
  void pressRecordsMergeIntoThoseOfTheReportsAndGiveTheirFindings() throws IOException {
    assertThat(
            CommandLineRun.rows(reports, "tables/ratings.csv").stream()
                .filter(row -> row.get("source").equals("knowsley.json")))
        .isEmpty();
    assertThat(
            CommandLineRun.rows(reports, "tables/themes.csv").stream()
                .map(
                    row ->
                        row.get("theme")
                            + " "
                            + row.get("kind")
                            + " "
                            + row.get("first_published")))
        .contains("record keeping weakness 2014-06-30", "record keeping improvement 2015");
  }

  @Test
  @DisplayName("reports/ in the repository is what a run makes of data/")
  void theCommittedReportsAreUpToDate() throws IOException {
    Map<String, byte[]> made = CommandLineRun.files(reports);
    Map<String, byte[]> committed = CommandLineRun.files(Path.of("..", "reports"));
    made.remove("gradeline.sqlite");
    committed.remove("gradeline.sqlite");
    assertThat(committed.keySet())
        .as("run ./gradeline run and commit reports/")
        .isEqualTo(made.keySet());
    made.forEach(
        (path, bytes) ->
            assertThat(Arrays.equals(committed.get(path), bytes))
                .as(path + ": run ./gradeline run and commit reports/")
                .isTrue());
  }

  @Test
  void anEarlierDayShowsWhatWasKnownThen() throws IOException {
    Path then = Files.createTempDirectory(reports.getParent(), "then");
    CommandLineRun early =
        CommandLineRun.run(then, List.of("--as-at", "2015-06-30", "--published-by", "2015-06-30"));
    assertThat(early.status()).isZero();
    assertThat(
            CommandLineRun.rows(then, "tables/latest.csv").stream()
                .filter(
                    row -> row.get("la_code").equals("340") && row.get("line").equals("headline"))
                .map(
                    row ->
                        row.get("grade")
                            + ", "
                            + row.get("history")
                            + ", "
                            + row.get("days_in_force")))
        .containsExactly("inadequate, good > inadequate, 365");
    assertThat(CommandLineRun.rows(then, "tables/latest.csv"))
        .noneMatch(
            row -> row.get("line").startsWith("send_") && row.get("status").equals("graded"));
    assertThat(CommandLineRun.rows(then, "tables/ratings.csv"))
        .as("ratings hold all that was accepted")
        .hasSameSizeAs(CommandLineRun.rows(reports, "tables/ratings.csv"));
  }
}
