package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.gradeline.cli.messages.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done to the project's own files, a run ends with a status that is not an internal
 * failure. {@code -Dfuzz.minutes=10} goes on with new changes for as long.
 */
class CommandFuzzTest {
  private static final int ROUNDS = 8;
  private static final int ROWS = 60;

  /** Pieces that have meant something else to somebody. */
  private static final List<String> PIECES =
      List.of(
          "",
          " ",
          "\"",
          "\"\"",
          "'",
          ",",
          ";",
          "\n",
          "\r",
          "\r\n",
          "\t",
          "\u0000",
          "\uFEFF",
          "\u00A0",
          "\u200B",
          "\u202E",
          "\uFF1D",
          "\uD83D\uDE00",
          "\u2028",
          "\u001B[31m",
          "=1+1",
          "@",
          "-",
          "#",
          "{}",
          "[]",
          "{",
          "]",
          ":",
          "- ",
          "&a",
          "*a",
          "null",
          "true",
          "~",
          "1e999",
          "-1",
          "0",
          "99999999999999999999",
          "2024-02-30",
          "0000-00-00",
          "2024",
          "2024-06",
          "01/02/2024",
          "good",
          "Good",
          "Inadequate",
          "Requires improvement",
          "340",
          "E10000017",
          "Knowsley",
          "207;213",
          "ilacs",
          "visit",
          "la_code",
          "framework",
          "overall_effectiveness",
          "*",
          "**/*",
          "\\",
          "\\u0000");

  @TempDir private Path folder;

  @Test
  void changedRecordsAreNoInternalFailure() throws IOException {
    List<Path> originals = files(CommandLineRun.DATA.resolve("inspections"));
    long rounds = rounds();
    long end = end();
    for (int seed = 0; rounds > 0 ? seed < rounds : System.nanoTime() < end; seed++) {
      Random random = new Random(seed);
      Path records = Files.createDirectories(folder.resolve("records-" + seed));
      for (int i = 0; i <= random.nextInt(3); i++) {
        Path original = originals.get(random.nextInt(originals.size()));
        write(records, i + original.getFileName().toString(), excerpt(original, random), random);
      }
      Path reports = folder.resolve("reports-of-records");
      CommandLineRun run = CommandLineRun.run(reports, List.of("--input", records.toString()));

      assertNoInternalFailure(run, "records", seed, records);
      delete(records);
    }
  }

  @Test
  void changedReferenceDataIsNoInternalFailure() throws IOException {
    long rounds = rounds();
    long end = end();
    for (int seed = 0; rounds > 0 ? seed < rounds : System.nanoTime() < end; seed++) {
      Random random = new Random(seed);
      Path data = folder.resolve("data-" + seed);
      for (Path original : files(CommandLineRun.DATA)) {
        Path copy = data.resolve(CommandLineRun.DATA.relativize(original).toString());
        Files.createDirectories(copy.getParent());
        if (original.toString().contains("inspections")) {
          Files.writeString(copy, excerpt(original, random));
        } else {
          Files.copy(original, copy);
        }
      }
      List<Path> reference =
          files(data).stream()
              .filter(it -> !it.toString().contains("inspections"))
              .filter(it -> !it.toString().endsWith(".md"))
              .toList();
      Path changed = reference.get(random.nextInt(reference.size()));
      Files.write(changed, changed(Files.readString(changed), random));
      Path reports = folder.resolve("reports-of-reference");
      CommandLineRun run = CommandLineRun.run(reports, List.of("--data", data.toString()));

      assertNoInternalFailure(run, "reference data", seed, changed);
      delete(data);
    }
  }

  private static void assertNoInternalFailure(
      CommandLineRun run, String what, int seed, Path place) {
    assertThat(run.status())
        .as("changed %s of seed %d in %s: %s", what, seed, place, run.err())
        .isNotEqualTo(ExitStatus.INTERNAL_FAILURE);
    assertThat(run.err()).doesNotContain("\tat ");
  }

  /** Rows of a table from anywhere in it, or a document whole. */
  private static String excerpt(Path original, Random random) throws IOException {
    String text = Files.readString(original);
    if (!original.toString().endsWith(".csv")) {
      return text;
    }
    List<String> lines = text.lines().toList();
    int from = 1 + random.nextInt(Math.max(1, lines.size() - ROWS));
    List<String> kept = new ArrayList<>(List.of(lines.get(0)));
    kept.addAll(lines.subList(from, Math.min(lines.size(), from + ROWS)));
    return String.join("\n", kept) + "\n";
  }

  private static void write(Path folder, String name, String text, Random random)
      throws IOException {
    byte[] bytes = changed(text, random);
    if (random.nextInt(5) == 0) {
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".gz")))) {
        out.write(bytes);
      }
    } else {
      Files.write(folder.resolve(name), bytes);
    }
  }

  private static byte[] changed(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = 0; i <= random.nextInt(12); i++) {
      change(changed, random);
    }
    byte[] bytes = changed.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(6) == 0 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  private static void change(StringBuilder text, Random random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(40));
    switch (random.nextInt(5)) {
      case 0 -> text.insert(from, piece(random));
      case 1 -> text.replace(from, to, piece(random));
      case 2 -> text.delete(from, to);
      case 3 -> text.insert(random.nextInt(text.length() + 1), text.substring(from, to));
      default -> replaceCell(text, from, piece(random));
    }
  }

  /** Replaces what stands between two signs that part the cells of a row or the parts of a line. */
  private static void replaceCell(StringBuilder text, int place, String piece) {
    int from = place;
    while (from > 0 && !isBetween(text.charAt(from - 1))) {
      from--;
    }
    int to = place;
    while (to < text.length() && !isBetween(text.charAt(to))) {
      to++;
    }
    text.replace(from, to, piece);
  }

  private static boolean isBetween(char c) {
    return ",:\n\r".indexOf(c) >= 0;
  }

  private static String piece(Random random) {
    return PIECES.get(random.nextInt(PIECES.size()));
  }

  private static long rounds() {
    return System.getProperty("fuzz.minutes") == null ? ROUNDS : 0;
  }

  private static long end() {
    return System.nanoTime() + Integer.getInteger("fuzz.minutes", 0) * 60_000_000_000L;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
