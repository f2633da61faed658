package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradeline.cli.defaults.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for an option that the command line leaves out: the environment says it, or else the
 * current folder's gradeline.properties, or else the program itself.
 */
@DisplayName("A default")
class DefaultsTest {
  private static final String RECORDS =
      "la_code,framework,published_date,overall_effectiveness\n340,ilacs,2021-12-03,Good\n";

  @TempDir private Path folder;
  private Path one;
  private Path two;

  @BeforeEach
  void writeRecords() throws IOException {
    one = Files.writeString(folder.resolve("one.csv"), RECORDS);
    two = Files.writeString(folder.resolve("two.csv"), RECORDS.replace("340", "341"));
  }

  /** A dry run, which says where each option is from. */
  private CommandLineRun dryRun(Map<String, String> environment, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--dry-run", "--data", CommandLineRun.DATA.toString()));
    arguments.addAll(List.of(options));
    return CommandLineRun.around(
        new Surroundings(environment, folder), arguments.toArray(String[]::new));
  }

  private void properties(String... lines) throws IOException {
    Files.write(folder.resolve("gradeline.properties"), List.of(lines));
  }

  /** What a dry run says of an option. */
  private static String line(CommandLineRun run, String option) {
    assertThat(run.status()).as(run.err()).isZero();
    return run.out()
        .lines()
        .filter(line -> line.startsWith("  " + option + " "))
        .map(line -> line.strip().replaceAll(" {2,}", " | "))
        .findFirst()
        .orElse("");
  }

