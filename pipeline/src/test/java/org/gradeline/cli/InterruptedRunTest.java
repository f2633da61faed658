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
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
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
  private static final String HEADER =
      "la_code,framework,start_date,published_date,overall_effectiveness\n";

  /** The hidden folder beside the reports in which a run makes new ones. */
  private static final String BESIDE = ".reports.gradeline";

  @TempDir private static Path shared;
  private static Path last;
  private static Path input;
  private static Map<String, byte[]> before;
  private static Map<String, byte[]> undisturbed;
  private static Map<String, byte[]> again;
  private static long undisturbedMillis;

  @TempDir private Path folder;
  private Path reports;

  @BeforeAll
  static void publishSmallReportsAndRunUndisturbed() throws Exception {
    input = shared.resolve("records.csv");
    Files.writeString(
        input,
        HEADER
            + "340,ilacs,2021-10-11,2021-12-03,Good\n"
            + "340,ilacs,2024-11-25,2025-01-20,Inadequate\n"
            + "304,ilacs,2019-03-04,2019-04-12,Good\n");
    // Of the same records on an earlier day: what a run revises would depend on what it replaces.
    last = shared.resolve("last");
    List<String> earlier = List.of("--input", input.toString(), "--as-at", "2021-12-31");
    assertThat(CommandLineRun.run(last, earlier).status()).isZero();
    before = CommandLineRun.files(last);
    long started = System.nanoTime();
    Path whole = shared.resolve("whole");
    PathUtils.copyDirectory(last, whole);
    assertThat(OwnProcess.start(command(whole)).status()).isZero();
    undisturbedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    undisturbed = CommandLineRun.files(whole);
    assertThat(CommandLineRun.run(whole, List.of("--input", input.toString())).status()).isZero();
    again = CommandLineRun.files(whole);
  }

  private static List<String> command(Path reports) {
    return OwnProcess.run(reports, List.of("--input", input.toString()));
  }

  @BeforeEach
  void putTheLastReports() throws IOException {
    reports = folder.resolve("reports");
    PathUtils.copyDirectory(last, reports);
  }

  private void assertUntouched() throws IOException {
    assertThat(CommandLineRun.files(reports)).containsExactlyEntriesOf(before);
  }

  private static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
    return one.keySet().equals(other.keySet())
        && one.keySet().stream().allMatch(path -> Arrays.equals(one.get(path), other.get(path)));
  }

  @ParameterizedTest(name = "killed after {0} hundredths of its time")
  @ValueSource(ints = {5, 15, 25, 35, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95})
  void thatIsKilledLeavesTheLastReportsOrTheNewOnesWhole(int hundredths) throws Exception {
    OwnProcess run = OwnProcess.start(command(reports));
    run.process().waitFor(undisturbedMillis * hundredths / 100, TimeUnit.MILLISECONDS);
    kill(run);
    assertWholeAndRunAgain();
  }

  @ParameterizedTest(name = "killed when there is {0}")
  @ValueSource(
      strings = {
        "lock",
        "staging",
        "staging/tables/ratings.csv",
        "staging/gradeline.sqlite",
        "staging/run.json"
      })
  void thatIsKilledAtAStepOfItsWayLeavesTheOldOrTheNewWhole(String step) throws Exception {
    OwnProcess run = OwnProcess.start(command(reports));
    Path reached = folder.resolve(BESIDE).resolve(step);
    while (run.process().isAlive() && !Files.exists(reached)) {
      TimeUnit.MICROSECONDS.sleep(200);
    }
    kill(run);
    assertWholeAndRunAgain();
  }

  private static void kill(OwnProcess run) throws InterruptedException {
    run.process().destroyForcibly().waitFor();
    assertThat(run.printed()).doesNotContain("Exception", "\tat ");
  }

  private void assertWholeAndRunAgain() throws IOException {
    Map<String, byte[]> found = CommandLineRun.files(reports);
    boolean published = same(found, undisturbed);
    assertThat(published || same(found, before))
        .as("the old or the new, whole: %s", found.keySet())
        .isTrue();

    CommandLineRun next = CommandLineRun.run(reports, List.of("--input", input.toString()));
    assertThat(next.status()).as("the next run: %s", next.err()).isZero();
    // Over the new reports there is nothing left to revise.
    assertThat(CommandLineRun.files(reports))
        .containsExactlyEntriesOf(published ? again : undisturbed);
    assertThat(hidden()).as("nothing is left lying about").isEmpty();
    CommandLineRun shown = CommandLineRun.showKnowsley(reports);
    assertThat(shown.status()).isZero();
    assertThat(shown.out()).contains("On 20 January 2025 Knowsley was rated inadequate");
  }

  private List<String> hidden() throws IOException {
    try (Stream<Path> beside = Files.list(folder);
        Stream<Path> inside = Files.list(reports)) {
      return Stream.concat(beside, inside)
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
    limited.addAll(OwnProcess.run(reports, List.of()));
    OwnProcess run = OwnProcess.start(limited);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.printed())
        .contains("gradeline: ", "The last reports are untouched.")
        .doesNotContain("Exception", "\tat ");
    assertUntouched();
  }

  @Test
  void thatRunsOutOfMemoryLeavesTheLastReportsAndSaysHowToGiveMore() throws Exception {
    List<String> small = new ArrayList<>(OwnProcess.run(reports, List.of()));
    small.add(1, "-Xmx20m");
    OwnProcess run = OwnProcess.start(small);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.printed())
        .matches(
            "(?s).*gradeline: (there is not enough memory|[^\n]*because memory or threads ran out)"
                + "[^\n]*GRADELINE_JAVA_OPTS=-Xmx4g.*")
        .doesNotContain("\tat ");
    assertUntouched();
    assertWholeAndRunAgain();
  }

  @Test
  void besideAnotherOneEndsWithAMessage() throws IOException {
    Path beside = Files.createDirectory(folder.resolve(BESIDE));
    try (FileChannel lock =
            FileChannel.open(
                beside.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = lock.lock()) {
      assertThat(held.isValid()).isTrue();
      CommandLineRun second = CommandLineRun.run(reports, List.of());
      assertThat(second.status()).isEqualTo(2);
      assertThat(second.err()).contains("another run is writing to " + reports);
    }
    assertUntouched();
  }

  /** The first is stopped for a while, so that it is certain to be under way. */
  @Test
  void isNotWhatASecondOneMakesOfTheFirst() throws Exception {
    OwnProcess first = OwnProcess.start(command(reports));
    while (first.process().isAlive() && !Files.exists(folder.resolve(BESIDE).resolve("staging"))) {
      TimeUnit.MICROSECONDS.sleep(200);
    }
    signal("STOP", first);

    CommandLineRun second = CommandLineRun.run(reports, List.of("--input", input.toString()));

    assertThat(second.status()).isEqualTo(2);
    assertThat(second.err())
        .isEqualTo(
            "gradeline: --reports "
                + reports
                + ": another run is writing to "
                + reports
                + "; wait for it, or name another folder with --reports."
                + System.lineSeparator());
    assertUntouched();
    signal("CONT", first);
    assertThat(first.status()).isZero();
    assertThat(CommandLineRun.files(reports)).containsExactlyEntriesOf(undisturbed);
    assertThat(hidden()).isEmpty();
  }

  private static void signal(String name, OwnProcess run) throws Exception {
    List<String> kill = List.of("kill", "-" + name, Long.toString(run.process().pid()));
    assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
  }
}
