package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The walk-through of another inspectorate's file works as it is printed: its files are written and
 * its commands are run, in the order of the page, and what they print is what stands below them.
 */
@DisplayName("docs/NEW-SCHEME.md")
class NewSchemeTest {
  private static final Path PAGE = Path.of("..", "docs", "NEW-SCHEME.md");
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?:(File|Add to) `([^`]+)`:\n\n)?```(csv|yaml|console)\n(.*?)```", Pattern.DOTALL);
  private static final String LEFT_OUT = "...";

  @TempDir private Path folder;

  @Test
  void everyCommandPrintsWhatStandsBelowIt() throws IOException {
    int commands = 0;
    Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
    while (blocks.find()) {
      String text = blocks.group(4);
      if (blocks.group(3).equals("console")) {
        for (String command : text.split("(?m)^\\$ ", -1)) {
          if (!command.isBlank()) {
            List<String> lines = command.lines().toList();
            assertPrinted(lines.get(0), lines.subList(1, lines.size()));
            commands++;
          }
        }
      } else {
        boolean added = blocks.group(1).equals("Add to");
        Files.writeString(
            folder.resolve(blocks.group(2)),
            text,
            added ? StandardOpenOption.APPEND : StandardOpenOption.CREATE,
            added ? StandardOpenOption.WRITE : StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
      }
    }
    assertThat(commands).isGreaterThan(15);
    assertSensibleWords();
  }

  /** A line of three dots stands for any lines. */
  private void assertPrinted(String command, List<String> expected) throws IOException {
    List<String> printed = run(command).lines().toList();
    int at = 0;
    boolean anywhere = false;
    for (String line : expected) {
      if (line.equals(LEFT_OUT)) {
        anywhere = true;
      } else {
        int found = printed.subList(at, printed.size()).indexOf(line);
        assertThat(found)
            .as("'%s' prints the line '%s' next of %s", command, line, printed)
            .isGreaterThanOrEqualTo(0);
        assertThat(anywhere || found == 0)
            .as("'%s' prints the line '%s' at once", command, line)
            .isTrue();
        at += found + 1;
        anywhere = false;
      }
    }
    if (!expected.isEmpty() && !anywhere) {
      assertThat(printed.subList(at, printed.size())).as(command).isEmpty();
    }
  }

  /** The few things that the page does, as a shell does them. */
  private String run(String command) throws IOException {
    String[] words = command.split(" +(?=(?:[^']*'[^']*')*[^']*$)", -1);
    switch (words[0]) {
      case "./gradeline" -> {
        return gradeline(command.substring(words[0].length() + 1));
      }
      case "cat" -> {
        return Files.readString(folder.resolve(words[1]));
      }
      case "echo" -> {
        Files.writeString(
            folder.resolve(words[3]), words[1].replace("'", "") + "\n", StandardOpenOption.APPEND);
        return "";
      }
      case "sed" -> {
        String[] change = words[2].replace("'", "").split("/", -1);
        Path file = folder.resolve(words[3]);
        Files.writeString(file, Files.readString(file).replace(change[1], change[2]));
        return "";
      }
      case "cp" -> {
        copy(List.of(words));
        return "";
      }
      default -> throw new AssertionError("the test does not know the command " + command);
    }
  }

  private void copy(List<String> words) throws IOException {
    Path to = folder.resolve(words.get(words.size() - 1));
    if (words.get(1).equals("-r")) {
      PathUtils.copyDirectory(Path.of("..").resolve(words.get(2)), to);
    } else {
      for (String file : words.subList(1, words.size() - 1)) {
        Files.copy(folder.resolve(file), to.resolve(file));
      }
    }
  }

  private String gradeline(String arguments) throws IOException {
    String[] parts = arguments.split(" > ", -1);
    if (parts.length > 1) {
      // A shell makes the file before the command starts.
      Files.writeString(folder.resolve(parts[1]), "");
    }
    List<String> words = new ArrayList<>();
    for (String word : parts[0].split(" ", -1)) {
      boolean isPlace = !words.isEmpty() && isPlace(words.get(words.size() - 1));
      words.add(isPlace ? folder.resolve(word).toString() : word);
    }
    CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));
    String printed = (run.out() + run.err()).replace(folder + "/", "");
    if (parts.length > 1) {
      assertThat(run.err()).isEmpty();
      Files.writeString(folder.resolve(parts[1]), printed);
      return "";
    }
    return printed;
  }

  private static boolean isPlace(String option) {
    return List.of("--data", "--input", "--reports").contains(option);
  }

  /** Pages speak of the new schemes in their own words. */
  private void assertSensibleWords() throws IOException {
    assertThat(page("england.html"))
        .contains("2 of 4 councils good or outstanding")
        .contains("councils scoring 3 or 4")
        .contains("councils scoring 19 or more");
    assertThat(page("waiting.html"))
        .contains("This describes the past and is not a schedule of HM Inspectorate of Probation");
    assertThat(page("councils/213-westminster.html"))
        .contains("Youth justice services Requires improvement, report of 15 September 2023")
        .contains("Youth justice services (score out of 36) 16, report of 15 September 2023");
  }

  private String page(String name) throws IOException {
    Path page = folder.resolve("my-reports").resolve("site").resolve(name);
    return Files.readString(page).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
  }
}