  private String reports(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void isTheCommandLinesThenTheVariablesThenTheFilesThenTheProgramsOwn() throws IOException {
    Map<String, String> variable = Map.of("GRADELINE_REPORTS", reports("v"));

    assertThat(line(dryRun(Map.of()), "--reports")).isEqualTo("--reports | reports | default");
    properties("# where the reports are", "", "reports = " + reports("f"));
    assertThat(line(dryRun(Map.of()), "--reports"))
        .isEqualTo("--reports | " + reports("f") + " | gradeline.properties, line 3");
    assertThat(line(dryRun(variable), "--reports"))
        .isEqualTo("--reports | " + reports("v") + " | GRADELINE_REPORTS");
    assertThat(line(dryRun(variable, "--reports", reports("c")), "--reports"))
        .isEqualTo("--reports | " + reports("c") + " | command line");
  }

  @Test
  void holdsForARunAndWhatReadsItsReports() throws IOException {
    properties(
        "data = " + CommandLineRun.DATA,
        "input = " + one,
        "reports = " + reports("here"),
        "no-site = true");
    Surroundings around = new Surroundings(Map.of(), folder);

    CommandLineRun run = CommandLineRun.around(around, "run");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(folder.resolve("here").resolve("tables")).isDirectory();
    assertThat(folder.resolve("here").resolve("site")).doesNotExist();
    JsonNode made =
        new ObjectMapper().readTree(folder.resolve("here").resolve("run.json").toFile());
    assertThat(made.path("options").path("input").textValue()).isEqualTo(one.toString());
    assertThat(CommandLineRun.around(around, "show", "knowsley").out())
        .startsWith("Knowsley (340)");
  }

  @Test
  void mayBeForOneCommandAlone() throws IOException {
    properties("run.as-at = 2024-03-31", "as-at = 2020-03-31", "show.json = true");

    assertThat(line(dryRun(Map.of()), "--as-at"))
        .isEqualTo("--as-at | 2024-03-31 | gradeline.properties, line 1");
    properties("check.as-at = 2024-03-31");
    assertThat(line(dryRun(Map.of()), "--as-at")).isEmpty();
  }

  @Test
  void mayHaveSeveralValuesWithSemicolonsBetween() throws IOException {
    CommandLineRun run =
        dryRun(Map.of("GRADELINE_INPUT", one + ";" + two, "GRADELINE_EXCLUDE", "350;351"));

    assertThat(line(run, "--input"))
        .isEqualTo("--input | " + one + ";" + two + " | GRADELINE_INPUT");
    assertThat(line(run, "--exclude")).isEqualTo("--exclude | 350;351 | GRADELINE_EXCLUDE");
    assertThat(run.out()).contains("Records: 2 files");
    assertThat(dryRun(Map.of("GRADELINE_INPUT", two.toString()), "--input", one.toString()).out())
        .as("the command line's, and not both")
        .contains("Records: 1 file", one.toString())
        .doesNotContain(two.toString());
  }

  @Test
  void turnsAnOptionWithoutAValueOnOrOff() throws IOException {
    properties("no-site = true");

    assertThat(line(dryRun(Map.of()), "--no-site"))
        .isEqualTo("--no-site | true | gradeline.properties, line 1");
    assertThat(line(dryRun(Map.of(), "--no-site"), "--no-site"))
        .isEqualTo("--no-site | true | command line");
    assertThat(line(dryRun(Map.of("GRADELINE_NO_SITE", "false")), "--no-site")).isEmpty();
  }

  @Test
  void isNoneWhereNothingIsWritten() throws IOException {
    properties("layout =", "gates=   ");

    CommandLineRun run = dryRun(Map.of("GRADELINE_LAYOUT", "", "GRADELINE_LINEAGE", " "));

    assertThat(line(run, "--layout")).isEmpty();
    assertThat(line(run, "--gates")).isEmpty();
  }

  @Test
  void saysHowMessagesAreWanted() {
    Map<String, String> json = Map.of("GRADELINE_LOG", "json");

    assertThat(dryRun(json, "--as-at=never").err()).startsWith("{").contains("\"exit_status\":2");
    assertThat(dryRun(Map.of("GRADELINE_QUIET", "true")).out()).isEmpty();
    assertThat(
            CommandLineRun.around(
                    new Surroundings(Map.of("GRADELINE_QUIET", "true"), null), "diff", "a", "b")
                .err())
        .as("diff has no such option")
        .startsWith("gradeline: a: ");
  }

  @Nested
  class ThatCannotBeUsed {
    private void assertTold(CommandLineRun run, String... lines) {
      List<String> all = new ArrayList<>(List.of("gradeline: these defaults cannot be used:"));
      List.of(lines).forEach(line -> all.add("  " + line));
      assertThat(run.err().lines()).containsExactlyElementsOf(all);
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
    }

    @Test
    void isToldWithTheVariable() {
      assertTold(
          dryRun(
              Map.of(
                  "GRADELINE_REPROTS", "x",
                  "GRADELINE_COLOUR", "x",
                  "GRADELINE_NO_SITE", "yes",
                  "GRADELINE_JAVA_OPTS", "-Xmx1g",
                  "OTHER_REPORTS", "x")),
          "GRADELINE_COLOUR: there is no option --colour. Unset the variable. 'gradeline help run'"
              + " lists the options.",
          "GRADELINE_NO_SITE: 'yes' is neither true nor false. Write one of them.",
          "GRADELINE_REPROTS: there is no option --reprots. Did you mean GRADELINE_REPORTS?");
    }

    @Test
    void isToldWithTheFileAndTheLine() throws IOException {
      properties(
          "reprots = x",
          "reports",
          "rnu.reports = x",
          "show.input = x",
          "data = ../data",
          "data = ../other",
          "check.strict = 1");

      assertTold(
          dryRun(Map.of()),
          "gradeline.properties:2: the line is not 'option = value'. Write for example 'reports ="
              + " my-reports', and # before a comment.",
          "gradeline.properties:6: 'data' is in line 5 already. Remove one of the two.",
          "gradeline.properties:3: there is no command 'rnu'. Did you mean run?",
          "gradeline.properties:4: show has no option --input. It is an option of check, run.",
          "gradeline.properties:7: '1' is neither true nor false. Write one of them.",
          "gradeline.properties:1: there is no option --reprots. Did you mean reports?");
    }

    @Test
    void isToldInEveryCommand() throws IOException {
      properties("check.strict = 1");
      for (List<String> command :
          List.of(List.of("run"), List.of("show", "york"), List.of("diff", "a", "b"))) {
        assertTold(
            CommandLineRun.around(
                new Surroundings(Map.of(), folder), command.toArray(String[]::new)),
            "gradeline.properties:1: '1' is neither true nor false. Write one of them.");
      }
    }

    @Test
    void isToldWhenTheFileIsNotText() throws IOException {
      Path file = folder.resolve("gradeline.properties");
      Files.write(file, "reports = caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
      assertTold(
          dryRun(Map.of()),
          "gradeline.properties: the file cannot be read: it is not UTF-8. Save it as UTF-8.");
      Files.delete(file);
      Files.createDirectory(file);
      assertTold(
          dryRun(Map.of()),
          "gradeline.properties: the file cannot be read: it is not a text file of options. Rename"
              + " it.");
    }

    @Test
    void isNamedWithItsPlaceWhereTheCommandCannotUseTheValue() throws IOException {
      properties("", "as-at = 30/06/2014");
      assertThat(dryRun(Map.of()).err().lines())
          .containsExactly(
              "gradeline: Invalid value for option '--as-at': '30/06/2014' is not a day. Write"
                  + " yyyy-mm-dd.",
              "The value of --as-at is from gradeline.properties, line 2.",
              "See gradeline run --help.");
      assertThat(dryRun(Map.of(), "--as-at", "2014-06-30").status())
          .as("the command line says another")
          .isZero();

      properties("neighbours = nowhere.csv");
      assertThat(dryRun(Map.of("GRADELINE_NEIGHBOURS", "none.csv")).err().lines())
          .containsExactly(
              "gradeline: --neighbours none.csv: there is no such file. Name a CSV file with the"
                  + " columns of reference/statistical_neighbours.csv.",
              "The value of --neighbours is from GRADELINE_NEIGHBOURS.");
      assertThat(dryRun(Map.of()).err())
          .contains("The value of --neighbours is from gradeline.properties, line 1.");
    }
  }

  /** As a person starts it: from the process's own environment and folder. */
  @Test
  void isTheProcesssOwn() throws Exception {
    properties("\ufeffreports = mine", "run.dry-run = true\r");
    List<String> command =
        OwnProcess.command(
            List.of("-XX:TieredStopAtLevel=1"), List.of("run", "--data", data().toString()));
    command.remove(OwnProcess.NO_DEFAULTS);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GRADELINE_"));
    builder.environment().put("GRADELINE_INPUT", one.toString());
    OwnProcess run = OwnProcess.start(builder);

    assertThat(run.status()).as(run.printed()).isZero();
    assertThat(run.printed())
        .containsPattern("--reports +mine +gradeline.properties, line 1")
        .containsPattern("--input +" + one + " +GRADELINE_INPUT")
        .contains("They are made in mine, and replace nothing.");
    assertThat(folder.resolve("mine")).doesNotExist();
  }

  private static Path data() {
    return CommandLineRun.DATA.toAbsolutePath().normalize();
  }
}
