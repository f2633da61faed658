package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.storage.ReportsFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over earlier reports: what they revise, and what keeps them from being published. */
@DisplayName("Gates and revisions")
class GatesTest {
  private static final String HEADER =
      "la_code,council,framework,inspection_type,start_date,published_date,overall_effectiveness,in_care,care_leavers\n";
  private static final String STAFFORDSHIRE =
      "860,Staffordshire,ilacs,standard,2023-09-04,2023-11-10,Good,Good,%s\n";
  private static final String KENT =
      "886,Kent,ilacs,standard,2022-05-09,2022-07-06,Outstanding,Good,\n";
  private static final String FAULTY = "886,Kent,ilacs,standard,2022-05-09,2022-07-06,Fine,,\n";

  private static final String NO_GRADE =
      "'Fine' is not an ILACS grade. Write one of: Outstanding, Good, Requires improvement,"
          + " Requires improvement to be good, Inadequate, Not judged.";

  /** What is told of the faulty record when it is the third. */
  private static final String LOST =
      "gradeline: 1 judgement was rejected. See quality/rejected.csv.\nilacs.csv:4: "
          + NO_GRADE
          + "\n";

  @TempDir private Path folder;
  private Path reports;
  private Path data;

  /** A data folder with two councils' records, and their reports. */
  @BeforeEach
  void publish() throws IOException {
    reports = folder.resolve("reports");
    data = folder.resolve("data");
    Files.createDirectories(data);
    for (String part : List.of("reference", "frameworks")) {
      PathUtils.copyDirectory(CommandLineRun.DATA.resolve(part), data.resolve(part));
    }
    records(STAFFORDSHIRE.formatted("Good"), KENT);
    CommandLineRun first = run();
    assertThat(first.err()).isEmpty();
    assertThat(first.status()).isZero();
    assertThat(first.out()).contains("Revisions: no earlier reports to compare with\n");
  }

  private void records(String... rows) throws IOException {
    Path inspections = Files.createDirectories(data.resolve("inspections"));
    Files.writeString(inspections.resolve("ilacs.csv"), HEADER + String.join("", rows));
  }

  private void gates(String... gates) throws IOException {
    Files.writeString(
        data.resolve("gates.yaml"),
        Arrays.stream(gates)
            .map(gate -> "  - {" + gate + "}\n")
            .collect(Collectors.joining("", "gates:\n", "")));
  }

  private CommandLineRun run(String... options) {
    return command(
        "run", Stream.concat(Stream.of("--no-site"), Stream.of(options)).toArray(String[]::new));
  }

