package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs that die, as processes of their own: the last reports stay as they were, or the new ones are
 * whole.
 */
@DisplayName("An interrupted run")
class InterruptedRunTest {
  @TempDir private Path folder;
  private Path reports;
  private Map<String, byte[]> before;

  @BeforeEach
  void publishSmallReports() throws IOException {
    reports = folder.resolve("reports");
    Path early = folder.resolve("early.csv");
    Files.writeString(
        early,
        "la_code,framework,start_date,published_date,overall_effectiveness\n340,ilacs,2021-10-11,2021-12-03,Good\n");
    assertThat(CommandLineRun.run(reports, List.of("--input", early.toString())).status()).isZero();
    before = CommandLineRun.files(reports);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(
        List.of(Gradeline.class.getName(), "run", "--data", CommandLineRun.DATA.toString()));
    command.addAll(List.of("--reports", reports.toString()));
    return command;
  }

  private Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  private void assertUntouched() throws IOException {
    Map<String, byte[]> after = CommandLineRun.files(reports);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach(
        (path, bytes) -> assertThat(Arrays.equals(before.get(path), bytes)).as(path).isTrue());
  }

  @ParameterizedTest(name = "killed after {0} ms")
  @ValueSource(ints = {300, 900, 1500, 2100})
  void thatIsKilledLeavesTheLastReportsOrTheNewOnesWhole(int milliseconds) throws Exception {
    Process process = start(command());
    boolean ended = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    if (!ended) {
      assertUntouched();
    }
    assertThat(CommandLineRun.run(reports, List.of()).status()).as("the next run").isZero();
    assertThat(CommandLineRun.rows(reports, "tables/ratings.csv")).hasSizeGreaterThan(2900);
    assertThat(hidden()).as("nothing is left lying about").containsExactly(".lock");
  }

  private List<String> hidden() throws IOException {
    try (var entries = Files.list(reports)) {
      return entries
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("."))
          .toList();
    }
  }

  @Test
  void thatMayWriteNoMoreLeavesTheLastReportsAndSaysWhy() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "limits are set by a POSIX shell");
    List<String> limited =
        new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 4000; exec \"$@\"", "limited"));
    limited.addAll(command());
    Process process = start(limited);
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("output")))
        .contains("gradeline: ", "The last reports are untouched.")
        .doesNotContain("\tat ");
    assertUntouched();
  }

  @Test
  void besideAnotherOneEndsWithAMessage() throws IOException {
    try (FileChannel lock = FileChannel.open(reports.resolve(".lock"), StandardOpenOption.WRITE);
        FileLock held = lock.lock()) {
      assertThat(held.isValid()).isTrue();
      CommandLineRun second = CommandLineRun.run(reports, List.of());
      assertThat(second.status()).isEqualTo(2);
      assertThat(second.err()).contains("another run is writing to " + reports);
    }
    assertUntouched();
  }
}
