package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradeline.cli.defaults.Surroundings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

@DisplayName("Help")
class HelpTest {
  private static final String ESCAPE = "\u001b[";

  @ParameterizedTest
  @ValueSource(strings = {"run", "check", "show", "diff", "site"})
  void aCommandAndAnOptionPrintTheSame(String command) {
    CommandLineRun help = CommandLineRun.of("help", command);

    assertThat(help.status()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).startsWith("Usage: gradeline " + command + " ");
    assertThat(CommandLineRun.of(command, "--help")).isEqualTo(help);
    assertThat(CommandLineRun.of(command, "-h")).isEqualTo(help);
  }

  @Test
  void ofTheProgramNamesEveryCommand() {
    CommandLineRun help = CommandLineRun.of("help");

    assertThat(help.status()).isZero();
    assertThat(help.out())
        .contains("  run ", "  check ", "  show ", "  diff ", "  site ", "  help ");
    assertThat(CommandLineRun.of("--help")).isEqualTo(help);
    assertThat(CommandLineRun.of("-h")).isEqualTo(help);
  }

  @Test
  void ofTheVersionIsShortToo() {
    assertThat(CommandLineRun.of("-V")).isEqualTo(CommandLineRun.of("--version"));
    assertThat(CommandLineRun.of("-V").out()).startsWith("gradeline ");
  }

