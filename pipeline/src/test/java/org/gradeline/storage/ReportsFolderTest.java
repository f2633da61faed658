package org.gradeline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
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
    describe(reports);
  }

  /** Writes the manifest of what is staged. */
  private static void describe(ReportsFolder reports) throws IOException {
    Path staging = reports.staging();
    try (Stream<Path> paths = Files.walk(staging)) {
      String files =
          paths
              .filter(Files::isRegularFile)
              .map(file -> '"' + staging.relativize(file).toString().replace('\\', '/') + '"')
              .collect(Collectors.joining(", "));
      write(
          staging.resolve("datapackage.json"),
          "{\"name\": \"gradeline-reports\", \"gradeline\": {\"files\": [\"datapackage.json\", "
              + files
              + "]}}");
    }
  }

  private void publish(String version) throws IOException {
    try (ReportsFolder reports = ReportsFolder.open(folder)) {
      stage(reports, version);
      reports.publish();
    }
  }

  /** What a reader sees: all files except the manifest, with their texts. */
  private List<String> seen() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.endsWith("datapackage.json"))
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
      describe(reports);
      reports.publish();
    }

    publish("second");

    assertThat(seen()).containsExactly("run.json: second", "tables/ratings.csv: second");
  }

  @Test
  void aFolderWithFilesThatAreNotOursIsRefusedAndTheyStay() throws IOException {
    publish("first");
    write(folder.resolve("letters/2014.txt"), "Dear council");

    assertThatThrownBy(() -> publish("second"))
        .isInstanceOf(ReportsFolder.ForeignException.class)
        .hasMessage(
            "the folder has 'letters', which Gradeline did not make. A run would delete it. Move it"
                + " elsewhere, or name an empty or a new folder");

    assertThat(seen())
        .containsExactly(
            "letters/2014.txt: Dear council", "run.json: first", "tables/ratings.csv: first");
  }

  @Test
  void aFolderThatNoRunHasMadeIsRefused() throws IOException {
    write(folder.resolve("tables/own.csv"), "mine");

    assertThatThrownBy(() -> ReportsFolder.open(folder))
        .isInstanceOf(ReportsFolder.ForeignException.class)
        .hasMessageContaining("'tables'");
    assertThat(seen()).containsExactly("tables/own.csv: mine");
  }

  @Test
  void severalRunsMayFollowEachOtherInOneOpening() throws IOException {
    try (ReportsFolder reports = ReportsFolder.open(folder)) {
      stage(reports, "first");
      assertThat(reports.publish()).isEmpty();
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
        assertThat(reports.reject().path()).isEqualTo(folder.resolve(".rejected-run"));
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
        describe(reports);
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
    private Path beside;

    @BeforeEach
    void publishedBefore() throws IOException {
      publish("first");
      beside = folder.resolveSibling(".reports.gradeline");
      write(beside.resolve("lock"), "");
    }

    private void openAndClose() throws IOException {
      ReportsFolder.open(folder).close();
    }

    @Test
    void whileItStagedNothingIsLeftOfIt() throws IOException {
      write(beside.resolve("staging/tables/ratings.csv"), "half");
      write(beside.resolve("work/parts/ratings/range-1.csv"), "half");

      openAndClose();

      assertThat(seen()).containsExactly("run.json: first", "tables/ratings.csv: first");
      assertThat(beside).doesNotExist();
    }

    @Test
    void itsLeftoversAreNotPublishedWithTheNext() throws IOException {
      write(beside.resolve("staging/tables/abandoned.csv"), "half");

      publish("second");

      assertThat(seen()).containsExactly("run.json: second", "tables/ratings.csv: second");
    }

    @Test
    void betweenTwoRenamesTheNextOpeningPutsTheLastReportsBack() throws IOException {
      Files.move(folder, beside.resolve("old"));
      write(beside.resolve("staging/run.json"), "second");

      openAndClose();

      assertThat(seen()).containsExactly("run.json: first", "tables/ratings.csv: first");
      assertThat(beside).doesNotExist();
    }

    @Test
    void betweenTwoRenamesWhoeverReadsPutsTheLastReportsBack() throws IOException {
      Files.move(folder, beside.resolve("old"));

      LastReports.in(Location.of(folder));

      assertThat(seen()).containsExactly("run.json: first", "tables/ratings.csv: first");
    }

    @Test
    void whileItDeletedTheOldReportsTheNextOpeningDeletesThem() throws IOException {
      write(beside.resolve("old/run.json"), "older");
      write(beside.resolve("old-rejected/run.json"), "older");

      openAndClose();

      assertThat(seen()).containsExactly("run.json: first", "tables/ratings.csv: first");
      assertThat(beside).doesNotExist();
    }

    @Test
    void whatItsWorkersWriteAfterItsEndIsDeletedByTheNext() throws IOException {
      try (ReportsFolder failed = ReportsFolder.open(folder)) {
        failed.staging();
      }
      write(beside.resolve("work/parts/ratings/range-1.csv"), "late");

      publish("second");

      assertThat(seen()).containsExactly("run.json: second", "tables/ratings.csv: second");
      assertThat(beside).doesNotExist();
    }

    @Test
    void whatOthersPutBesideTheReportsStays() throws IOException {
      write(beside.resolve("mine.txt"), "mine");

      publish("second");

      assertThat(beside.resolve("mine.txt")).hasContent("mine");
      publish("third");
      assertThat(beside.resolve("mine.txt")).hasContent("mine");
    }
  }

  @Nested
  class WhoeverReads {
    @BeforeEach
    void publishedBefore() throws IOException {
      publish("first");
    }

    @Test
    void readsAgainWhenTheReportsWereReplacedMeanwhile() throws IOException {
      AtomicInteger readings = new AtomicInteger();

      String read =
          LastReports.read(
              List.of(LastReports.in(Location.of(folder))),
              () -> {
                String ratings = text("tables/ratings.csv");
                if (readings.incrementAndGet() == 1) {
                  publish("second");
                }
                return ratings + " " + text("run.json");
              });

      assertThat(read).isEqualTo("second second");
    }

    @Test
    void readsAgainWhenThatIsWhyItFailed() throws IOException {
      AtomicInteger readings = new AtomicInteger();

      String read =
          LastReports.read(
              List.of(LastReports.in(Location.of(folder))),
              () -> {
                if (readings.incrementAndGet() == 1) {
                  publish("second");
                  throw new IOException("the file is gone");
                }
                return text("run.json");
              });

      assertThat(read).isEqualTo("second");
    }

    @Test
    void givesUpWhenTheyAreReplacedEachTime() {
      assertThatThrownBy(
              () ->
                  LastReports.read(
                      List.of(LastReports.in(Location.of(folder))),
                      () -> {
                        publish("next");
                        return text("run.json");
                      }))
          .isInstanceOf(LastReports.ReplacedException.class)
          .hasMessage("a run replaced the reports while they were read. Give the command again");
    }

    @Test
    void isToldOfAnyOtherFailure() {
      assertThatThrownBy(
              () ->
                  LastReports.read(
                      List.of(LastReports.in(Location.of(folder))),
                      () -> {
                        throw new IOException("the file is gone");
                      }))
          .hasMessage("the file is gone");
    }

    @Test
    void seesNoOtherReportsInARejectedRun() throws IOException {
      LastReports.Version before = LastReports.in(Location.of(folder)).version();

      try (ReportsFolder reports = ReportsFolder.open(folder)) {
        stage(reports, "second");
        reports.reject();
      }

      assertThat(LastReports.in(Location.of(folder)).version()).isEqualTo(before);
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
  }
}
