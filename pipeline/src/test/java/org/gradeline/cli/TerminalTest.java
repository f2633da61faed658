package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names and texts of files are printed so that they can neither command the terminal nor pass for a
 * line of the program.
 */
@DisplayName("On the terminal")
class TerminalTest {
  private static final String RED = "\u001b[31m";
  private static final String FORGED = "gradeline: all is well.";
  private static final String GOOD =
      "la_code,framework,published_date,overall_effectiveness\n340,ilacs,2021-12-03,Good\n";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("input"));
    return Files.writeString(folder.resolve("input").resolve(name), text);
  }

  private Path reports() {
    return folder.resolve("reports");
  }

  /** A run on the files. */
  private CommandLineRun run(String... options) {
    return CommandLineRun.run(reports(), inputAnd(options));
  }

  private CommandLineRun command(String name, String... options) {
    List<String> arguments = new ArrayList<>(List.of(name, "--data", "../data"));
    arguments.addAll(inputAnd(options));
    return CommandLineRun.of(arguments.toArray(new String[0]));
  }

  private List<String> inputAnd(String... options) {
    List<String> all = new ArrayList<>(List.of("--input", folder.resolve("input").toString()));
    all.addAll(List.of(options));
    return all;
  }

  /** Nothing but line feeds and what can be seen, and no line that a file made up. */
  private static void assertPrintable(String printed) {
    assertThat(printed).doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}&&[^\n\t]]");
    assertThat(printed.lines()).noneMatch(line -> line.strip().startsWith(FORGED));
  }

  @Test
  void aFilesNameIsEscapedInMessages() throws IOException {
    file("a\n" + FORGED + RED + "\u202e.csv", "Council,Outcome\nKnowsley,Good\n");
    file("good.csv", GOOD);
    String shown = "a\\n" + FORGED + "\\u001b[31m\\u202e.csv:1: the header ";

    CommandLineRun run = run();
    assertThat(run.err()).contains(shown);
    assertPrintable(run.err());
    assertPrintable(run.out());

    CommandLineRun json = run("--log", "json");
    assertPrintable(json.err());
    JsonNode unread =
        json.err()
            .lines()
            .map(TerminalTest::json)
            .filter(event -> event.path("event").asText().equals("file_not_read"))
            .findFirst()
            .orElseThrow();
    assertThat(unread.path("message").textValue()).contains(shown);
    assertThat(unread.path("source").textValue())
        .as("programs get the name as it is")
        .endsWith("a\n" + FORGED + RED + "\u202e.csv");

    CommandLineRun check = command("check");
    assertThat(check.out()).contains("a\\n" + FORGED + "\\u001b[31m\\u202e.csv:1: unknown_layout:");
    assertPrintable(check.out());
    assertPrintable(check.err());
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  @Test
  void aFilesNameIsEscapedInAnErrorAndItsTrace() throws IOException {
    Path missing = folder.resolve("a" + RED + "\n" + FORGED + ".csv");

    CommandLineRun run =
        CommandLineRun.run(reports(), List.of("--input", missing.toString(), "--debug"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("a\\u001b[31m\\n" + FORGED);
    assertPrintable(run.err());
  }

  @Test
  void anUnknownColumnIsEscapedInTheSummaryAndAnUnknownKeyIsNotQuoted() throws IOException {
    file(
        "records.csv",
        "la_code,framework,published_date,overall_effectiveness,\"colour"
            + RED
            + "\n"
            + FORGED
            + "\"\n340,ilacs,2021-12-03,Good,\n");
    file(
        "records.json",
        """
        {"la_code": "340", "framework": "ilacs", "published_date": "2020-12-03",
         "overall_effectiveness": "Good", "key\\u009b31m\\u2028gradeline: all is well.": 1}
        """);

    for (CommandLineRun run :
        List.of(run(), run("--log", "json"), command("check"), command("check", "--strict"))) {
      // A key that is not a plain one may have a person's name, so only its size is shown.
      // What nobody sees is no part of a column's name, nor a line break.
      assertThat(run.out()).contains("colour[31m " + FORGED, "(a key of 30 characters)");
      assertPrintable(run.out());
      assertPrintable(run.err());
    }
  }

  @Test
  void aValueIsEscapedInTheListOfRejections() throws IOException {
    file("records.csv", GOOD + "340,ilacs,2020-12-03,\"Good" + RED + "\n" + FORGED + "\"\n");

    CommandLineRun check = command("check");

    assertThat(check.out()).contains("unknown_grade", "Good[31m\\n" + FORGED);
    assertPrintable(check.out());
  }

  @Test
  void aThemeIsEscapedInACouncilsStory() throws IOException {
    file(
        "records.json",
        """
        {"la_code": "340", "framework": "ilacs", "inspection_type": "focused visit",
         "published_date": "2020-12-03", "theme": "a\\u001b[31m\\ngradeline: all is well.\\u009b"}
        """);
    assertThat(run().status()).isZero();

    CommandLineRun story = CommandLineRun.showKnowsley(reports());
    assertThat(story.out()).contains("focused visit: \"a[31m\\n" + FORGED + "\"");
    assertPrintable(story.out());

    CommandLineRun json =
        CommandLineRun.of(
            "show", "knowsley", "--json", "--data", "../data", "--reports", reports().toString());
    assertPrintable(json.out());
    assertThat(json(json.out()).path("story").toString()).containsIgnoringCase("a[31m\\n" + FORGED);
  }

  @Test
  void aRevisionIsEscaped() throws IOException {
    file("good.csv", GOOD);
    assertThat(run().status()).isZero();
    Path ratings = reports().resolve("tables/ratings.csv");
    Path other = folder.resolve("other");
    Files.createDirectories(other.resolve("tables"));
    Files.writeString(
        other.resolve("tables/ratings.csv"),
        Files.readString(ratings)
            .replace("Knowsley", "\"Know" + RED + "\n" + FORGED + "\"")
            .replace(",good,", ",in\u009badequate,"));

    for (String format : List.of("--debug", "--csv")) {
      CommandLineRun diff =
          CommandLineRun.of("diff", format, reports().toString(), other.toString());
      assertThat(diff.status()).isZero();
      assertThat(diff.out()).contains("Know\\u001b[31m\\n" + FORGED, "in\\u009badequate");
      assertPrintable(diff.out());
    }
  }

  @Test
  void anArgumentIsEscaped() {
    for (CommandLineRun run :
        List.of(
            CommandLineRun.of("show" + RED),
            CommandLineRun.of("run", "--data", "x" + RED + "\n" + FORGED),
            CommandLineRun.of("run", "--as-at", RED + "\n" + FORGED),
            CommandLineRun.of("show", "--data", "../data", "x" + RED + "\n" + FORGED))) {
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err()).contains("\\u001b[31m");
      assertPrintable(run.err());
    }
  }

  @Test
  void textOfEveryScriptIsPrintedAsItIs() throws IOException {
    file("räksmörgås 年報 😀.csv", "Council,Outcome\nKnowsley,Good\n");

    assertThat(run().err()).contains("räksmörgås 年報 😀.csv:1: ");
  }
}
