package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        "gradeline: --data nowhere: there is no such folder. Name the folder that holds inspections/, reference/"
            + " and frameworks/.");
  }

  @Test
  void aMisspeltOption() {
    assertMessage(
        CommandLineRun.of("run", "--dta"),
        2,
        "gradeline: Unknown option: '--dta'.",
        "Did you mean --data?",
        "See gradeline run --help.");
  }

  @Test
  void aMisspeltCommand() {
    assertMessage(
        CommandLineRun.of("shoow"),
        2,
        "gradeline: Unmatched argument at index 0: 'shoow'.",
        "Did you mean show?",
        "See gradeline --help.");
  }

  @Test
  void noCommand() {
    assertMessage(
        CommandLineRun.of(),
        2,
        "gradeline: a command is missing: run, check or show COUNCIL.",
        "See gradeline --help.");
  }

  @Test
  void aDateThatIsNone() {
    assertMessage(
        CommandLineRun.of("run", "--as-at", "30/06/2014"),
        2,
        "gradeline: Invalid value for option '--as-at': '30/06/2014' is no day. Write yyyy-mm-dd.",
        "See gradeline run --help.");
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
        "gradeline: --published-by 2020-01-01 is before --as-at 2020-01-02. Reports come out after inspections; swap"
            + " the two.");
  }

  @Test
  void anInputThatIsNotThere() {
    assertMessage(
        CommandLineRun.of(
            "run", "--data", CommandLineRun.DATA.toString(), "--input", "nowhere/*.csv"),
        2,
        "gradeline: --input nowhere/*.csv: no such file. Check the path, and quote the pattern.");
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
        CommandLineRun.of(
            "show",
            "knowsley",
            "--data",
            CommandLineRun.DATA.toString(),
            "--reports",
            folder.toString()),
        2,
        "gradeline: --reports "
            + folder
            + ": there is no "
            + folder.resolve("tables").resolve("latest.csv")
            + ". Make the tables with gradeline run.");
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
        .contains("the file is no YAML")
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
    assertThat(folder.resolve("r")).doesNotExist();
  }

  @Test
  void aReportsFolderThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("reports"), "a file, no folder");
    CommandLineRun run = CommandLineRun.run(file, List.of());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "gradeline: --reports "
                + file
                + ": the folder cannot be written (it is no folder). Name another, or"
                + " change its permissions."
                + System.lineSeparator());
    assertThat(file).hasContent("a file, no folder");
  }

  @Test
  void anOptionThatBeamDoesNotKnow() {
    CommandLineRun run = CommandLineRun.run(folder, List.of(), "--nosuchoption=1");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("gradeline: an option after '--' is not Beam's:")
        .contains("nosuchoption");
  }

  @Test
  void everyOptionHasALineOfHelp() {
    for (String command : List.of("run", "check", "show")) {
      CommandLineRun help = CommandLineRun.of(command, "--help");
      assertThat(help.status()).isZero();
      assertThat(help.out()).contains("--data=DIR", "--reports=DIR", "--debug");
    }
    assertThat(CommandLineRun.of("--help").out()).contains("run", "check", "show", "Exit status:");
    assertThat(CommandLineRun.of("--version").out()).matches("gradeline \\d+\\.\\d+\\.\\d+\\s*");
  }
}
