package org.gradeline.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A source that is changed while it is read: what was read, its size and its hash would not be of
 * the same bytes, so that nothing is published.
 */
@DisplayName("A source")
class ChangedFilesTest {
  private static final String HEADER =
      "la_code,framework,start_date,published_date,overall_effectiveness\n";
  private static final String FIRST = "340,ilacs,2021-10-11,2021-12-03,Good\n";
  private static final String SECOND = "304,ilacs,2019-03-04,2019-04-12,Good\n";

  @TempDir private Path folder;
  private Path input;
  private Path changing;
  private Path reports;

  @BeforeEach
  void writeSources() throws IOException {
    input = Files.createDirectories(folder.resolve("input"));
    changing = Files.writeString(input.resolve("changing.csv"), HEADER + FIRST + SECOND);
    Files.writeString(input.resolve("still.csv"), HEADER + SECOND);
    reports = folder.resolve("reports");
  }

  /** What somebody else does to a file. */
  private enum Change {
    GROWN {
      @Override
      void make(Path file) throws IOException {
        Files.writeString(file, SECOND, StandardOpenOption.APPEND);
      }
    },
    TRUNCATED {
      @Override
      void make(Path file) throws IOException {
        Files.writeString(file, HEADER, StandardOpenOption.TRUNCATE_EXISTING);
      }
    },
    REWRITTEN {
      @Override
      void make(Path file) throws IOException {
        Files.writeString(file, HEADER + SECOND + FIRST);
      }
    },
    REPLACED {
      @Override
      void make(Path file) throws IOException {
        FileTime modified = Files.getLastModifiedTime(file);
        Path other = Files.writeString(file.resolveSibling("other"), HEADER + SECOND + FIRST);
        Files.setLastModifiedTime(other, modified);
        Files.move(other, file, REPLACE_EXISTING);
      }
    },
    REMOVED {
      @Override
      void make(Path file) throws IOException {
        Files.delete(file);
      }
    };

    abstract void make(Path file) throws IOException;
  }

  /**
   * Runs, and changes the file as soon as the run has begun: it has seen its files when it makes
   * its folder, and then needs hundreds of milliseconds to read them.
   */
  private CommandLineRun runAndMake(Change change) {
    Path begun =
        reports.resolveSibling("." + reports.getFileName() + ".gradeline").resolve("staging");
    CompletableFuture<Void> changed =
        CompletableFuture.runAsync(
            () -> {
              try {
                while (!Files.exists(begun)) {
                  TimeUnit.MILLISECONDS.sleep(1);
                }
                change.make(changing);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    CommandLineRun run = run();
    changed.join();
    return run;
  }

  private CommandLineRun run() {
    return CommandLineRun.run(reports, List.of("--input", input.toString()));
  }

  @ParameterizedTest
  @EnumSource
  void thatIsChangedWhileItIsReadStopsTheRun(Change change) throws IOException {
    assertThat(run().status()).isZero();
    Map<String, byte[]> before = CommandLineRun.files(reports);

    CommandLineRun run = runAndMake(change);

    assertThat(run.err())
        .isEqualTo(
            "gradeline: writing or reading failed: "
                + changing
                + " changed while it was being read. Run again when nothing is writing to it."
                + " The last reports are untouched. Add --debug to see the stack trace."
                + System.lineSeparator());
    assertThat(run.status()).isEqualTo(1);
    assertThat(CommandLineRun.files(reports)).containsExactlyEntriesOf(before);
    assertThat(run().status()).as("the next run").isZero();
  }

  @Test
  void thatIsTouchedBeforeOrAfterARunDoesNotStopIt() throws IOException {
    assertThat(run().status()).isZero();
    Change.GROWN.make(changing);

    assertThat(run().status()).isZero();
  }
}
