package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.cli.defaults.Surroundings;
import org.gradeline.storage.FolderStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records, reference data and reports that are in a file system of Beam's, not on this machine. */
class StoresTest {
  private static final String DATA = "store://bucket/data";
  private static final String REPORTS = "store://bucket/reports";

  private final Path store;
  private final Path folder;

  StoresTest(@TempDir Path folder) {
    this.folder = folder;
    this.store = folder.resolve("store");
  }

  @BeforeEach
  void fill() throws IOException {
    PathUtils.copyDirectory(CommandLineRun.DATA, Files.createDirectories(path("data")));
    System.setProperty(FolderStore.FOLDER, store.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(FolderStore.FOLDER);
    System.clearProperty(FolderStore.FAILING);
  }

  private Path path(String name) {
    return store.resolve("bucket").resolve(name);
  }

  private static CommandLineRun run(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--no-site", "--data", DATA, "--reports", REPORTS));
    arguments.addAll(List.of(options));
    return CommandLineRun.of(arguments.toArray(new String[0]));
  }

  /** The folders of the runs, the earliest first. */
  private List<Path> runs() throws IOException {
    try (Stream<Path> runs = Files.list(path("reports/runs"))) {
      return runs.filter(run -> isFilled(run)).sorted().toList();
    }
  }

  private static boolean isFilled(Path run) {
    try (Stream<Path> files = Files.walk(run)) {
      return files.anyMatch(Files::isRegularFile);
    } catch (IOException e) {
      return false;
    }
  }

  private String current() throws IOException {
    return Files.readString(path("reports/current.json"));
  }

  @Test
  void theReportsAreThoseOfALocalRunAndEveryCommandReadsThem() throws IOException {
    CommandLineRun run = run();
    assertThat(run.err()).isEmpty();
    Path published = runs().get(0);
    Path local = folder.resolve("local");
    CommandLineRun.run(local, List.of());

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Tables: store://bucket/reports/runs/" + published.getFileName() + "/tables");
    assertThat(current()).isEqualTo("{\"run\":\"" + published.getFileName() + "\"}");
    Map<String, byte[]> expected = CommandLineRun.files(local);
    Map<String, byte[]> files = CommandLineRun.files(published);
    assertThat(files.keySet()).isEqualTo(expected.keySet());
    // The database and the dictionary name nothing of the place, and neither do the tables.
    files.keySet().stream()
        .filter(file -> !file.equals("README.md"))
        .forEach(file -> assertThat(files.get(file)).as(file).isEqualTo(expected.get(file)));
    assertThat(isFilled(path("reports/work"))).as("what workers leave is deleted").isFalse();

    CommandLineRun show =
        CommandLineRun.of("show", "knowsley", "--data", DATA, "--reports", REPORTS);
    assertThat(show.out()).isEqualTo(CommandLineRun.showKnowsley(local).out());
    assertThat(CommandLineRun.of("diff", local.toString(), REPORTS).out())
        .isEqualTo(CommandLineRun.of("diff", local.toString(), local.toString()).out());
    CommandLineRun check = CommandLineRun.of("check", "--data", DATA, "--reports", REPORTS);
    assertThat(check.status()).isZero();
    assertThat(check.out()).contains("Revisions: none");
  }

  @Test
  void aDryRunWritesNothingThereWhereverThePlacesAreNamed() throws IOException {
    Map<String, String> named = Map.of("GRADELINE_DATA", DATA, "GRADELINE_REPORTS", REPORTS);
    Surroundings around = new Surroundings(named, null);

    CommandLineRun first = CommandLineRun.around(around, "run", "--dry-run");
    assertThat(first.err()).isEmpty();
    assertThat(first.out()).contains("Records: ", "They are made in " + REPORTS);
    assertThat(path("reports")).doesNotExist();

    run();
    Map<String, byte[]> before = CommandLineRun.files(path("reports"));
    CommandLineRun second = CommandLineRun.around(around, "run", "--dry-run");
    assertThat(second.out())
        .contains(
            "They replace " + REPORTS + "/runs/" + runs().get(0).getFileName(),
            "files go when the run after this one is published: ");
    assertThat(CommandLineRun.files(path("reports")).keySet()).isEqualTo(before.keySet());
  }

  @Test
  void pagesAreAddedToReportsAsARunOfTheirOwn() throws IOException {
    run();

    CommandLineRun site = CommandLineRun.of("site", "--data", DATA, "--reports", REPORTS);

    assertThat(site.err()).isEmpty();
    Path latest = runs().get(1);
    assertThat(site.out()).contains(latest.getFileName() + "/site/index.html");
    assertThat(current()).contains(latest.getFileName().toString());
    assertThat(latest.resolve("site/councils/340-knowsley.html")).exists();
    assertThat(latest.resolve("tables/ratings.csv"))
        .hasSameBinaryContentAs(runs().get(0).resolve("tables/ratings.csv"));
  }

  @Test
  void theRunBeforeStaysForThoseWhoReadIt() throws IOException {
    run();
    run();
    List<Path> two = runs();
    run();

    assertThat(two).hasSize(2);
    assertThat(runs()).hasSize(2).contains(two.get(1)).doesNotContain(two.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tables/panel.csv", "current.json"})
  void aRunThatCannotWriteLeavesTheLastReportsUntouched(String file) throws IOException {
    run();
    String before = current();
    System.setProperty(FolderStore.FAILING, file);

    CommandLineRun failed = run("--as-at", "2024-03-31");

    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.err())
        .contains("the store is full")
        .contains("The last reports are untouched");
    assertThat(current()).isEqualTo(before);
    System.clearProperty(FolderStore.FAILING);
    assertThat(CommandLineRun.of("show", "340", "--data", DATA, "--reports", REPORTS).status())
        .isZero();
  }

  @Test
  void reportsThatFailAGateAreKeptBesideAndNotPublished() throws IOException {
    run();
    String before = current();

    CommandLineRun refused = run("--min-councils-graded", "200");

    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.out())
        .contains("The rejected run is in store://bucket/reports/rejected-run/");
    assertThat(current()).isEqualTo(before);
    assertThat(isFilled(path("reports/rejected-run"))).isTrue();
  }

  @Test
  void recordsAreNamedByAPatternAndOtherFilesOnTheirOwn() throws IOException {
    Files.createDirectories(path("more"));
    Files.writeString(
        path("more/a.csv"),
        """
        la_code,framework,start_date,published_date,overall_effectiveness
        340,sif,2014-04-29,2014-06-30,Inadequate
        """);
    Files.writeString(path("more/b.txt"), "no records");
    Files.writeString(path("more/neighbours.csv"), "la_code,neighbour\n340,342\n");

    CommandLineRun one = run("--input", "store://bucket/more/a.*", "--min-councils-graded", "off");
    assertThat(one.out()).contains("Records: 1 read = 1 accepted");
    CommandLineRun none = run("--input", "store://bucket/none/*.csv");
    assertThat(none.err()).contains("--input store://bucket/none/*.csv: there is no such file");
    CommandLineRun missing = run("--neighbours", "store://bucket/more/none.csv");
    assertThat(missing.err())
        .contains("--neighbours store://bucket/more/none.csv: there is no such file");
    CommandLineRun inside = run("--input", REPORTS + "/runs/**");
    assertThat(inside.err()).contains("which is inside it");
  }

  @Test
  void faultsInReferenceDataAreToldByTheUsersFile() throws IOException {
    Files.writeString(
        path("data/reference/councils.csv"), "la_code\n340\n", StandardCharsets.UTF_8);

    CommandLineRun wrong = run();

    assertThat(wrong.status()).isEqualTo(4);
    assertThat(wrong.err()).contains("reference/councils.csv:1").doesNotContain("/tmp/");
  }

  @Test
  void aFolderWithoutDataIsToldSo() {
    assertThat(CommandLineRun.of("run", "--data", "store://bucket/none").err())
        .contains("--data store://bucket/none: there is no such folder");
  }

  @Test
  void aPlaceWhoseFileSystemIsNotBuiltInIsToldWhichProfileBringsIt() {
    assertThat(CommandLineRun.of("run", "--data", "s3://bucket/data").err())
        .contains(
            "s3://bucket/data: this program was built without the file system of s3://. Name a"
                + " local place, or build it with the profile s3.");
  }
}