  @ParameterizedTest
  @CsvSource({
    "rnu, run",
    "urn, run",
    "Run, run",
    "chek, check",
    "chekc, check",
    "shwo, show",
    "dif, diff",
    "sites, site",
    "hlep, help"
  })
  void saysWhichCommandWasMeant(String typed, String meant) {
    for (CommandLineRun run : List.of(CommandLineRun.of(typed), CommandLineRun.of("help", typed))) {
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines())
          .containsExactly(
              "gradeline: there is no command '" + typed + "'.",
              "Did you mean " + meant + "?",
              "See gradeline --help.");
    }
  }

  @ParameterizedTest
  @CsvSource({"--reprots=x, --reports", "--qiuet, --quiet", "--publishedby, --published-by"})
  void saysWhichOptionWasMeant(String typed, String meant) {
    CommandLineRun run = CommandLineRun.of("run", typed);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines())
        .containsExactly(
            "gradeline: there is no option '" + typed.replace("=x", "") + "'.",
            "Did you mean " + meant + "?",
            "See gradeline run --help.");
  }

  @Test
  void guessesNothingWhereNothingIsNear() {
    assertThat(CommandLineRun.of("publish").err().lines())
        .containsExactly("gradeline: there is no command 'publish'.", "See gradeline --help.");
  }

  @Test
  void saysWhichCommandsHaveAnOption() {
    assertThat(CommandLineRun.of("show", "knowsley", "--strict").err().lines())
        .containsExactly(
            "gradeline: there is no option '--strict'.",
            "It is an option of check.",
            "See gradeline show --help.");
    assertThat(CommandLineRun.of("diff", "a", "b", "--reports=x").err())
        .contains("It is an option of run, check, show, site.");
  }

  @Test
  void describesEveryOptionAndNamesItsVariable() {
    for (CommandLine command : Gradeline.commandLine().getSubcommands().values()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        String description = String.join(" ", option.description());
        assertThat(description).as(option.longestName()).matches("[A-Z].*[.)].*");
        if (!option.usageHelp()) {
          assertThat(description)
              .as(option.longestName())
              .endsWith(
                  " [GRADELINE_"
                      + option.longestName().substring(2).toUpperCase(Locale.ROOT).replace('-', '_')
                      + "]");
        }
      }
    }
    assertThat(CommandLineRun.of("help", "show").out()).contains("[GRADELINE_REPORTS]");
  }

  @Test
  void isTheSameWhateverDefaultsAreSetEvenWrongOnes() {
    Surroundings around =
        new Surroundings(
            Map.of("GRADELINE_AS_AT", "never", "GRADELINE_NONE", "x", "GRADELINE_QUIET", "true"),
            null);

    for (List<String> arguments :
        List.of(List.of("help"), List.of("help", "run"), List.of("run", "--help"), List.of("-V"))) {
      String[] all = arguments.toArray(String[]::new);
      assertThat(CommandLineRun.around(around, all)).isEqualTo(CommandLineRun.of(all));
    }
  }

  @Test
  void isAsWideAsTheTerminalAndOtherwise80Columns() {
    assertThat(longestLine(CommandLineRun.of("help", "run"))).isLessThanOrEqualTo(80);
    assertThat(
            longestLine(
                CommandLineRun.on(
                    new Terminal(Ansi.OFF, 132, false), Surroundings.NONE, "help", "run")))
        .isBetween(100, 132);
    assertThat(
            longestLine(
                CommandLineRun.on(
                    new Terminal(Ansi.OFF, 60, false), Surroundings.NONE, "run", "--help")))
        .isLessThanOrEqualTo(60);
  }

  private static int longestLine(CommandLineRun help) {
    return help.out().lines().mapToInt(String::length).max().orElseThrow();
  }

  @Test
  void hasColoursOnATerminalAlone() {
    Terminal terminal = new Terminal(Ansi.ON, 80, true);

    assertThat(CommandLineRun.on(terminal, Surroundings.NONE, "help").out())
        .contains(ESCAPE + "1mrun" + ESCAPE);
    assertThat(CommandLineRun.of("help").out()).doesNotContain(ESCAPE);
  }

  @Test
  void anErrorHasItsColourInTheMarkAlone() {
    Terminal terminal = new Terminal(Ansi.ON, 80, true);

    assertThat(CommandLineRun.on(terminal, Surroundings.NONE, "rnu").err())
        .startsWith(ESCAPE + "1;31mgradeline:" + ESCAPE + "0m there is no command 'rnu'.");
    assertThat(
            CommandLineRun.on(
                    terminal, Surroundings.NONE, "run", "--log=json", "--data", "\u001b[31mx")
                .err())
        .startsWith("{")
        .doesNotContain("\u001b");
    assertThat(CommandLineRun.on(terminal, Surroundings.NONE, "run", "--data", "\u001b[31mx").err())
        .contains(" --data \\u001b[31mx: there is no such folder.");
  }

  /** As a person sees it: {@code script} runs a command on a terminal of its own. */
  @Test
  void isSoOnARealTerminal() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is a terminal to be had");
    String java =
        OwnProcess.command(
                List.of("-XX:TieredStopAtLevel=1", "-Dgradeline.terminal=out,err"), List.of())
            .stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    String onATerminal = onATerminal("stty cols 120; " + java + " help run; " + java + " rnu");

    assertThat(onATerminal)
        .contains(ESCAPE + "1m--reports" + ESCAPE, ESCAPE + "1;31mgradeline:" + ESCAPE);
    assertThat(onATerminal.lines().map(line -> line.replaceAll("\u001b\\[[\\d;]*m", "").length()))
        .anyMatch(length -> length > 100)
        .allMatch(length -> length <= 120);
    assertThat(onATerminal("export NO_COLOR=1; " + java + " rnu"))
        .contains("gradeline: there is no command 'rnu'.")
        .doesNotContain("\u001b");
  }

  private static String onATerminal(String shell) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("/usr/bin/script", "-q", "-e", "-c", shell, "/dev/null");
    builder.environment().keySet().removeAll(List.of("COLUMNS", "NO_COLOR", "CLICOLOR"));
    builder.environment().put("TERM", "xterm");
    OwnProcess process = OwnProcess.start(builder);
    process.status();
    return process.printed().replace("\r", "");
  }

  /** The help of the README's options is not out of date. */
  @Test
  void everyOptionIsInTheReadme() throws Exception {
    String readme = Files.readString(Path.of("..", "README.md"));
    Gradeline.commandLine().getSubcommands().values().stream()
        .flatMap(command -> command.getCommandSpec().options().stream())
        .filter(option -> !option.usageHelp())
        .flatMap(option -> Arrays.stream(option.names()))
        .forEach(name -> assertThat(readme).contains("| `" + name));
  }
}
