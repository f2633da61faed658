package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run on a disk that gets full: a small one in memory, in a mount namespace of its own. Where
 * that is not permitted, {@link InterruptedRunTest} limits the size of files.
 */
@DisplayName("On a disk that gets full")
class FullDiskTest {
  /**
   * Puts a disk of a size over a folder, the last reports on it, runs, and brings out what is there
   * then; what is left it takes to a larger disk, and runs again.
   */
  private static final String SCRIPT =
      """
      folder=$1; size=$2; shift 2
      mkdir "$folder/disk" && mount -t tmpfs -o size="$size" none "$folder/disk" || exit 99
      cp -R "$folder/last" "$folder/disk/reports" || exit 98
      "$@"
      echo $? > "$folder/status"
      cp -R "$folder/disk" "$folder/after"
      umount "$folder/disk" && cp -R "$folder/after/." "$folder/disk"
      "$@" > /dev/null
      echo $? > "$folder/next-status"
      cp -R "$folder/disk" "$folder/next"
      """;

  private static final String HEADER =
      "la_code,framework,start_date,published_date,overall_effectiveness\n";

  @TempDir private Path folder;
  private Map<String, byte[]> last;

  @BeforeEach
  void publishSmallReports() throws IOException {
    Path early = folder.resolve("early.csv");
    Files.writeString(early, HEADER + "340,ilacs,2021-10-11,2021-12-03,Good\n");
    Path reports = folder.resolve("last");
    assertThat(CommandLineRun.run(reports, List.of("--input", early.toString())).status()).isZero();
    // Small enough for any disk of this test.
    Files.delete(reports.resolve("gradeline.sqlite"));
    last = CommandLineRun.files(reports);
  }

  /** What puts a command into a mount namespace of its own; empty where that is not permitted. */
  static List<String> namespace() throws Exception {
    for (List<String> unshare : List.of(List.of("unshare", "-m"), List.of("unshare", "-rm"))) {
      try {
        List<String> trial = new ArrayList<>(unshare);
        trial.addAll(List.of("mount", "-t", "tmpfs", "-o", "size=64k", "none", "/mnt"));
        Process process = new ProcessBuilder(trial).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        if (process.waitFor() == 0) {
          return unshare;
        }
      } catch (IOException e) {
        // There is no such program.
      }
    }
    return List.of();
  }

  private String printed(String size) throws Exception {
    List<String> command = new ArrayList<>(namespace());
    assumeTrue(!command.isEmpty(), "disks may be mounted");
    command.addAll(List.of("/bin/sh", "-c", SCRIPT, "disk", folder.toString(), size));
    command.addAll(OwnProcess.run(folder.resolve("disk/reports"), List.of()));
    OwnProcess run = OwnProcess.start(command);
    run.status();
    return run.printed();
  }

  /** While the parts of the tables are written, and while the database is. */
  @ParameterizedTest(name = "of {0}")
  @ValueSource(strings = {"3m", "14m"})
  void theLastReportsStayAndTheNextRunMakesNewOnes(String size) throws Exception {
    String printed = printed(size);

    assertThat(printed.lines())
        .singleElement()
        .satisfies(
            message ->
                assertThat(message)
                    .startsWith("gradeline: the disk is full (")
                    .containsAnyOf("No space left on device", "disk is full")
                    .endsWith(
                        " The last reports are untouched. Add --debug to see the stack trace.")
                    .doesNotContain("Exception"));
    assertThat(folder.resolve("status")).hasContent("1");
    assertThat(CommandLineRun.files(folder.resolve("after/reports")))
        .containsExactlyEntriesOf(last);
    // A worker that was still at it may leave its folder to the next run, which sweeps up.
    assertThat(entries("after")).isSubsetOf("reports", ".reports.gradeline");
    assertThat(entries("after/reports")).noneMatch(name -> name.startsWith("."));
    assertThat(folder.resolve("next-status")).hasContent("0");
    assertThat(CommandLineRun.rows(folder.resolve("next/reports"), "tables/ratings.csv"))
        .hasSizeGreaterThan(2900);
    assertThat(entries("next")).containsExactly("reports");
  }

  private List<String> entries(String place) throws IOException {
    try (Stream<Path> entries = Files.list(folder.resolve(place))) {
      return entries.map(path -> path.getFileName().toString()).toList();
    }
  }
}
