package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It says what a run would do, ends as the run would before its work, and writes nothing. */
@DisplayName("A dry run")
class DryRunTest {
  private static final String GOOD =
      """
      la_code,framework,published_date,overall_effectiveness
      340,ilacs,2021-12-03,Good
      341,ilacs,2021-12-03,Good
      """;

  @TempDir private Path folder;
  private Path input;
  private Path reports;

  @BeforeEach
  void writeRecords() throws IOException {
    input = Files.createDirectories(folder.resolve("input"));
    reports = folder.resolve("reports");
    Files.writeString(input.resolve("good.csv"), GOOD);
  }

  private List<String> options(String... more) {
    List<String> options = new ArrayList<>(List.of("--input", input.toString()));
    options.addAll(List.of(more));
    return options;
  }

  private CommandLineRun dryRun(String... more) {
    return CommandLineRun.run(
        reports, Stream.concat(Stream.of("--dry-run"), options(more).stream()).toList());
  }

  private CommandLineRun run(String... more) {
    return CommandLineRun.run(reports, options(more));
  }

  /** Every file and folder there is, with when it changed. */
  private Map<String, String> state() throws IOException {
    Map<String, String> state = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        state.put(path.toString(), Files.getLastModifiedTime(path).toString());
      }
    }
    return state;
  }

  private static List<String> lines(CommandLineRun run) {
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    return run.out().lines().map(line -> line.strip().replaceAll(" {2,}", " | ")).toList();
  }

  @Test
  void namesEachFileWithItsFormatLayoutSizeAndRecords() throws IOException {
    Files.writeString(
        input.resolve("list.json"),
        "[{\"la_code\":\"340\",\"framework\":\"ilacs\",\"published_date\":\"2020-12-03\","
            + "\"overall_effectiveness\":\"Good\"}]");
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(GOOD.getBytes(StandardCharsets.UTF_8));
    }
    Files.write(input.resolve("more.csv.gz"), compressed.toByteArray());
    Files.writeString(input.resolve("torn.csv"), GOOD + "340,ilacs\n");

    assertThat(lines(dryRun()))
        .contains(
            "This is what the run would do. Nothing is written.",
            "Records: 4 files",
            input + "/good.csv | csv | layout gradeline | 107 bytes | 2 records",
            input + "/list.json | json | layout gradeline | 100 bytes | 1 record",
            input
                + "/more.csv.gz | csv, gzip | layout gradeline | "
                + compressed.size()
                + " bytes | records not counted",
            input
                + "/torn.csv | csv | layout gradeline | 117 bytes | 2 records and 1 place without"
                + " one",
            "The run could start.");
  }

  @Test
  void saysWhichFilesWouldBeRefusedAsTheRunSaysIt() throws IOException {
    Files.writeString(input.resolve("other.csv"), "Council,Outcome\nKnowsley,Good\n");
    Files.writeString(input.resolve("page.csv"), "<!DOCTYPE html><html></html>");
    Files.writeString(input.resolve("slip.csv"), GOOD.replace("framework", "framwork"));
    Files.writeString(input.resolve("README.txt"), "notes");

    List<String> lines = lines(dryRun());

    assertThat(lines).contains("Records: 4 files, of which 3 would be refused");
    List<String> refused = lines.stream().filter(line -> line.startsWith("Refused: ")).toList();
    assertThat(refused).hasSize(3);
    String err = run().err();
    assertThat(err).contains(refused.get(0).substring("Refused: ".length()));
    assertThat(err).contains(refused.get(1).substring("Refused: ".length()));
    assertThat(refused.get(2)).contains("slip.csv:1: the column 'framwork' is not known");
  }

  @Test
  void leavesOutWhatTheRunLeavesOut() throws IOException {
    Files.writeString(input.resolve("README.txt"), "notes");

    assertThat(lines(CommandLineRun.run(reports, List.of("--dry-run", "--input", input + "/*"))))
        .anyMatch(line -> line.startsWith("Left out: files of other endings: "));
  }

  @Test
  void saysWhatWouldBeReplaced() throws IOException {
    assertThat(lines(dryRun())).contains("They are made in " + reports + ", and replace nothing.");
    assertThat(CommandLineRun.runWithPages(reports, options()).status()).isZero();
    JsonNode made = new ObjectMapper().readTree(reports.resolve("run.json").toFile());
    long files;
    try (Stream<Path> all = Files.walk(reports)) {
      files = all.filter(Files::isRegularFile).count();
    }

    List<String> lines = lines(dryRun());

    String replaced =
        "They replace %s, which the run of %s made as at 2021-12-03. Its %,d files go: "
            .formatted(reports, made.path("started").textValue(), files);
    assertThat(lines)
        .filteredOn(line -> line.startsWith(replaced))
        .singleElement()
        .asString()
        .contains(" in tables")
        .contains(" in site");
    assertThat(lines)
        .contains("The pages in site go too, and --no-site makes no new ones.")
        .contains(
            "No gate holds: they are replaced whatever the records are. Name a file of gates with"
                + " --gates.");
  }

  @Test
  void writesNothing() throws IOException {
    Path lineage = folder.resolve("lineage.jsonl");
    Map<String, String> before = state();
    Path deep = folder.resolve("a").resolve("b");

    assertThat(dryRun("--lineage", lineage.toString()).status()).isZero();
    assertThat(CommandLineRun.run(deep, options("--dry-run", "--log", "json", "--quiet")).status())
        .isZero();
    assertThat(state()).isEqualTo(before);

    assertThat(run().status()).isZero();
    before = state();
    assertThat(dryRun().status()).isZero();
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void putsNothingBackThatARunWasStoppedReplacing() throws IOException {
    assertThat(run().status()).isZero();
    Path beside = Files.createDirectories(folder.resolve(".reports.gradeline"));
    Files.createFile(beside.resolve("lock"));
    Files.move(reports, beside.resolve("old"));
    Map<String, String> before = state();

    assertThat(lines(dryRun())).anyMatch(line -> line.startsWith("They replace " + reports));
    assertThat(state()).isEqualTo(before);
  }

  /** Whatever stops the run before its work stops the dry run with the same words. */
  @Test
  void endsAsTheRunWouldWhereItCannotStart() throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("full")).resolve("mine.txt"), "x");
    Path framework =
        Files.writeString(folder.resolve("gates.yaml"), "gates:\n- {gate: x, limit: 5}\n");
    Path file = Files.writeString(folder.resolve("file"), "");
    for (List<String> wrong :
        List.of(
            List.of("--reports", folder.resolve("full").toString()),
            List.of("--reports", input.resolve("reports").toString()),
            List.of("--reports", "."),
            List.of("--reports", file.toString()),
            List.of("--reports", file.resolve("reports").toString()),
            List.of("--gates", framework.toString()),
            List.of("--layout", "gradelin"),
            List.of("--max-age", "-1"),
            List.of("--exclude", "999"),
            List.of("--input", "nowhere.csv"),
            List.of("--lineage", folder.resolve("none").resolve("lineage").toString()),
            List.of("--lineage", folder.toString()),
            List.of("--as-at", "2020-01-02", "--published-by", "2020-01-01"))) {
      CommandLineRun dry = without(wrong, List.of("--dry-run"));
      CommandLineRun real = without(wrong, List.of());

      assertThat(real.status()).as(wrong.toString()).isIn(2, 4);
      assertThat(dry.status()).as(wrong.toString()).isEqualTo(real.status());
      assertThat(dry.err()).isEqualTo(real.err());
      assertThat(dry.out()).isEmpty();
    }
    assertThat(dryRun("--data", "nowhere").status()).isEqualTo(2);
    CommandLineRun beam = CommandLineRun.run(reports, options("--dry-run"), "--nosuchoption=1");
    assertThat(beam.status()).isEqualTo(2);
    assertThat(beam.err()).contains("nosuchoption");
  }

  /** A run with options of which the last ones hold. */
  private CommandLineRun without(List<String> wrong, List<String> more) {
    List<String> arguments = new ArrayList<>(List.of("run", "--no-site"));
    arguments.addAll(List.of("--data", CommandLineRun.DATA.toString()));
    if (!wrong.contains("--input")) {
      arguments.addAll(List.of("--input", input.toString()));
    }
    if (!wrong.contains("--reports")) {
      arguments.addAll(List.of("--reports", reports.toString()));
    }
    arguments.addAll(wrong);
    arguments.addAll(more);
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void saysTheSameToPrograms() throws IOException {
    Files.writeString(input.resolve("other.csv"), "Council,Outcome\nKnowsley,Good\n");

    CommandLineRun run = dryRun("--log=json");

    assertThat(run.status()).isZero();
    List<JsonNode> events = new ArrayList<>();
    for (String line : run.err().lines().toList()) {
      events.add(new ObjectMapper().readTree(line));
    }
    assertThat(events.stream().map(event -> event.path("event").textValue()).distinct())
        .containsExactly(
            "started", "option", "would_read", "would_refuse", "would_publish", "dry_run");
    JsonNode read = first(events, "would_read");
    assertThat(read.path("source").textValue()).isEqualTo(input + "/good.csv");
    assertThat(read.path("format").textValue()).isEqualTo("csv");
    assertThat(read.path("layout").textValue()).isEqualTo("gradeline");
    assertThat(read.path("bytes").intValue()).isEqualTo(107);
    assertThat(read.path("records").intValue()).isEqualTo(2);
    assertThat(first(events, "would_refuse").path("source").textValue()).endsWith("other.csv");
    assertThat(first(events, "dry_run").path("exit_status").intValue()).isZero();
  }

  private static JsonNode first(List<JsonNode> events, String name) {
    return events.stream()
        .filter(event -> event.path("event").textValue().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
