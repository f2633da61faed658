package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way to be told that something cannot be done: one clear message, the right exit status, no
 * stack trace.
 */
@DisplayName("Messages")
class MessagesTest {
  @TempDir private Path folder;

  private static void assertMessage(CommandLineRun run, int status, String... lines) {
    assertThat(run.err().lines()).containsExactly(lines);
    assertThat(run.status()).isEqualTo(status);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aDataFolderThatIsNotThere() {
    assertMessage(
        CommandLineRun.of("run", "--data", "nowhere"),
        2,
        "gradeline: --data nowhere: there is no such folder. Name the folder that holds"
            + " inspections/, reference/ and frameworks/.");
  }

  @Test
  void aMisspeltOption() {
    assertMessage(
        CommandLineRun.of("run", "--dta"),
        2,
        "gradeline: there is no option '--dta'.",
        "Did you mean --data?",
        "See gradeline run --help.");
  }

  @Test
  void aMisspeltCommand() {
    assertMessage(
        CommandLineRun.of("shoow"),
        2,
        "gradeline: there is no command 'shoow'.",
        "Did you mean show?",
        "See gradeline --help.");
  }

  @Test
  void anArgumentTooMany() {
    assertMessage(
        CommandLineRun.of("check", "data"),
        2,
        "gradeline: the argument 'data' is one too many.",
        "See gradeline check --help.");
  }

  @Test
  void noCommand() {
    assertMessage(
        CommandLineRun.of(),
        2,
        "gradeline: a command is missing. Write run, check, show COUNCIL, show DATE, diff OLD NEW"
            + " or site.",
        "See gradeline --help.");
  }

  @Test
  void aDateThatIsNone() {
    assertMessage(
        CommandLineRun.of("run", "--as-at", "30/06/2014"),
        2,
        "gradeline: Invalid value for option '--as-at': '30/06/2014' is not a day. Write"
            + " yyyy-mm-dd.",
        "See gradeline run --help.");
  }

  @Test
  void aYearOfMoreThanFourDigits() {
    assertMessage(
        CommandLineRun.of("check", "--published-by", "+12026-06-30"),
        2,
        "gradeline: Invalid value for option '--published-by': '+12026-06-30' is not a day. Write"
            + " yyyy-mm-dd.",
        "See gradeline check --help.");
  }

  @Test
  void aFileOfNeighboursOrGroupingsThatIsNotThere() {
    String data = CommandLineRun.DATA.toString();
    assertMessage(
        CommandLineRun.of("run", "--data", data, "--neighbours", "nowhere.csv"),
        2,
        "gradeline: --neighbours nowhere.csv: there is no such file. Name a CSV file with the"
            + " columns of reference/statistical_neighbours.csv.");
    assertMessage(
        CommandLineRun.of("check", "--data", data, "--groupings", data),
        2,
        "gradeline: --groupings "
            + data
            + ": there is no such file. Name a CSV file with the columns of"
            + " reference/groupings.csv.");
  }

  @Test
  void aFileOfNeighboursThatIsWrong() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("n.csv"), "la_code,position,neighbour_la_code\n340,1,999\n");
    CommandLineRun run =
        CommandLineRun.of(
            "run", "--data", CommandLineRun.DATA.toString(), "--neighbours", file.toString());
    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err())
        .startsWith("gradeline: the reference data is wrong:" + System.lineSeparator())
        .contains(file + ":2: ", "999");
  }

  @Test
  void aCouncilToExcludeThatIsUnknown() {
    assertMessage(
        CommandLineRun.of(
            "check",
            "--data",
            CommandLineRun.DATA.toString(),
            "--exclude",
            "340",
            "--exclude",
            "999"),
        2,
        "gradeline: --exclude 999: no council has this code. Give the la_code of a council in"
            + " reference/councils.csv.");
  }

  @Test
  void datesInTheWrongOrder() {
    assertMessage(
        CommandLineRun.of(
            "run",
            "--data",
            CommandLineRun.DATA.toString(),
            "--as-at",
            "2020-01-02",
            "--published-by",
            "2020-01-01"),
        2,
        "gradeline: --published-by 2020-01-01 is before --as-at 2020-01-02. Reports come out after"
            + " inspections; swap the two.");
  }

  @Test
  void aLimitThatIsNone() {
    assertMessage(
        CommandLineRun.of("run", "--data", CommandLineRun.DATA.toString(), "--max-rejected", "5%"),
        2,
        "gradeline: --max-rejected 5%: this is not a limit. Write a number from 0 to 100, such as 5"
            + " or 0.5, or off.");
    assertMessage(
        CommandLineRun.of("check", "--data", CommandLineRun.DATA.toString(), "--max-age", "-1"),
        2,
        "gradeline: --max-age -1: this is not a limit. Write a whole number from 0, or off.");
  }

  @Test
  void aFileOfGatesThatIsNotThere() {
    assertMessage(
        CommandLineRun.of(
            "run", "--data", CommandLineRun.DATA.toString(), "--gates", "nowhere.yaml"),
        2,
        "gradeline: --gates nowhere.yaml: there is no such file. Name a file of gates, such as "
            + CommandLineRun.DATA.resolve("gates.yaml")
            + ".");
  }

  @Test
  void aFileOfGatesThatIsWrong() throws IOException {
    Path gates =
        Files.writeString(folder.resolve("g.yaml"), "gates:\n- {gate: rejected, limit: 5}\n");
    assertMessage(
        CommandLineRun.of(
            "run", "--data", CommandLineRun.DATA.toString(), "--gates", gates.toString()),
        4,
        "gradeline: the reference data is wrong:",
        "  "
            + gates
            + ":2: 'gate' is 'rejected'. It must be one of [conflict_percent, councils_graded,"
            + " newest_record_days, ratings_vanished, rejected_judgements, rejected_percent].");
  }

  @Test
  void aFolderWithoutReportsToCompare() {
    assertMessage(
        CommandLineRun.of("diff", folder.toString(), "nowhere"),
        2,
        "gradeline: "
            + folder
            + ": there is no "
            + folder.resolve("tables").resolve("ratings.csv")
            + ". Name a folder that gradeline run has made.");
  }

  @Test
  void aTableOfRatingsThatIsNone() throws IOException {
    Files.createDirectories(folder.resolve("tables"));
    Files.writeString(folder.resolve("tables").resolve("ratings.csv"), "a,b\n1,2\n");
    assertMessage(
        CommandLineRun.of("diff", folder.toString(), folder.toString()),
        2,
        "gradeline: "
            + folder
            + ": tables/ratings.csv:1: the column 'la_code' is missing. Name a folder that"
            + " gradeline run has made.");
  }

  @Test
  void onlyOneFolderToCompare() {
    assertMessage(
        CommandLineRun.of("diff", folder.toString()),
        2,
        "gradeline: 'NEW' is missing.",
        "See gradeline diff --help.");
  }

  @Test
  void anInputThatIsNotThere() {
    assertMessage(
        CommandLineRun.of(
            "run", "--data", CommandLineRun.DATA.toString(), "--input", "nowhere/*.csv"),
        2,
        "gradeline: --input nowhere/*.csv: there is no such file. Check the path; put a pattern in"
            + " quotes.");
  }

  @Test
  void aCouncilThatIsUnknown() {
    assertMessage(
        CommandLineRun.of("show", "nowsley", "--data", CommandLineRun.DATA.toString()),
        2,
        "gradeline: no council is called 'nowsley'. Did you mean Knowsley?");
  }

  @Test
  void tablesThatAreNotMadeYet() {
    assertMessage(
        CommandLineRun.showKnowsley(folder),
        2,
        "gradeline: --reports "
            + folder
            + ": there is no "
            + folder.resolve("tables").resolve("latest.csv")
            + ". Make the tables with gradeline run.");
  }

  @Test
  void tablesThatMayNotBeRead() throws IOException {
    Path tables = Files.createDirectories(folder.resolve("tables"));
    Path closed = Files.writeString(tables.resolve("latest.csv"), "");
    Files.writeString(tables.resolve("trajectories.csv"), "");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(closed), "the super-user may read everything");
    assertMessage(
        CommandLineRun.showKnowsley(folder),
        1,
        "gradeline: cannot write or read "
            + closed
            + ": permission denied. The last reports are untouched. Add --debug to see the stack"
            + " trace.");
  }

  @Test
  void aBrokenFrameworkFile() throws IOException {
    Path data = folder.resolve("data");
    PathUtils.copyDirectory(CommandLineRun.DATA, data);
    Files.writeString(data.resolve("frameworks").resolve("sif.yaml"), "frameworks: [\n  - x: {\n");
    CommandLineRun run =
        CommandLineRun.of(
            "run", "--data", data.toString(), "--reports", folder.resolve("r").toString());
    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err())
        .startsWith(
            "gradeline: the reference data is wrong:"
                + System.lineSeparator()
                + "  frameworks/sif.yaml:")
        .contains("the file is not valid YAML")
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
    assertThat(folder.resolve("r")).doesNotExist();
  }

  @Test
  void aReportsFolderThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("reports"), "a file, not a folder");
    CommandLineRun run = CommandLineRun.run(file, List.of());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "gradeline: --reports "
                + file
                + ": the folder cannot be written to (it is not a folder). Name another, or"
                + " change its permissions."
                + System.lineSeparator());
    assertThat(file).hasContent("a file, not a folder");
  }

  @Test
  void anOptionThatBeamDoesNotKnow() {
    CommandLineRun run = CommandLineRun.run(folder, List.of(), "--nosuchoption=1");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("gradeline: Beam does not accept an option after '--':")
        .contains("nosuchoption");
  }

  @Test
  void everyOptionHasALineOfHelp() {
    for (String command : List.of("run", "check", "show")) {
      CommandLineRun help = CommandLineRun.of(command, "--help");
      assertThat(help.status()).isZero();
      assertThat(help.out()).contains("--data=DIR", "--reports=DIR", "--debug");
    }
    assertThat(CommandLineRun.of("diff", "--help").out()).contains("OLD NEW", "--csv", "--debug");
    assertThat(CommandLineRun.of("--help").out())
        .contains("run", "check", "show", "diff", "Exit status:");
    assertThat(CommandLineRun.of("--version").out()).matches("gradeline \\d+\\.\\d+\\.\\d+\\s*");
  }
}
