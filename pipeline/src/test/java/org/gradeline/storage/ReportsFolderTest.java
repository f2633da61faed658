package org.gradeline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports folder holds the last whole reports, whenever a run ends and however. */
class ReportsFolderTest {
  private final Path folder;

  ReportsFolderTest(@TempDir Path temporary) {
    this.folder = temporary.resolve("reports");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  private static void stage(ReportsFolder reports, String version) throws IOException {
    write(reports.staging().resolve("tables/ratings.csv"), version);
    write(reports.staging().resolve("run.json"), version);
  }

  private void publish(String version) throws IOException {
    try (ReportsFolder reports = ReportsFolder.open(folder)) {
      stage(reports, version);
      reports.publish();
    }
  }

  /** What a reader sees: all files except the lock, with their texts. */
  private List<String> seen() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.equals(".lock"))
          .sorted()
          .map(name -> name + ": " + text(name))
          .toList();
    }
  }

  private String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theFolderIsMadeWhenThereIsNone() throws IOException {
    publish("first");

    assertThat(seen()).containsExactly("run.json: first", "tables/ratings.csv: first");
  }

  @Test
  void whatIsStagedIsNotSeenBeforeItIsPublished() throws IOException {
    publish("first");

    try (ReportsFolder reports = ReportsFolder.open(folder)) {
      stage(reports, "second");
      write(reports.work().resolve("parts/ratings/range-1.csv"), "part");
      assertThat(text("run.json")).isEqualTo("first");
      assertThat(text("tables/ratings.csv")).isEqualTo("first");

      reports.publish();
      assertThat(text("run.json")).isEqualTo("second");
      assertThat(text("tables/ratings.csv")).isEqualTo("second");
    }
    assertThat(seen()).containsExactly("run.json: second", "tables/ratings.csv: second");
  }

  @Test
  void aRunThatDoesNotPublishLeavesTheLastReportsUntouched() throws IOException {
    publish("first");

    try (ReportsFolder reports = ReportsFolder.open(folder)) {
      stage(reports, "second");
      write(reports.work().resolve("totals"), "half");
    }

    assertThat(seen()).containsExactly("run.json: first", "tables/ratings.csv: first");
  }

  @Test
  void publishingReplacesFoldersAsAWhole() throws IOException {
    try (ReportsFolder reports = ReportsFolder.open(folder)) {
      stage(reports, "first");
      write(reports.staging().resolve("tables/abandoned.csv"), "first");
      reports.publish();
    }

    publish("second");

    assertThat(seen()).containsExactly("run.json: second", "tables/ratings.csv: second");
  }

  @Test
  void filesThatAreNotOursStay() throws IOException {
    publish("first");
    write(folder.resolve("notes.md"), "about these reports");
    write(folder.resolve("letters/2014.txt"), "Dear council");

    publish("second");

    assertThat(seen())
        .containsExactly(
            "letters/2014.txt: Dear council",
            "notes.md: about these reports",
            "run.json: second",
            "tables/ratings.csv: second");
  }

  @Test
  void aFolderThatNoRunHasMadeIsRefused() throws IOException {
    write(folder.resolve("tables/own.csv"), "mine");

    assertThatThrownBy(() -> ReportsFolder.open(folder))
        .isInstanceOf(ReportsFolder.ForeignException.class)
        .hasMessage(
            folder
                + " has files that no run has made, such as tables; name an empty folder, or a new one");
    assertThat(seen()).containsExactly("tables/own.csv: mine");
  }

  @Test
  void severalRunsMayFollowEachOtherInOneOpening() throws IOException {
    try (ReportsFolder reports = ReportsFolder.open(folder)) {
      stage(reports, "first");
      reports.publish();
      stage(reports, "second");
      reports.publish();
    }

    assertThat(seen()).containsExactly("run.json: second", "tables/ratings.csv: second");
  }

  @Nested
  class ARejectedRun {
    @BeforeEach
    void publishedBefore() throws IOException {
      publish("first");
    }

    private void reject(String version) throws IOException {
      try (ReportsFolder reports = ReportsFolder.open(folder)) {
        stage(reports, version);
        write(reports.work().resolve("totals"), "half");
        assertThat(reports.reject()).isEqualTo(folder.resolve(".rejected-run"));
      }
    }

    @Test
    void isKeptWholeBesideTheLastReports() throws IOException {
      reject("second");

      assertThat(seen())
          .containsExactly(
              ".rejected-run/run.json: second",
              ".rejected-run/tables/ratings.csv: second",
              "run.json: first",
              "tables/ratings.csv: first");
    }

    @Test
    void replacesAnEarlierRejectedRunAsAWhole() throws IOException {
      try (ReportsFolder reports = ReportsFolder.open(folder)) {
        stage(reports, "second");
        write(reports.staging().resolve("tables/abandoned.csv"), "second");
        reports.reject();
      }

      reject("third");

      assertThat(seen())
          .containsExactly(
              ".rejected-run/run.json: third",
              ".rejected-run/tables/ratings.csv: third",
              "run.json: first",
              "tables/ratings.csv: first");
    }

    @Test
    void isKeptWhenTheNextRunDoesNotPublish() throws IOException {
      reject("second");

      try (ReportsFolder reports = ReportsFolder.open(folder)) {
        stage(reports, "third");
      }

      assertThat(text(".rejected-run/run.json")).isEqualTo("second");
    }

    @Test
    void goesWhenALaterRunPublishes() throws IOException {
      reject("second");

      publish("third");

      assertThat(seen()).containsExactly("run.json: third", "tables/ratings.csv: third");
    }

    @Test
    void goesAlsoWhenTheLaterRunDiedWhileItPublished() throws IOException {
      reject("second");
      write(folder.resolve(".publishing/tables/ratings.csv"), "third");
      write(folder.resolve(".publishing/run.json"), "third");

      ReportsFolder.open(folder).close();

      assertThat(seen()).containsExactly("run.json: third", "tables/ratings.csv: third");
    }

    @Test
    void thatDiedBeforeItWasKeptLeavesTheLastReports() throws IOException {
      // The earlier rejected run was out of the way already, the new one not in its place yet.
      write(folder.resolve(".replaced/.rejected-run/run.json"), "second");
      write(folder.resolve(".staging/run.json"), "third");

      ReportsFolder.open(folder).close();

      assertThat(seen()).containsExactly("run.json: first", "tables/ratings.csv: first");
    }

    @Test
    void isKeptInAFolderThatHasNoReportsYet(@TempDir Path fresh) throws IOException {
      try (ReportsFolder reports = ReportsFolder.open(fresh)) {
        stage(reports, "first");
        reports.reject();
      }

      assertThat(fresh.resolve(".rejected-run/run.json")).hasContent("first");
      assertThat(fresh.resolve("run.json")).doesNotExist();
    }
  }

  @Nested
  class AfterARunDied {
    @BeforeEach
    void publishedBefore() throws IOException {
      publish("first");
    }

    private void openAndClose() throws IOException {
      ReportsFolder.open(folder).close();
    }

    @Test
    void whileItStagedNothingIsLeftOfIt() throws IOException {
      write(folder.resolve(".staging/tables/ratings.csv"), "half");
      write(folder.resolve(".work/parts/ratings/range-1.csv"), "half");

      openAndClose();

      assertThat(seen()).containsExactly("run.json: first", "tables/ratings.csv: first");
    }

    @Test
    void itsLeftoversAreNotPublishedWithTheNext() throws IOException {
      write(folder.resolve(".staging/tables/abandoned.csv"), "half");

      publish("second");

      assertThat(seen()).containsExactly("run.json: second", "tables/ratings.csv: second");
    }

    @Test
    void asSoonAsItHadBegunToPublishTheNextOpeningCompletesIt() throws IOException {
      write(folder.resolve(".publishing/tables/ratings.csv"), "second");
      write(folder.resolve(".publishing/run.json"), "second");

      openAndClose();

      assertThat(seen()).containsExactly("run.json: second", "tables/ratings.csv: second");
    }

    @Test
    void betweenTwoFilesTheNextOpeningCompletesIt() throws IOException {
      // run.json was in place already, the old one put aside.
      write(folder.resolve("run.json"), "second");
      write(folder.resolve(".replaced/run.json"), "first");
      write(folder.resolve(".publishing/tables/ratings.csv"), "second");

      openAndClose();

      assertThat(seen()).containsExactly("run.json: second", "tables/ratings.csv: second");
    }

    @Test
    void betweenPuttingTheOldAsideAndTheNewInItsPlaceTheNextOpeningCompletesIt()
        throws IOException {
      Files.createDirectories(folder.resolve(".replaced"));
      Files.move(folder.resolve("tables"), folder.resolve(".replaced/tables"));
      write(folder.resolve(".publishing/tables/ratings.csv"), "second");
      write(folder.resolve(".publishing/run.json"), "second");

      openAndClose();

      assertThat(seen()).containsExactly("run.json: second", "tables/ratings.csv: second");
    }

    @Test
    void andSomebodyPutTheOldBackTheNextOpeningCompletesItAllTheSame() throws IOException {
      write(folder.resolve(".replaced/tables/ratings.csv"), "first");
      write(folder.resolve(".publishing/tables/ratings.csv"), "second");
      write(folder.resolve(".publishing/run.json"), "second");

      openAndClose();

      assertThat(seen()).containsExactly("run.json: second", "tables/ratings.csv: second");
    }

    @Test
    void whileItSweptUpTheNextOpeningSweeps() throws IOException {
      write(folder.resolve(".replaced/tables/ratings.csv"), "older");

      openAndClose();

      assertThat(seen()).containsExactly("run.json: first", "tables/ratings.csv: first");
    }
  }

  @Nested
  class WhoeverOpens {
    @Test
    void whileAnotherRunHoldsTheFolderIsRefused() throws IOException {
      try (ReportsFolder reports = ReportsFolder.open(folder)) {
        stage(reports, "first");

        assertThatThrownBy(() -> ReportsFolder.open(folder))
            .isInstanceOf(ReportsFolder.BusyException.class)
            .hasMessage(
                "another run is writing to "
                    + folder
                    + "; wait for it, or name another folder with --reports");

        reports.publish();
      }
      assertThat(seen()).containsExactly("run.json: first", "tables/ratings.csv: first");
    }

    @Test
    void afterTheOtherRunIsLetIn() throws IOException {
      ReportsFolder.open(folder).close();

      publish("second");

      assertThat(text("run.json")).isEqualTo("second");
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
      write(folder, "a file");

      assertThatThrownBy(() -> ReportsFolder.open(folder))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining(folder.toString());
      assertThatThrownBy(() -> ReportsFolder.open(folder.resolve("below")))
          .isInstanceOf(FileSystemException.class);
    }

    @Test
    void aFolderThatCannotBeCompletedIsRefusedEachTimeWithTheReason() throws IOException {
      write(folder.resolve(".publishing/run.json"), "second");
      write(folder.resolve(".replaced"), "a file in the way");

      for (int attempt = 1; attempt <= 2; attempt++) {
        assertThatThrownBy(() -> ReportsFolder.open(folder))
            .isInstanceOf(FileSystemException.class)
            .isNotInstanceOf(ReportsFolder.BusyException.class)
            .hasMessageContaining(".replaced");
      }

      Files.delete(folder.resolve(".replaced"));
      ReportsFolder.open(folder).close();
      assertThat(seen()).containsExactly("run.json: second");
    }
  }
}
