package org.gradeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The longest line that {@code .editorconfig} allows, which the formatter keeps to as well. */
@DisplayName("A line of Java")
class LineLengthTest {
  private static final Path ROOT = Path.of("..");
  private static final String LIMIT = "max_line_length = ";
  private static final String TEXT_BLOCK = "\"\"\"";

  /** A row of a table or an address, in which there is no blank to break at. */
  private static final Pattern UNBREAKABLE = Pattern.compile("[^ ]{60}");

  @Test
  void isAsLongAsTheEditorAllowsExceptWhereItCannotBeBroken() throws IOException {
    List<String> longer = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("pipeline"))) {
      for (Path file : files.filter(LineLengthTest::isSource).sorted().toList()) {
        longer.addAll(longerLines(file, limit()));
      }
    }

    assertThat(longer).isEmpty();
  }

  private static boolean isSource(Path file) {
    String name = file.toString();
    return name.endsWith(".java") && name.contains("/src/");
  }

  private static int limit() throws IOException {
    return Files.readAllLines(ROOT.resolve(".editorconfig")).stream()
        .filter(line -> line.startsWith(LIMIT))
        .mapToInt(line -> Integer.parseInt(line.substring(LIMIT.length())))
        .max()
        .orElseThrow();
  }

  /** A text block has rows of tables and sentences, which are not broken. */
  private static List<String> longerLines(Path file, int limit) throws IOException {
    List<String> longer = new ArrayList<>();
    boolean inside = false;
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      boolean isLonger = line.codePointCount(0, line.length()) > limit;
      if (isLonger && !inside && !UNBREAKABLE.matcher(line).find()) {
        longer.add(file + ":" + number);
      }
      inside ^= line.split(TEXT_BLOCK, -1).length % 2 == 0;
    }
    return longer;
  }
}
