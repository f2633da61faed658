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
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.cli.logging.JsonLog;
import org.gradeline.cli.logging.LibraryLogHandler;
import org.gradeline.cli.logging.LibraryOutput;
import org.gradeline.cli.logging.TextLog;
import org.jspecify.annotations.Nullable;
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
  void reportsARunFromItsStartToItsFigures() throws Exception {
    CommandLineRun run = run("--log", "json");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Records: 2 read");
    List<JsonNode> events = events(run.err());
    assertThat(names(events))
        .containsExactly(
            "started",
            "reading",
            "rejected",
            "unknown_columns",
            "judgements_rejected",
            "published");
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
  void reportsACheck() throws Exception {
    CommandLineRun check =
        CommandLineRun.of(
            "check", "--log=json", "--data", "../data", "--input", records.toString());

    assertThat(check.status()).isZero();
    assertThat(names(events(check.err()))).startsWith("started", "reading").endsWith("checked");
  }

  @Test
  void reportsWhichGateARunHasFailed() throws Exception {
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
  void reportsAFileThatFitsNoLayout() throws Exception {
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
    assertThat(run().err().lines())
        .hasSize(2)
        .startsWith("gradeline: 1 judgement was rejected. See quality/rejected.csv.");
    assertThat(run("--log", "text").err()).isEqualTo(run().err());
  }

  @Test
  void quietIsSilentWhenAllWentWell() throws IOException {
    Files.writeString(records, RECORDS.replace("Splendid", "Good"));

    CommandLineRun run = run("--quiet");

    assertThat(run).isEqualTo(new CommandLineRun(0, "", ""));
  }

  @Test
  void quietAndJsonReportWhatToLookAt() throws Exception {
    CommandLineRun run = run("--quiet", "--log", "json");

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    List<JsonNode> events = events(run.err());
    assertThat(names(events)).containsExactly("rejected", "unknown_columns", "judgements_rejected");
    assertThat(last(events).path("judgements").intValue()).isEqualTo(1);
    assertThat(last(events).path("message").textValue())
        .contains(records + ":3: 'Splendid' is not an ILACS grade. ");
  }

  @Test
  void quietStillReportsErrors() {
    CommandLineRun run = run("--quiet", "--as-at", "yesterday");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("'yesterday' is not a day");
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
  void reportsAWrongCommandLine(String line) throws Exception {
    CommandLineRun run = CommandLineRun.of(line.split(" "));

    assertThat(run.status()).isEqualTo(2);
    JsonNode end = last(events(run.err()));
    assertThat(end.path("level").textValue()).isEqualTo("error");
    assertThat(end.path("event").textValue()).isEqualTo("usage_error");
    assertThat(end.path("exit_status").intValue()).isEqualTo(2);
  }

  @Test
  void namesAFormatThatDoesNotExist() {
    CommandLineRun run = CommandLineRun.of("run", "--log", "xml");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "gradeline: Invalid value for option '--log': 'xml' is not a format. Write text or"
                + " json.");
  }

  @Test
  void anAtInFrontOfAnArgumentMeansNothing() throws IOException {
    Path options = Files.writeString(folder.resolve("options"), "--version");

    assertThat(CommandLineRun.of("@" + options).status()).isEqualTo(2);
  }

  @Test
  void reportsWhatIsWrongWithReferenceDataALineAProblem() throws Exception {
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
    command.add(OwnProcess.NO_DEFAULTS);
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
  void reportsThatThereIsNotEnoughMemory() throws Exception {
    JsonNode end = failed(List.of(), List.of("-Xmx12m"));

    assertThat(end.path("message").textValue()).startsWith("there is not enough memory.");
    assertThat(end.has("stack_trace")).isFalse();
  }

  @Test
  void reportsAFailureWithItsStackTraceWhenAskedFor() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "limits are set by a POSIX shell");

    Path talkative = Files.writeString(folder.resolve("logging.properties"), ".level=INFO");

    JsonNode end =
        failed(
            List.of("/bin/sh", "-c", "ulimit -f 4000; exec \"$@\"", "limited"),
            List.of("-Djava.util.logging.config.file=" + talkative),
            "--debug");

    assertThat(end.path("message").textValue()).contains("The last reports are untouched.");
    assertThat(end.path("stack_trace").textValue()).contains("IOException", "\tat ");
  }

  /** A record as a library logs it. */
  private static LogRecord logged(Level level, String message, @Nullable Throwable thrown) {
    LogRecord logged = new LogRecord(level, message);
    logged.setLoggerName("org.example.Runner");
    logged.setThrown(thrown);
    return logged;
  }

  private static void publishRecords(LibraryLogHandler handler) {
    handler.publish(logged(Level.SEVERE, "it broke", new IOException("disk")));
    handler.publish(logged(Level.WARNING, "it may\nbreak", null));
    LogRecord fine = logged(Level.INFO, "all of {0} is well", null);
    fine.setParameters(new Object[] {"it"});
    handler.publish(fine);
  }

  @Test
  void hasWhatLibrariesLogWithTheirStackTraces() throws Exception {
    StringWriter err = new StringWriter();

    publishRecords(new LibraryLogHandler(new JsonLog(new PrintWriter(err), false), true));

    List<JsonNode> events = events(err.toString());
    assertThat(events)
        .extracting(event -> event.path("level").textValue())
        .containsExactly("error", "warning", "info");
    assertThat(events)
        .extracting(event -> event.path("message").textValue())
        .containsExactly("it broke", "it may break", "all of it is well");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.path("event").textValue()).isEqualTo("library");
              assertThat(event.path("logger").textValue()).isEqualTo("org.example.Runner");
              assertThat(event.path("thread").textValue())
                  .isEqualTo(Thread.currentThread().getName());
            });
    assertThat(events.get(0).path("stack_trace").textValue())
        .startsWith("java.io.IOException: disk")
        .contains("\tat ");
    assertThat(events.get(1).has("stack_trace")).isFalse();
  }

  @Test
  void asTextHasALineForEachThingThatALibraryLogs() {
    StringWriter err = new StringWriter();

    publishRecords(new LibraryLogHandler(new TextLog(new PrintWriter(err), false, false), false));

    assertThat(err.toString().lines())
        .containsExactly(
            "gradeline: org.example.Runner: it broke (java.io.IOException: disk)",
            "gradeline: org.example.Runner: it may break",
            "gradeline: org.example.Runner: all of it is well");
  }

  @Test
  void asTextHasTheStackTracesOfLibrariesWhenAskedFor() {
    StringWriter err = new StringWriter();

    publishRecords(new LibraryLogHandler(new TextLog(new PrintWriter(err), false, false), true));

    assertThat(err.toString().lines())
        .startsWith("gradeline: org.example.Runner: it broke", "java.io.IOException: disk")
        .anyMatch(line -> line.startsWith("\tat "));
  }

  @Test
  void hasWhatLibrariesPrintWithoutLoggingIt() throws Exception {
    StringWriter err = new StringWriter();
    PrintStream stream = LibraryOutput.to(new JsonLog(new PrintWriter(err), false));

    stream.println("[native] no \"fast\" copy");
    stream.print("half a line");
    stream.println();
    new IllegalStateException("odd").printStackTrace(stream);

    List<JsonNode> events = events(err.toString());
    assertThat(events)
        .extracting(event -> event.path("message").textValue())
        .startsWith(
            "[native] no \"fast\" copy", "half a line", "java.lang.IllegalStateException: odd");
    assertThat(events)
        .allSatisfy(event -> assertThat(event.path("level").textValue()).isEqualTo("warning"));
  }

  /** Beam warns of one of the program's own values in every run, which no user can change. */
  @Test
  void hasOnlyErrorsOfLibrariesUnlessJavaIsAskedForMore() throws Exception {
    assertThat(printed(List.of())).doesNotContain("org.apache.beam");
    Path configuration = Files.writeString(folder.resolve("logging.properties"), ".level=FINE");
    assertThat(printed(List.of("-Djava.util.logging.config.file=" + configuration)))
        .startsWith("gradeline: org.apache.beam.")
        .doesNotContain("\tat ");
  }

  private String printed(List<String> java) throws Exception {
    List<String> arguments =
        List.of(
            "run",
            "--quiet",
            "--data=" + CommandLineRun.DATA,
            "--input=" + records,
            "--reports=" + folder.resolve("reports"));
    OwnProcess run = OwnProcess.start(OwnProcess.command(java, arguments));
    assertThat(run.status()).as(run.printed()).isZero();
    return run.printed();
  }
}
