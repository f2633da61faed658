package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.cli.logging.JsonLog;
import org.gradeline.cli.logging.LibraryLines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a scheduler reads: with {@code --log json} every line of standard error is a JSON object;
 * with {@code --quiet} standard output is empty unless something failed.
 */
@DisplayName("The log")
class LogTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String RECORDS =
      """
      la_code,framework,start_date,published_date,overall_effectiveness,colour
      340,ilacs,2021-10-11,2021-12-03,Good,blue
      340,ilacs,2018-10-11,2018-12-03,Splendid,blue
      """;

  @TempDir private Path folder;
  private Path records;

  @BeforeEach
  void writeRecords() throws IOException {
    records = Files.writeString(folder.resolve("records.csv"), RECORDS);
  }

  private CommandLineRun run(String... options) {
    List<String> all = new ArrayList<>(List.of("--input", records.toString()));
    all.addAll(List.of(options));
    return CommandLineRun.run(folder.resolve("reports"), all);
  }

  private static List<JsonNode> events(String err) throws JsonProcessingException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : err.lines().toList()) {
      JsonNode event = MAPPER.readTree(line);
      assertThat(event.isObject()).as(line).isTrue();
      assertThat(Instant.parse(event.path("time").textValue()))
          .isBetween(Instant.now().minus(Duration.ofMinutes(10)), Instant.now());
      assertThat(event.path("level").textValue()).isIn("info", "warning", "error");
      assertThat(event.path("event").textValue()).isNotBlank();
      assertThat(event.path("message").textValue()).isNotBlank();
      events.add(event);
    }
    return events;
  }

  private static List<String> names(List<JsonNode> events) {
    return events.stream().map(event -> event.path("event").textValue()).toList();
  }

  private static JsonNode last(List<JsonNode> events) {
    return events.get(events.size() - 1);
  }

  @Test
  void tellsOfARunFromItsStartToItsFigures() throws Exception {
    CommandLineRun run = run("--log", "json");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Records: 2 read");
    List<JsonNode> events = events(run.err());
    assertThat(names(events))
        .containsExactly("started", "reading", "rejected", "unknown_columns", "published");
    assertThat(events.get(0).path("command").textValue()).isEqualTo("run");
    assertThat(events.get(1).path("files").intValue()).isEqualTo(1);
    assertThat(events.get(1).path("bytes").longValue()).isEqualTo(Files.size(records));
    assertThat(events.get(3).path("level").textValue()).isEqualTo("warning");
    assertThat(events.get(3).path("columns").get(0).textValue()).isEqualTo("colour");
    JsonNode end = last(events);
    assertThat(end.path("records_read").intValue()).isEqualTo(2);
    assertThat(end.path("records_accepted").intValue()).isEqualTo(1);
    assertThat(end.path("records_duplicate").intValue()).isZero();
    assertThat(end.path("records_rejected").intValue()).isEqualTo(1);
    assertThat(end.path("reports").textValue()).isEqualTo(folder.resolve("reports").toString());
    assertThat(end.path("exit_status").intValue()).isZero();
    assertThat(end.path("duration_seconds").doubleValue()).isPositive();
  }

  @Test
  void tellsOfACheck() throws Exception {
    CommandLineRun check =
        CommandLineRun.of(
            "check", "--log=json", "--data", "../data", "--input", records.toString());

    assertThat(check.status()).isZero();
    assertThat(names(events(check.err()))).startsWith("started", "reading").endsWith("checked");
  }

  @Test
  void tellsWhichGateARunHasFailed() throws Exception {
    CommandLineRun run = run("--log", "json", "--max-rejected", "10");

    assertThat(run.status()).isEqualTo(3);
    List<JsonNode> events = events(run.err());
    assertThat(names(events)).endsWith("check_failed", "refused");
    JsonNode failed = events.get(events.size() - 2);
    assertThat(failed.path("level").textValue()).isEqualTo("error");
    assertThat(failed.path("check").textValue()).isEqualTo("rejected_percent");
    assertThat(failed.path("value").textValue()).isEqualTo("50");
    assertThat(failed.path("limit").doubleValue()).isEqualTo(10);
    assertThat(last(events).path("exit_status").intValue()).isEqualTo(3);
  }

  @Test
  void tellsOfAFileThatIsOfNoLayout() throws Exception {
    Files.writeString(records, "Council,Outcome\nKnowsley,Good\n");

    CommandLineRun run = run("--log", "json", "--quiet");

    assertThat(run.out()).isEmpty();
    List<JsonNode> events = events(run.err());
    assertThat(names(events)).contains("file_not_read");
    assertThat(last(events).path("message").textValue())
        .startsWith(records + ":1: the header does not match any known layout; the nearest is ");
  }

  @Test
  void isTextUnlessAskedForOtherwise() {
    assertThat(run().err()).isEmpty();
    assertThat(run("--log", "text").err()).isEmpty();
  }

  @Test
  void quietIsSilentWhenAllWentWell() {
    CommandLineRun run = run("--quiet");

    assertThat(run).isEqualTo(new CommandLineRun(0, "", ""));
  }

  @Test
  void quietAndJsonTellWhatToLookAt() throws Exception {
    CommandLineRun run = run("--quiet", "--log", "json");

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(names(events(run.err()))).containsExactly("rejected", "unknown_columns");
  }

  @Test
  void quietTellsOfErrorsAsEver() {
    CommandLineRun run = run("--quiet", "--as-at", "yesterday");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("'yesterday' is no day");
  }

  @Test
  void quietStillHelpsWhoAsksForHelp() {
    assertThat(CommandLineRun.of("run", "--quiet", "--help").out()).contains("--quiet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run --log json --dta x",
        "run --log=json --as-at yesterday",
        "run --log json --data nowhere",
        "run --log json --input nowhere/*.csv --data ../data",
        "run --log json --log json",
        "show knowsley --log json",
        "shoow --log json",
        "--log json",
        "check --log json extra",
      })
  void tellsOfAWrongCommandLine(String line) throws Exception {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    assertThat(run.status()).isEqualTo(2);
    JsonNode end = last(events(run.err()));
    assertThat(end.path("level").textValue()).isEqualTo("error");
    assertThat(end.path("event").textValue()).isEqualTo("usage_error");
    assertThat(end.path("exit_status").intValue()).isEqualTo(2);
  }

  @Test
  void formsThatDoNotExistAreNamed() {
    CommandLineRun run = CommandLineRun.of("run", "--log", "xml");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "gradeline: Invalid value for option '--log': 'xml' is no form. Write text or json.");
  }

  @Test
  void anAtInFrontOfAnArgumentMeansNothing() throws IOException {
    Path options = Files.writeString(folder.resolve("options"), "--version");

    assertThat(CommandLineRun.of("@" + options).status()).isEqualTo(2);
  }

  @Test
  void tellsWhatIsWrongWithReferenceDataALineAProblem() throws Exception {
    Path data = folder.resolve("data");
    PathUtils.copyDirectory(CommandLineRun.DATA, data);
    Files.writeString(data.resolve("frameworks").resolve("sif.yaml"), "frameworks: [\n  - x: {\n");

    CommandLineRun run = CommandLineRun.of("run", "--log", "json", "--data", data.toString());

    assertThat(run.status()).isEqualTo(4);
    List<JsonNode> events = events(run.err());
    assertThat(names(events)).startsWith("started", "reference_wrong", "reference_problem");
    assertThat(events.get(1).path("exit_status").intValue()).isEqualTo(4);
    assertThat(events.get(1).path("problems").intValue()).isEqualTo(events.size() - 2);
    assertThat(events.get(2).path("file").textValue()).isEqualTo("frameworks/sif.yaml");
    assertThat(events.get(2).path("line").longValue()).isPositive();
  }

  /** A run as a process of its own, with all that it prints on standard error. */
  private JsonNode failed(List<String> shell, List<String> java, String... options)
      throws Exception {
    List<String> command = new ArrayList<>(shell);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(java);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(List.of(Gradeline.class.getName(), "run", "--log", "json"));
    command.addAll(List.of("--data", CommandLineRun.DATA.toString()));
    command.addAll(List.of("--reports", folder.resolve("reports").toString()));
    command.addAll(List.of(options));
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor()).isEqualTo(1);
    JsonNode end = last(events(Files.readString(err)));
    assertThat(end.path("event").textValue()).isEqualTo("failed");
    assertThat(end.path("exit_status").intValue()).isEqualTo(1);
    return end;
  }

  @Test
  void tellsThatTheMemoryRanOut() throws Exception {
    JsonNode end = failed(List.of(), List.of("-Xmx12m"));

    assertThat(end.path("message").textValue()).startsWith("the memory ran out.");
    assertThat(end.has("stack_trace")).isFalse();
  }

  @Test
  void tellsOfAFailureWithItsStackTraceWhenAskedFor() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "limits are set by a POSIX shell");

    JsonNode end =
        failed(
            List.of("/bin/sh", "-c", "ulimit -f 4000; exec \"$@\"", "limited"),
            List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=info"),
            "--debug");

    assertThat(end.path("message").textValue()).contains("The last reports are untouched.");
    assertThat(end.path("stack_trace").textValue()).contains("IOException", "\tat ");
  }

  @Test
  void takesWhatLibrariesPrint() throws Exception {
    StringWriter err = new StringWriter();
    PrintStream stream = LibraryLines.to(new JsonLog(new PrintWriter(err), false));

    stream.println("[main] ERROR org.example.Runner - it broke");
    new IOException("disk").printStackTrace(stream);
    stream.flush();
    stream.println("[worker-1] INFO org.example.Runner - all is well");
    stream.flush();
    stream.println("Nov 22, 2026 1:00:00 AM org.example.Old log");
    stream.println("SEVERE: it broke");
    stream.flush();
    new IllegalStateException("odd").printStackTrace(stream);
    stream.flush();

    List<JsonNode> events = events(err.toString());
    assertThat(events)
        .extracting(event -> event.path("level").textValue())
        .containsExactly("error", "info", "warning", "warning");
    assertThat(events)
        .extracting(event -> event.path("message").textValue())
        .containsExactly(
            "it broke",
            "all is well",
            "Nov 22, 2026 1:00:00 AM org.example.Old log SEVERE: it broke",
            "java.lang.IllegalStateException: odd");
    assertThat(events)
        .extracting(event -> event.path("logger").textValue())
        .containsExactly("org.example.Runner", "org.example.Runner", null, null);
    assertThat(events.get(0).path("stack_trace").textValue())
        .startsWith("java.io.IOException: disk\n\tat ");
    assertThat(events.get(1).has("stack_trace")).isFalse();
    assertThat(events.get(3).path("stack_trace").textValue()).contains("\tat ");
  }
}
