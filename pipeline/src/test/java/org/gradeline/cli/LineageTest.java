package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.cli.messages.Version;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run --lineage FILE} says of a run in OpenLineage's terms. */
@DisplayName("Lineage")
class LineageTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private Path folder;
  private Path lineage;
  private Path records;

  @BeforeEach
  void writeRecords() throws IOException {
    lineage = folder.resolve("lineage.jsonl");
    records =
        Files.writeString(
            folder.resolve("records.csv"),
            """
            la_code,framework,start_date,published_date,overall_effectiveness
            340,ilacs,2021-10-11,2021-12-03,Good
            340,ilacs,2018-10-11,2018-12-03,Splendid
            """);
  }

  private CommandLineRun run(String... options) {
    List<String> all =
        new ArrayList<>(List.of("--lineage", lineage.toString(), "--input", records.toString()));
    all.addAll(List.of(options));
    return CommandLineRun.run(folder.resolve("reports"), all);
  }

  /** The events of the file, each checked against the specification's rules. */
  private List<JsonNode> events() throws IOException {
    List<JsonNode> events = new ArrayList<>();
    String text = Files.readString(lineage);
    assertThat(text).endsWith("\n");
    Schema schema = schema();
    for (String line : text.lines().toList()) {
      JsonNode event = MAPPER.readTree(line);
      assertThat(
              schema.validate(
                  event,
                  context ->
                      context.executionConfig(config -> config.formatAssertionsEnabled(true))))
          .as(line)
          .isEmpty();
      events.add(event);
    }
    return events;
  }

  private static Schema schema() throws IOException {
    try (InputStream in = LineageTest.class.getResourceAsStream("openlineage.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    }
  }

  private static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.path("eventType").textValue()).toList();
  }

  private static String runId(JsonNode event) {
    return event.path("run").path("runId").textValue();
  }

  private static String errorMessage(JsonNode event) {
    return event.path("run").path("facets").path("errorMessage").path("message").textValue();
  }

  @Test
  void aRunStartsWithItsSourcesAndIsCompleteWithItsTables() throws IOException {
    assertThat(run().status()).isZero();

    List<JsonNode> events = events();
    assertThat(types(events)).containsExactly("START", "COMPLETE");
    assertThat(runId(events.get(0))).isEqualTo(runId(events.get(1)));
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.path("job").path("namespace").textValue()).isEqualTo("gradeline");
              assertThat(event.path("job").path("name").textValue()).isEqualTo("run");
              assertThat(event.path("producer").textValue())
                  .isEqualTo("pkg:maven/org.gradeline/gradeline-pipeline@" + Version.number());
              assertThat(event.path("inputs")).hasSize(1);
              assertThat(event.path("inputs").get(0).path("namespace").textValue())
                  .isEqualTo("file");
              assertThat(event.path("inputs").get(0).path("name").textValue())
                  .isEqualTo(records.toAbsolutePath().toString());
            });
    assertThat(events.get(0).path("outputs")).isEmpty();
    JsonNode read = events.get(1).path("inputs").get(0).path("inputFacets").path("inputStatistics");
    assertThat(read.path("rowCount").longValue()).isEqualTo(2);
    assertThat(read.path("size").longValue()).isEqualTo(Files.size(records));
  }

  @Test
  void everyPublishedTableIsAnOutputWithItsColumnsRowsAndBytes() throws IOException {
    run();

    ObjectNode outputs = MAPPER.createObjectNode();
    events().get(1).path("outputs").forEach(each -> outputs.set(each.path("name").asText(), each));
    Path reports = folder.resolve("reports");
    JsonNode published =
        MAPPER.readTree(reports.resolve("datapackage.json").toFile()).path("resources");
    assertThat(outputs).hasSize(published.size());
    for (JsonNode table : published) {
      Path file = reports.resolve(table.path("path").textValue());
      JsonNode output = outputs.path(file.toAbsolutePath().toString());
      assertThat(output.isObject()).as(file.toString()).isTrue();
      JsonNode size = output.path("outputFacets").path("outputStatistics");
      assertThat(size.path("size").longValue()).isEqualTo(Files.size(file));
      JsonNode fields = output.path("facets").path("schema").path("fields");
      assertThat(names(fields)).isEqualTo(names(table.path("schema").path("fields")));
      assertThat(fields)
          .allSatisfy(field -> assertThat(field.path("description").textValue()).isNotBlank());
    }
    List<CSVRecord> rejected = CommandLineRun.rows(reports, "quality/rejected.csv");
    JsonNode output = outputs.path(reports.resolve("quality/rejected.csv").toString());
    assertThat(output.path("outputFacets").path("outputStatistics").path("rowCount").longValue())
        .isEqualTo(rejected.size());
  }

  private static List<String> names(JsonNode fields) {
    List<String> names = new ArrayList<>();
    fields.forEach(field -> names.add(field.path("name").asText()));
    return names;
  }

  @Test
  void runsAreAppendedEachWithAnIdentityOfItsOwn() throws IOException {
    run();
    run();

    List<JsonNode> events = events();
    assertThat(types(events)).containsExactly("START", "COMPLETE", "START", "COMPLETE");
    assertThat(runId(events.get(2)))
        .isEqualTo(runId(events.get(3)))
        .isNotEqualTo(runId(events.get(0)));
  }

  @Test
  void wrongReferenceDataIsAFailureThatQuotesNothing() throws IOException {
    Path data = folder.resolve("data");
    PathUtils.copyDirectory(CommandLineRun.DATA, data);
    Path dates = data.resolve("reference").resolve("reporting_dates.csv");
    Files.writeString(dates, Files.readString(dates) + "2031-03-31,the secret day\n");

    assertThat(run("--data", data.toString()).status()).isEqualTo(4);

    List<JsonNode> events = events();
    assertThat(types(events)).containsExactly("START", "FAIL");
    assertThat(runId(events.get(0))).isEqualTo(runId(events.get(1)));
    assertThat(errorMessage(events.get(1)))
        .startsWith(
            "the reference data is wrong: one problem, the first in reference/reporting_dates.csv:")
        .doesNotContain("secret");
    assertThat(folder.resolve("reports")).doesNotExist();
  }

  @Test
  void aGateThatFailsIsAFailureOfTheRun() throws IOException {
    assertThat(run("--max-rejected", "10").status()).isEqualTo(3);

    assertThat(types(events())).containsExactly("START", "FAIL");
    assertThat(errorMessage(events().get(1))).isEqualTo("a gate failed: rejected_percent");
  }

  @Test
  void aFailureNamesNoDataAndNoStackTrace() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "limits are set by a POSIX shell");

    assertThat(process("ulimit -f 4000; exec \"$@\"", CommandLineRun.DATA + "/inspections"))
        .isEqualTo(1);

    List<JsonNode> events = events();
    assertThat(types(events)).containsExactly("START", "FAIL");
    assertThat(errorMessage(events.get(1))).isEqualTo("internal failure: java.io.IOException.");
    assertThat(events.get(1).toString()).doesNotContain("stackTrace", "\\tat ");
  }

  @Test
  void aReportsFolderThatCannotBeWrittenIsAFailureOfTheRun() throws IOException {
    Files.writeString(folder.resolve("reports"), "a file, not a folder");

    assertThat(run().status()).isEqualTo(2);

    assertThat(types(events())).containsExactly("START", "FAIL");
  }

  @Test
  void aFileThatCannotBeWrittenEndsTheRunBeforeItStarts() {
    lineage = folder.resolve("nowhere").resolve("lineage.jsonl");

    CommandLineRun run = run();

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines())
        .containsExactly(
            "gradeline: --lineage "
                + lineage
                + ": the file cannot be written (there is no such folder). Name another, or change"
                + " its permissions.");
    assertThat(folder.resolve("reports")).doesNotExist();
  }

  @Test
  void aFullDiskEndsTheRunBeforeItStarts() {
    lineage = Path.of("/dev/full");
    assumeTrue(Files.isWritable(lineage), "Linux has a file that is always full");

    assertThat(run().status()).isEqualTo(2);
    assertThat(folder.resolve("reports")).doesNotExist();
  }

  @Test
  void aFileAmongTheReportsIsRefused() {
    lineage = folder.resolve("reports").resolve("lineage.jsonl");

    assertThat(run().err()).contains("it is in the reports folder, which a run replaces");
  }

  @Test
  void anEndThatCannotBeWrittenIsAWarningAndTheReportsStay() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "a pipe is made by a POSIX shell");

    int status =
        process(
            "mkfifo \"$LINEAGE\"; head -n 1 \"$LINEAGE\" >/dev/null & exec \"$@\"",
            records.toString());

    assertThat(status).isZero();
    assertThat(Files.readString(folder.resolve("err")))
        .startsWith(
            "gradeline: --lineage "
                + lineage
                + ": the end of the run could not be written (Broken pipe). The reports are not"
                + " affected.\n"
                + "gradeline: 1 judgement was rejected. ");
    assertThat(CommandLineRun.rows(folder.resolve("reports"), "tables/ratings.csv")).hasSize(1);
  }

  /** A run as a process of its own, started by a line of the shell; its exit status. */
  private int process(String shell, String input) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", shell, "run"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(OwnProcess.NO_DEFAULTS, "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(List.of(Gradeline.class.getName(), "run"));
    command.addAll(List.of("--data", CommandLineRun.DATA.toString()));
    command.addAll(List.of("--input", input, "--lineage", lineage.toString()));
    command.addAll(List.of("--reports", folder.resolve("reports").toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().put("LINEAGE", lineage.toString());
    return builder.start().waitFor();
  }

  @Test
  void runsWithoutItDoNotLoadItsClasses() throws Exception {
    Path loaded = folder.resolve("loaded");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xlog:class+load:file=" + loaded, OwnProcess.NO_DEFAULTS, "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(List.of(Gradeline.class.getName(), "run"));
    command.addAll(List.of("--data", CommandLineRun.DATA.toString()));
    command.addAll(List.of("--input", records.toString()));
    command.addAll(List.of("--reports", folder.resolve("reports").toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();

    assertThat(process.waitFor()).isZero();
    assertThat(Files.readString(loaded, StandardCharsets.UTF_8))
        .contains("org.gradeline.cli.commands.RunCommand")
        .doesNotContain("io.openlineage", "LineageEvents");
  }
}