  private CommandLineRun command(String name, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of(name, "--data", data.toString(), "--reports", reports.toString()));
    arguments.addAll(List.of(options));
    CommandLineRun run = CommandLineRun.of(arguments.toArray(new String[0]));
    return new CommandLineRun(
        run.status(),
        run.out().replace(System.lineSeparator(), "\n"),
        run.err().replace(System.lineSeparator(), "\n"));
  }

  private List<String> revisions(Path of) throws IOException {
    return CommandLineRun.rows(of, "quality/revisions.csv").stream()
        .map(row -> String.join(",", row.toList()))
        .toList();
  }

  private CSVRecord check(Path of, String name) throws IOException {
    return CommandLineRun.rows(of, "quality/checks.csv").stream()
        .filter(row -> row.get("check").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void assertSame(Map<String, byte[]> before, Map<String, byte[]> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach((path, bytes) -> assertThat(bytes).as(path).isEqualTo(before.get(path)));
  }

  @Test
  void theSameRecordsGiveTheSameBytesWithOrWithoutEarlierReports() throws IOException {
    Map<String, byte[]> first = CommandLineRun.files(reports);

    CommandLineRun second = run();

    assertThat(second.out()).contains("Revisions: none\n");
    Map<String, byte[]> again = CommandLineRun.files(reports);
    first.remove("gradeline.sqlite");
    again.remove("gradeline.sqlite");
    assertSame(first, again);
  }

  @Test
  void aChangedGradeIsToldAndListed() throws IOException {
    records(STAFFORDSHIRE.formatted("Requires improvement to be good"), KENT);

    CommandLineRun run = run();

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains(
            "Revisions: 1 rating changed: Staffordshire care leavers good ->"
                + " requires_improvement\n");
    assertThat(revisions(reports))
        .containsExactly(
            "changed,860,Staffordshire,ilacs,2023-11-10,care_leavers,good,requires_improvement");
  }

  @Test
  void ofManyRevisionsThreeAreNamedChangesFirst() throws IOException {
    records(
        STAFFORDSHIRE.formatted("Inadequate"),
        "340,Knowsley,ilacs,standard,2021-10-11,2021-12-03,Good,Good,\n");

    CommandLineRun run = run();

    assertThat(run.out())
        .contains(
            "Revisions: 2 ratings added, 1 changed, 2 removed: Staffordshire care leavers good ->"
                + " inadequate; Kent in care good removed; Kent overall effectiveness outstanding"
                + " removed; and 2 more in quality/revisions.csv\n");
    assertThat(check(reports, "ratings_vanished").get("value")).isEqualTo("2");
  }

  @Test
  void aFailedGateKeepsTheLastReportsAndTheRefusedOnesBeside() throws IOException {
    gates("gate: rejected_percent, limit: 5");
    records(STAFFORDSHIRE.formatted("Good"), KENT, FAULTY);
    Map<String, byte[]> before = CommandLineRun.files(reports);
    String manifest = Files.readString(reports.resolve("run.json"));

    CommandLineRun run = run();

    assertThat(run.status()).isEqualTo(3);
    Path rejected = reports.resolve(".rejected-run");
    assertThat(run.err())
        .isEqualTo(
            LOST
                + "gradeline: gate rejected_percent: 33.3333 % of the records were rejected, the"
                + " limit is 5 %. See "
                + rejected.resolve("quality/rejected.csv")
                + "; nothing was published.\n");
    assertThat(run.out())
        .startsWith("Records: 3 read = 2 accepted + 0 duplicate + 1 rejected\n")
        .contains(
            "3 failed: rejected_judgements, rejected_percent, rejected_records"
                + " (quality/checks.csv).\n")
        .doesNotContain("Tables: ");
    assertSame(before, CommandLineRun.files(reports));
    assertThat(reports.resolve("run.json")).hasContent(manifest);
    assertThat(CommandLineRun.rows(rejected, "quality/rejected.csv")).hasSize(1);
    assertThat(check(rejected, "rejected_percent").get("result")).isEqualTo("failed");
    assertThat(rejected.resolve("gradeline.sqlite")).exists();

    assertThat(run("--max-rejected", "off").status()).isZero();
    assertThat(rejected).doesNotExist();
    assertThat(CommandLineRun.rows(reports, "quality/rejected.csv")).hasSize(1);
  }

  @Test
  void aMistypedGradeIsShownWithWhatWasMeantAndFailsItsGate() throws IOException {
    gates("gate: rejected_percent, limit: 5", "gate: rejected_judgements, limit: 0");
    records(STAFFORDSHIRE.formatted("Requires improvment"), KENT);
    String lost =
        "gradeline: 1 judgement was rejected. See quality/rejected.csv.\n"
            + "ilacs.csv:2: 'Requires improvment' is not an ILACS grade. Did you mean 'Requires"
            + " improvement to be good'?\n";

    CommandLineRun run = run();

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .isEqualTo(
            lost
                + "gradeline: gate rejected_judgements: 1 judgement was rejected, the limit is 0."
                + " See "
                + reports.resolve(".rejected-run").resolve("quality/rejected.csv")
                + "; nothing was published.\n");
    CommandLineRun check = command("check");
    assertThat(check.status()).isEqualTo(3);
    assertThat(check.err())
        .isEqualTo(
            lost
                + "gradeline: check rejected_judgements: 1 judgement was rejected, the limit is"
                + " 0.\n");
    assertThat(run("--max-rejected-judgements", "1").status()).isZero();
    assertThat(check(reports, "rejected_judgements").get("limit")).isEqualTo("1");
    CommandLineRun off = run("--max-rejected-judgements", "off");
    assertThat(off.status()).isZero();
    assertThat(off.err()).isEqualTo(lost);
    assertThat(check(reports, "rejected_judgements").get("severity")).isEqualTo("warning");
  }

  @Test
  void ofManyRejectedJudgementsTheFirstFiveAreShown() throws IOException {
    records(KENT.replace("Good", "Goood").repeat(7));

    CommandLineRun run = run();

    assertThat(run.err().lines())
        .hasSize(7)
        .startsWith("gradeline: 7 judgements were rejected. See quality/rejected.csv.")
        .contains("ilacs.csv:6: 'Goood' is not an ILACS grade. Did you mean 'Good'?")
        .endsWith("... and 2 more.");
  }

  @Test
  void aCouncilIsGradedWhereALeadingLineHasAGrade() throws IOException {
    records(
        KENT,
        // Since April 2026 there is no overall grade; in care leads.
        "860,Staffordshire,ilacs,standard,2026-04-13,2026-06-12,,Good,\n");

    assertThat(run().status()).isZero();

    assertThat(check(reports, "councils_graded").get("value")).isEqualTo("2");
    assertThat(check(reports, "councils_graded:area_send").get("value")).isEqualTo("0");
    assertThat(check(reports, "councils_graded:area_send").get("result")).isEqualTo("off");
  }

  @Test
  void anotherInspectoratesFileThatComesFirstTakesNoGate() throws IOException {
    Files.writeString(
        data.resolve("frameworks").resolve("another.yaml"),
        """
        schemes:
          - {scheme: another, label: Another inspectorate}
        scales:
          - scale: another
            label: Two grades
            grades:
              - {grade: fine, label: Fine}
              - {grade: poor, label: Poor}
            pass_mark: fine
        frameworks:
          - framework: another
            label: Another inspectorate
            scheme: another
            coverage: full
            scale: another
            start_date: usual
            areas:
              - {area: everything, label: Everything}
            wordings: {fine: [Fine], poor: [Poor]}
        lines:
          - line: another
            scheme: another
            label: Everything
            phrase: everything
            members:
              - {framework: another, area: everything}
        """);
    Files.writeString(
        data.resolve("inspections").resolve("another.csv"),
        """
        la_code,framework,start_date,published_date,everything
        340,another,2023-01-09,2023-02-10,Fine
        """);

    CommandLineRun run = run("--min-councils-graded", "2");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(check(reports, "councils_graded").get("message")).contains("childrens_services");
    assertThat(check(reports, "councils_graded:another").get("value")).isEqualTo("1");
    gates("gate: councils_graded, scheme: another, limit: 2");
    assertThat(run().err()).contains("gate councils_graded:another: 1 open council has a grade");
  }

  @Test
  void aDayLongAfterTheNewestRecordIsWarnedOf() throws IOException {
    CommandLineRun run = run("--as-at", "2029-12-31");

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "gradeline: check as_at: the newest record was published on 2023-11-10, 2,243 days"
                + " before as_at 2029-12-31, the limit is 90 days.\n");
    assertThat(check(reports, "as_at").get("result")).isEqualTo("failed");
    assertThat(check(reports, "as_at").get("value")).isEqualTo("2243");
    assertThat(command("check", "--as-at", "2024-02-08").out()).doesNotContain("check as_at");
    assertThat(command("check", "--as-at", "2024-02-09").out()).contains("Warning: check as_at: ");
  }

  @Test
  void aJointServiceIsRatedInEachOfItsCouncilsAndTheLedgerAddsUp() throws IOException {
    records(
        KENT,
        "207;213,Kensington and"
            + " Chelsea;Westminster,ilacs,standard,2023-09-04,2023-11-10,Good,Good,\n");

    CommandLineRun run = run();

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("Records: 3 read = 3 accepted + 0 duplicate + 0 rejected\n");
    assertThat(CommandLineRun.rows(reports, "tables/ratings.csv"))
        .filteredOn(row -> row.get("source_line").equals("3"))
        .extracting(row -> row.get("la_code") + " " + row.get("area") + " " + row.get("grade"))
        .containsExactly(
            "207 in_care good",
            "207 overall_effectiveness good",
            "213 in_care good",
            "213 overall_effectiveness good");
  }

  @Test
  void anInspectionOutsideTheDaysOfItsFrameworkIsRejected() throws IOException {
    records(KENT, KENT.replace("2022-", "2012-"));

    assertThat(run().status()).isZero();

    assertThat(CommandLineRun.rows(reports, "quality/rejected.csv"))
        .extracting(row -> row.get("rule") + " " + row.get("message"))
        .containsExactly(
            "outside_framework the framework 'ilacs' is for inspections that start from 2018-01-01,"
                + " but this one started on 2012-05-09. Fix the framework or the date.");
  }

  @Test
  void neighboursAndGroupingsCanBeReplacedAndCouncilsLeftOut() throws IOException {
    Path neighbours =
        Files.writeString(
            folder.resolve("neighbours.csv"), "la_code,position,neighbour_la_code\n886,1,860\n");
    Path groupings =
        Files.writeString(
            folder.resolve("groupings.csv"),
            "grouping,code,label,la_code,valid_from,valid_to\ncoast,,Coastal,886,,\n");

    CommandLineRun run =
        run("--neighbours", neighbours.toString(), "--groupings", groupings.toString());

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(CommandLineRun.rows(reports, "tables/neighbour_grades.csv"))
        .isNotEmpty()
        .allMatch(row -> row.get("la_code").equals("886"))
        .allMatch(row -> row.get("neighbour_la_code").equals("860"));
    assertThat(CommandLineRun.rows(reports, "tables/distributions.csv"))
        .extracting(row -> row.get("geography_level"))
        .contains("coast")
        .doesNotContain("region");
    assertThat(Files.readString(reports.resolve("run.json")))
        .contains("\"neighbours\" : \"" + neighbours, "\"groupings\" : \"" + groupings);

    assertThat(run("--exclude", "886", "--exclude", "340").status()).isZero();
    assertThat(check(reports, "councils_graded").get("value")).isEqualTo("1");
    assertThat(Files.readString(reports.resolve("run.json"))).contains("\"exclude\" : \"886 340\"");
  }

  @Test
  void everyFailedGateIsALine() throws IOException {
    gates("gate: rejected_percent, limit: 5", "gate: ratings_vanished, limit: 1");
    records(STAFFORDSHIRE.formatted("Good"), FAULTY);

    CommandLineRun run = run("--min-councils-graded", "140");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err().lines())
        .extracting(line -> line.replaceAll(" See .*", ""))
        .containsExactly(
            "gradeline: 1 judgement was rejected.",
            "ilacs.csv:3: " + NO_GRADE,
            "gradeline: gate councils_graded: 1 open council has a grade on a leading line of the"
                + " scheme childrens_services, the limit is at least 140.",
            "gradeline: gate ratings_vanished: 2 earlier ratings are gone, the limit is 1.",
            "gradeline: gate rejected_percent: 50 % of the records were rejected, the limit is 5"
                + " %.");
  }

  @Test
  void aGateThatIsAWarningIsToldAndDoesNotStopTheRun() throws IOException {
    gates("gate: newest_record_days, limit: 30, severity: warning");

    CommandLineRun run = run();

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("1 failed: newest_record_days (quality/checks.csv).\n");
    CSVRecord check = check(reports, "newest_record_days");
    assertThat(check.get("severity")).isEqualTo("warning");
    assertThat(check.get("result")).isEqualTo("failed");
    assertThat(check.get("value")).isEqualTo("2023-11-10");
  }

  @Test
  void theDataFoldersGatesAreForItsOwnRecords() throws IOException {
    gates("gate: councils_graded, limit: 100", "gate: ratings_vanished, limit: 0");
    Path input = folder.resolve("kent.csv");
    Files.writeString(input, HEADER + KENT);

    CommandLineRun others = run("--input", input.toString());
    assertThat(others.status()).as(others.err()).isZero();
    assertThat(check(reports, "ratings_vanished").get("result")).isEqualTo("off");

    assertThat(run("--input", input.toString(), "--min-councils-graded", "140").status())
        .as("a gate that was asked for")
        .isEqualTo(3);
    CommandLineRun named =
        run("--input", input.toString(), "--gates", data.resolve("gates.yaml").toString());
    assertThat(named.err())
        .startsWith("gradeline: gate councils_graded: 1 open council has a grade");
  }

  @Test
  void anotherDayIsNotHeldToTheCouncilsOfToday() throws IOException {
    gates("gate: councils_graded, limit: 2", "gate: ratings_vanished, limit: 0");

    assertThat(run("--as-at", "2022-12-31").status()).isZero();
    assertThat(check(reports, "councils_graded").get("value")).isEqualTo("1");
    assertThat(check(reports, "councils_graded").get("result")).isEqualTo("off");
    assertThat(check(reports, "ratings_vanished").get("result")).isEqualTo("passed");
    assertThat(run("--as-at", "2022-12-31", "--min-councils-graded", "2").status()).isEqualTo(3);
  }

  @Test
  void aRunThatAcceptsNothingNeverReplacesRatings() throws IOException {
    records(FAULTY);

    CommandLineRun run = run();

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains(
            "gradeline: gate accepted_records: 0 records were accepted, and the last reports have 5"
                + " ratings. See ");
    reports = folder.resolve("fresh");
    assertThat(run().status()).as("there is nothing to lose").isZero();
    assertThat(run().status()).as("nor now").isZero();
  }

  @Test
  void earlierRatingsThatCannotBeReadAreAWarning() throws IOException {
    Files.writeString(reports.resolve("tables").resolve("ratings.csv"), "a,b\n1,2\n");

    CommandLineRun run = run();

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains(
            "Revisions: the earlier reports could not be read (tables/ratings.csv:1: the column"
                + " 'la_code' is missing)\n");
    assertThat(check(reports, "earlier_reports").get("result")).isEqualTo("failed");
    assertThat(revisions(reports)).isEmpty();
    assertThat(run().out()).contains("Revisions: none\n");
  }

  @Test
  void checkHoldsTheRecordsToTheSameGatesAndLeavesTheReports() throws IOException {
    gates("gate: ratings_vanished, limit: 1");
    records(STAFFORDSHIRE.formatted("Good"));
    Map<String, byte[]> before = CommandLineRun.files(reports);

    CommandLineRun check = command("check");

    assertThat(check.status()).isEqualTo(3);
    assertThat(check.err())
        .isEqualTo(
            "gradeline: check ratings_vanished: 2 earlier ratings are gone, the limit is 1.\n");
    assertThat(check.out()).contains("Nothing was published.\n");
    assertThat(reports.resolve(".rejected-run")).doesNotExist();
    assertSame(before, CommandLineRun.files(reports));
    assertThat(command("check", "--max-vanished", "2").status()).isZero();
  }

  @Test
  void checkTellsWarningsAndIfStrictFailsForThem() throws IOException {
    records(STAFFORDSHIRE.formatted("Good"), KENT, FAULTY);

    CommandLineRun check = command("check");
    assertThat(check.status()).isZero();
    assertThat(check.err()).isEqualTo(LOST);
    assertThat(check.out())
        .contains(
            "Warning: check rejected_judgements: 1 judgement was rejected.\n",
            "Warning: check rejected_records: 1 record was rejected.\n");

    CommandLineRun strict = command("check", "--strict");
    assertThat(strict.status()).isEqualTo(3);
    assertThat(strict.err())
        .isEqualTo(
            LOST
                + "gradeline: check rejected_judgements: 1 judgement was rejected.\n"
                + "gradeline: check rejected_records: 1 record was rejected.\n");

    records(STAFFORDSHIRE.formatted("Good"), KENT);
    assertThat(command("check", "--strict").status()).isZero();
  }

  @Test
  void checkDoesNotWaitForARunThatHoldsTheReports() throws IOException {
    try (ReportsFolder held = ReportsFolder.open(reports)) {
      assertThat(held.staging()).exists();
      CommandLineRun check = command("check");
      assertThat(check.status()).isZero();
      assertThat(check.out())
          .contains(
              "Note: another run is writing to "
                  + reports
                  + ". This check compares with the last reports that were published.\n");
    }
    assertThat(command("check").out()).doesNotContain("Note:");
  }

  @Test
  void checkSaysThatTheReportsWereReplacedMeanwhile() throws IOException {
    Path copy = folder.resolve("copy");
    PathUtils.copyDirectory(reports, copy);
    CompletableFuture<CommandLineRun> check = CompletableFuture.supplyAsync(() -> command("check"));
    while (!check.isDone()) {
      try (ReportsFolder held = ReportsFolder.open(reports)) {
        PathUtils.copyDirectory(copy, held.staging());
        held.publish();
      }
    }

    assertThat(check.join().status()).isZero();
    assertThat(check.join().out())
        .contains(
            "Note: a run replaced the reports in "
                + reports
                + " during this check. Check again to compare with the new ones.\n");
  }

  @Test
  @DisplayName("check --strict passes on the project's own data and reports")
  void theProjectsOwnDataPassesTheStrictCheck() {
    CommandLineRun strict =
        CommandLineRun.of(
            "check",
            "--strict",
            "--data",
            CommandLineRun.DATA.toString(),
            "--reports",
            Path.of("..", "reports").toString());

    assertThat(strict.err()).isEmpty();
    assertThat(strict.status()).isZero();
    assertThat(strict.out()).contains("Revisions: none");
  }

  @Test
  void diffTellsTheRevisionsOfAnyTwoReports() throws IOException {
    Path later = folder.resolve("later");
    Path earlier = reports;
    records(STAFFORDSHIRE.formatted("Inadequate"));
    reports = later;
    assertThat(run().status()).isZero();

    CommandLineRun diff = CommandLineRun.of("diff", earlier.toString(), later.toString());
    assertThat(diff.status()).isZero();
    assertThat(diff.err()).isEmpty();
    assertThat(diff.out().lines())
        .containsExactly(
            "Staffordshire (860), care leavers, ilacs published on 10 November 2023: good ->"
                + " inadequate",
            "Kent (886), in care, ilacs published on 6 July 2022: good removed",
            "Kent (886), overall effectiveness, ilacs published on 6 July 2022: outstanding"
                + " removed",
            "Revisions: 1 rating changed, 2 removed: Staffordshire care leavers good -> inadequate;"
                + " Kent in care good removed; Kent overall effectiveness outstanding removed");

    assertThat(CommandLineRun.of("diff", "--csv", later.toString(), earlier.toString()).out())
        .isEqualTo(
            """
            kind,la_code,council,framework,published_date,area,before,after
            added,886,Kent,ilacs,2022-07-06,in_care,,good
            added,886,Kent,ilacs,2022-07-06,overall_effectiveness,,outstanding
            changed,860,Staffordshire,ilacs,2023-11-10,care_leavers,inadequate,good
            """);
    CommandLineRun same = CommandLineRun.of("diff", earlier.toString(), earlier.toString());
    assertThat(same.status()).isZero();
    assertThat(same.out().lines()).containsExactly("Revisions: none");
  }
}
