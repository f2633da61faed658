package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A folder of files with a fault each, read by one run: every fault costs what it must and no more.
 */
@DisplayName("Faulty files")
class FaultyFilesTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final String HEADER =
      "la_code,framework,start_date,published_date,report,overall_effectiveness\n";
  private static final int DEEP = 100_000;

  /**
   * A file of records.
   *
   * @param name its name
   * @param good lines of the records that must come out
   * @param rejected lines that give none, each with its rule
   */
  private record Faulty(String name, List<Integer> good, List<String> rejected) {
    @Override
    public String toString() {
      return name.replace("\n", "\\n");
    }
  }

  private static final List<Faulty> FILES = new ArrayList<>();
  private static int records;

  @TempDir private static Path folder;
  private static Path inspections;
  private static Path reports;
  private static CommandLineRun run;

  private static void file(String name, byte[] content, List<Integer> good, String... rejected)
      throws IOException {
    Path path = inspections.resolve(name);
    Files.createDirectories(path.getParent());
    Files.write(path, content);
    FILES.add(new Faulty(name, good, List.of(rejected)));
  }

  private static void file(String name, String content, List<Integer> good, String... rejected)
      throws IOException {
    file(name, content.getBytes(StandardCharsets.UTF_8), good, rejected);
  }

  /** A record that is like no other. */
  private static String row(String report, String grade) {
    LocalDate published = LocalDate.of(2019, 1, 1).plusDays(records++);
    return "304,ilacs,," + published + "," + report + "," + grade + "\n";
  }

  private static String good() {
    return row("", "Good");
  }

  private static String json(String more) {
    LocalDate published = LocalDate.of(2019, 1, 1).plusDays(records++);
    return "{\"la_code\": \"304\", \"framework\": \"ilacs\", \"published_date\": \""
        + published
        + "\", \"overall_effectiveness\": \"Good\""
        + more
        + "}";
  }

  private static String json() {
    return json("");
  }

  static List<Faulty> files() {
    return FILES;
  }

  private static void addTexts() throws IOException {
    file(
        "columns.csv",
        HEADER.strip() + columns(DEEP) + "\n" + good().strip() + commas(DEEP),
        List.of(2));
    file(
        "cells.csv",
        HEADER + good() + "304" + ",x".repeat(DEEP) + "\n" + good(),
        List.of(2, 4),
        "3 malformed_row");
    file(
        "deep.json",
        "["
            + json()
            + ",\n"
            + deep()
            + ",\n"
            + json(", \"notes\": " + deep())
            + ",\n"
            + json()
            + "]",
        List.of(1, 4),
        "2 malformed_json",
        "3 malformed_json");
    file(
        "deep.jsonl",
        json() + "\n" + "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP) + "\n" + json() + "\n",
        List.of(1, 3),
        "2 malformed_json");
    file(
        "keys.json",
        "[" + json() + ",\n" + json(", \"la_code\": \"305\"") + ",\n" + json() + "]",
        List.of(1, 3),
        "2 malformed_json");
    file(
        "keys.jsonl",
        json() + "\n" + json(", \"la_code\": \"305\"") + "\n" + json() + "\n",
        List.of(1, 3),
        "2 malformed_json");
    file(
        "nul.csv",
        HEADER
            + good()
            + row("a\0b", "Good")
            + good()
            + row("", "Go\0od")
            + good()
            + "\0".repeat(512),
        List.of(2, 4, 6),
        "3 unreadable_file",
        "5 unreadable_file",
        "7 unreadable_file");
    file("nul-in-header.csv", "\0" + HEADER + good(), List.of(), "1 unreadable_file");
    file(
        "nul.jsonl",
        json() + "\n" + json(", \"report\": \"a\0\"") + "\n" + json() + "\n",
        List.of(1, 3),
        "2 unreadable_file");
    file(
        "nul-escaped.json",
        "[" + json(", \"report\": \"a\\u0000b\"") + ",\n" + json() + "]",
        List.of(2),
        "1 malformed_json");
    file(
        "broken.json",
        "[" + json() + ",\n" + json() + ",\n{\"la_code\": \"a\0\"},\n" + json() + "]",
        List.of(1, 2),
        "3 malformed_json");
    file(
        "line-ends.csv",
        HEADER.replace("\n", "\r\n")
            + good()
            + good().replace("\n", "\r")
            + good().replace("\n", "\r\n")
            + good().strip(),
        List.of(2, 3, 4, 5));
    file("html.csv", HEADER + row("<script>alert(1)</script>", "Good"), List.of(2));
    for (String name : List.of("empty.csv", "empty.json", "empty.jsonl")) {
      file(name, "", List.of());
    }
    file("blank.csv", "\r\n \n\n", List.of());
    file("mark.csv", "\uFEFF", List.of());
    file("no-record.json", "[]", List.of());
    file("header.csv", HEADER, List.of());
    file("half-a-header.csv", HEADER.strip(), List.of());
    file("no-header.csv", good() + good(), List.of(), "1 unknown_layout");
  }

  private static String columns(int count) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < count; i++) {
      names.append(",c").append(i);
    }
    return names.toString();
  }

  private static String commas(int count) {
    return ",".repeat(count) + "\n";
  }

  private static String deep() {
    return "[".repeat(DEEP) + "]".repeat(DEEP);
  }

  private static void addEncodings() throws IOException {
    for (Charset utf16 : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      for (String mark : List.of("", "\uFEFF")) {
        String name = utf16 + (mark.isEmpty() ? "" : "-marked");
        file(
            name + ".csv",
            (mark + HEADER + good()).getBytes(utf16),
            List.of(),
            "1 unreadable_file");
        file(name + ".json", (mark + json()).getBytes(utf16), List.of(), "1 unreadable_file");
      }
    }
    file(
        "windows.csv",
        (HEADER + good() + row("café", "Good") + good()).getBytes(WINDOWS_1252),
        List.of(2, 4),
        "3 unreadable_file");
    file(
        "windows.json",
        ("[" + json() + ",\n" + json(", \"report\": \"café\"") + ",\n" + json() + "]")
            .getBytes(WINDOWS_1252),
        List.of(1, 3),
        "2 unreadable_file");
  }

  private static void addNames() throws IOException {
    for (String name :
        List.of(
            "a b.csv",
            "quo\"te'.csv",
            "com,ma.csv",
            "line\nbreak.csv",
            "café ☃.csv",
            "=formula.csv",
            "-x[1]{2}*?.csv",
            "<b>&amp;.csv",
            "per%20cent.csv",
            "UPPER.CSV",
            "back\\slash.csv",
            "back/slash.csv",
            "folder.csv/inside.csv",
            "folder.csv/inside.json.d/x.csv")) {
      file(name, HEADER + good() + row("", "Goood"), List.of(2), "3 unknown_grade");
    }
  }

  @BeforeAll
  static void runOnFaults() throws Exception {
    Path data = folder.resolve("data");
    inspections = Files.createDirectories(data.resolve("inspections"));
    for (String part : List.of("reference", "frameworks", "layouts")) {
      PathUtils.copyDirectory(CommandLineRun.DATA.resolve(part), data.resolve(part));
    }
    addTexts();
    addEncodings();
    addNames();
    Files.createDirectories(inspections.resolve("no-files.json"));
    addLinksAndPipes();
    reports = folder.resolve("reports");
    run = CommandLineRun.of("run", "--data", data.toString(), "--reports", reports.toString());
  }

  private static void addLinksAndPipes() throws Exception {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("a.csv"), HEADER + good());
    Files.createSymbolicLink(inspections.resolve("link.csv"), outside.resolve("a.csv"));
    Files.createSymbolicLink(inspections.resolve("linked"), outside);
    Files.createSymbolicLink(inspections.resolve("dangling.csv"), outside.resolve("b.csv"));
    Files.createSymbolicLink(inspections.resolve("itself.csv"), Path.of("itself.csv"));
    new ProcessBuilder("mkfifo", inspections.resolve("pipe.csv").toString()).start().waitFor();
  }

  @Test
  void doNotStopTheRun() {
    assertThat(run.err().lines())
        .as("files of which nothing was read, and judgements that were lost")
        .allMatch(
            line ->
                line.contains(": the header does not match any known layout; ")
                    || line.contains("none of the file's rows was read. ")
                    || line.contains("none of its records was read. ")
                    || line.contains(":1: the file cannot be read from line 1 on: ")
                    || line.endsWith(" judgements were rejected. See quality/rejected.csv.")
                    || line.endsWith("is not an ILACS grade. Did you mean 'Good'?")
                    || line.matches("\\.\\.\\. and [0-9]+ more\\."));
    assertThat(run.status()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void giveEveryGoodRecordAndTellOfTheOthers(Faulty file) throws IOException {
    assertThat(lines("tables/ratings.csv", file.name()))
        .containsExactlyElementsOf(file.good().stream().map(String::valueOf).toList());
    assertThat(rejected(file.name())).isEqualTo(file.rejected());
  }

  /** Lines of a table's rows that are of a source. */
  private static List<String> lines(String table, String source) throws IOException {
    return rows(table, source).map(row -> row.get("source_line")).toList();
  }

  private static List<String> rejected(String source) throws IOException {
    return rows("quality/rejected.csv", source)
        .map(row -> row.get("source_line") + " " + row.get("rule"))
        .toList();
  }

  private static Stream<CSVRecord> rows(String table, String source) throws IOException {
    String cell = source.matches("(?s)[=+\\-@].*") ? "'" + source : source;
    return CommandLineRun.rows(reports, table).stream()
        .filter(row -> row.get("source").equals(cell));
  }

  @Test
  @DisplayName("are counted, each for itself and all together")
  void leaveALedgerThatAddsUp() throws IOException {
    JsonNode told = new ObjectMapper().readTree(reports.resolve("run.json").toFile());
    long read = 0;
    for (JsonNode input : told.get("inputs")) {
      JsonNode counted = input.get("records");
      assertThat(counted.get("read").asLong())
          .as(input.get("source").asText())
          .isEqualTo(
              counted.get("accepted").asLong()
                  + counted.get("duplicate").asLong()
                  + counted.get("rejected").asLong());
      read += counted.get("read").asLong();
      for (Faulty file : FILES) {
        if (file.name().equals(input.get("source").asText())) {
          assertThat(counted.get("accepted").asInt()).as(file.name()).isEqualTo(file.good().size());
          assertThat(counted.get("rejected").asInt())
              .as(file.name())
              .isEqualTo(file.rejected().size());
        }
      }
    }
    assertThat(told.at("/ledger/records/read").asLong()).isEqualTo(read);
    assertThat(told.get("inputs")).hasSizeGreaterThan(FILES.size());
  }

  @Test
  @DisplayName("may have thousands of columns, of which the summary names the first")
  void doNotFloodTheSummary() {
    assertThat(run.out().lines().filter(line -> line.startsWith("Unknown columns")))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .startsWith("Unknown columns, left out: c0, c1, c10, ")
                    .endsWith(" and more than 9980 more"));
  }

  @Test
  void areReadBehindLinks() throws IOException {
    assertThat(rows("quality/rejected.csv", "link.csv")).isEmpty();
    // Both are the same file, so that the second adds nothing.
    assertThat(lines("tables/ratings.csv", "link.csv")).containsExactly("2");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "dangling.csv, it no longer exists",
    "itself.csv, Too many levels of symbolic links",
    "pipe.csv, it is not a regular file"
  })
  void thatAreNoFilesAreRejected(String name, String reason) throws IOException {
    assertThat(rows("quality/rejected.csv", name))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("rule")).isEqualTo("unreadable_file");
              assertThat(row.get("message"))
                  .startsWith("the file cannot be read from line 1 on: " + reason);
            });
  }

  @Test
  @DisplayName("with HTML in a cell give it as text")
  void giveHtmlAsText() throws IOException {
    assertThat(rows("tables/ratings.csv", "html.csv").map(row -> row.get("report")))
        .containsExactly("<script>alert(1)</script>");
  }

  @Test
  void publishNoNul() throws IOException {
    CommandLineRun.files(reports)
        .forEach(
            (path, bytes) -> {
              if (path.endsWith(".csv")) {
                assertThat(new String(bytes, StandardCharsets.UTF_8)).as(path).doesNotContain("\0");
              }
            });
  }

  @Nested
  @DisplayName("that stop a run are named, and nothing is published:")
  class ThatStopARun {
    @TempDir private Path other;
    private Path input;

    @BeforeEach
    void addGoodRecords() throws IOException {
      input = Files.createDirectories(other.resolve("input"));
      Files.writeString(input.resolve("good.csv"), HEADER + good());
    }

    private void assertStops(String file, String message) {
      for (String named : List.of(input.toString(), input + "/**.csv")) {
        CommandLineRun stopped =
            CommandLineRun.run(other.resolve("reports"), List.of("--input", named));
        assertThat(stopped.err())
            .isEqualTo("gradeline: " + file + ": " + message + System.lineSeparator());
        assertThat(stopped.status()).isEqualTo(2);
        assertThat(other.resolve("reports")).doesNotExist();
      }
    }

    @Test
    void aLinkToTheFolderThatItIsIn() throws IOException {
      Path link = Files.createSymbolicLink(input.resolve("again"), Path.of("."));

      assertStops(link.toString(), "the link leads back to a folder that it is in. Remove it.");
    }

    @Test
    void aFolderThatMayNotBeRead() throws IOException {
      Path closed = Files.createDirectories(input.resolve("closed"));
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
      assumeTrue(!Files.isReadable(closed), "the super-user may read everything");

      assertStops(closed.toString(), "the folder cannot be read. Change its permissions.");
    }
  }

  @Test
  @DisplayName("without permission to read are rejected")
  void withoutPermission(@TempDir Path other) throws IOException {
    Path closed = Files.writeString(other.resolve("closed.csv"), HEADER + good());
    Files.writeString(other.resolve("good.csv"), HEADER + good());
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(closed), "the super-user may read everything");

    Path published = other.resolve("reports");
    assertThat(CommandLineRun.run(published, List.of("--input", other.toString())).status())
        .isZero();
    assertThat(CommandLineRun.rows(published, "tables/ratings.csv")).hasSize(1);
    assertThat(CommandLineRun.rows(published, "quality/rejected.csv"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("message")).endsWith("permission is denied"));
  }
}
