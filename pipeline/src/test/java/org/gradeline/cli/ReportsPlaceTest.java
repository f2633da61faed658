package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.storage.ReportsFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run replaces a folder as a whole, and so only one that it or another run has made. */
@DisplayName("The place of the reports")
class ReportsPlaceTest {
  private static final String HEADER =
      "la_code,framework,start_date,published_date,overall_effectiveness\n";
  private static final String RECORD = "340,ilacs,2024-11-25,2025-01-20,Inadequate\n";

  @TempDir private static Path shared;
  private static Path published;

  @TempDir private Path folder;
  private Path input;
  private Path reports;

  @BeforeAll
  static void publish() throws IOException {
    published = shared.resolve("reports");
    Path records = Files.writeString(shared.resolve("records.csv"), HEADER + RECORD);
    assertThat(CommandLineRun.run(published, List.of("--input", records.toString())).status())
        .isZero();
  }

  @BeforeEach
  void putRecordsAndReports() throws IOException {
    input = Files.writeString(folder.resolve("records.csv"), HEADER + RECORD);
    reports = folder.resolve("reports");
    PathUtils.copyDirectory(published, reports);
  }

  private CommandLineRun run(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    if (!all.contains("--input") && !all.contains("--data")) {
      all.addAll(List.of("--input", input.toString()));
    }
    return CommandLineRun.run(reports, all);
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  /** Every entry, with the text of the files. */
  private Map<String, String> entries() throws IOException {
    Map<String, String> entries = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        entries.put(
            folder.relativize(path).toString(),
            file ? PathUtils.readString(path, StandardCharsets.ISO_8859_1) : "");
      }
    }
    return entries;
  }

  private void assertPublishes(String... options) {
    CommandLineRun run = run(options);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(CommandLineRun.showKnowsley(reports).status()).isZero();
  }

  /** Ends before any work, with a message, and nothing is changed. */
  private void assertRefuses(String reason, String... options) throws IOException {
    Map<String, String> before = entries();
    CommandLineRun run = run(options);
    assertThat(run.err())
        .isEqualTo("gradeline: --reports " + reports + ": " + reason + System.lineSeparator());
    assertThat(run.status()).isEqualTo(2);
    assertThat(entries()).isEqualTo(before);
  }

  private void assertForeign(String file) throws IOException {
    assertRefuses(
        "the folder has '"
            + file
            + "', which Gradeline did not make. A run would delete it. Move it elsewhere, or name"
            + " an empty or a new folder.");
  }

  @Nested
  class ThatIsAccepted {
    @Test
    void isOneThatARunHasMade() {
      assertPublishes();
    }

    @Test
    void isANewOneAlsoInNewFolders() {
      reports = folder.resolve("a/b/c");

      assertPublishes();
    }

    @Test
    void isAnEmptyOne() throws IOException {
      reports = Files.createDirectory(folder.resolve("empty"));

      assertPublishes();
    }

    @Test
    void isOneOfTheVersionBeforeWithItsLockAndWithoutAListOfFiles() throws IOException {
      Path manifest = reports.resolve("datapackage.json");
      String text = Files.readString(manifest);
      String former = text.replaceFirst("(?s),\\s*\"gradeline\" : \\{.*?\\}", "");
      assertThat(former).isNotEqualTo(text);
      Files.writeString(manifest, former);
      for (String later :
          List.of(
              "CITATION.cff",
              "metadata.json",
              "open_data/council_movements.csv-metadata.json",
              "open_data/council_ratings.csv-metadata.json")) {
        Files.delete(reports.resolve(later));
      }
      Files.createFile(reports.resolve(".lock"));

      assertPublishes();
      assertThat(reports.resolve(".lock")).doesNotExist();
    }

    /** As in a fresh clone, which leaves out what depends on the time. */
    @Test
    void isOneOfWhichFilesAreMissing() throws IOException {
      Files.delete(reports.resolve("run.json"));
      Files.delete(reports.resolve("gradeline.sqlite"));
      Files.delete(reports.resolve("tables/visits.csv"));

      assertPublishes();
    }

    @Test
    void isOneThatHasARejectedRun() throws IOException {
      assertThat(run("--min-councils-graded", "100").status()).isEqualTo(3);
      assertThat(reports.resolve(".rejected-run/run.json")).exists();

      assertThat(run("--min-councils-graded", "100").status()).isEqualTo(3);
      assertPublishes();
      assertThat(reports.resolve(".rejected-run")).doesNotExist();
    }

    @Test
    void isOneThatHasNothingButARejectedRun() throws IOException {
      reports = folder.resolve("new");
      assertThat(run("--min-councils-graded", "100").status()).isEqualTo(3);

      assertPublishes();
      assertThat(reports.resolve(".rejected-run")).doesNotExist();
    }
  }

  @Nested
  class ThatHasFilesOfOthers {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "tables/mine.csv",
          "notes.md",
          "zz.csv",
          ".work/mine.txt",
          ".replaced/mine.txt",
          ".git/config",
          ".rejected-run/mine.csv",
          ".hidden"
        })
    void isRefused(String file) throws IOException {
      put(reports.resolve(file), "mine");

      boolean folderOfOthers = file.matches("\\.(work|replaced|git)/.*");
      assertForeign(folderOfOthers ? file.substring(0, file.indexOf('/')) : file);
    }

    @Test
    void isRefusedForAnEmptyFolderToo() throws IOException {
      Files.createDirectory(reports.resolve("letters"));

      assertForeign("letters");
    }

    @Test
    void isRefusedForALinkInPlaceOfAFile() throws IOException {
      Path mine = Files.writeString(folder.resolve("mine.csv"), "mine");
      Files.delete(reports.resolve("tables/visits.csv"));
      Files.createSymbolicLink(reports.resolve("tables/visits.csv"), mine);

      assertForeign("tables/visits.csv");
    }

    @Test
    void isRefusedForALockThatIsNotOurs() throws IOException {
      put(reports.resolve(".lock"), "mine");

      assertForeign(".lock");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"name\": \"my-tables\"}",
          "no JSON",
          "[]",
          "{\"name\": \"gradeline-reports\"}"
        })
    void isRefusedAlsoWithADataPackageOfTheirOwn(String descriptor) throws IOException {
      reports = folder.resolve("theirs");
      put(reports.resolve("datapackage.json"), descriptor);
      put(reports.resolve("tables/mine.csv"), "mine");

      assertForeign(descriptor.contains("gradeline-reports") ? "tables" : "datapackage.json");
    }

    @Test
    void isRefusedAlsoWithARunOfTheirOwn() throws IOException {
      reports = folder.resolve("theirs");
      put(reports.resolve("run.json"), "{}");

      assertForeign("run.json");
    }

    @Test
    void isNotReplacedWhenTheyComeDuringTheRun() throws IOException {
      try (ReportsFolder held = ReportsFolder.open(reports)) {
        PathUtils.copyDirectory(published, held.staging());
        put(reports.resolve("tables/mine.csv"), "mine");

        assertThatThrownBy(held::publish).isInstanceOf(ReportsFolder.ForeignException.class);
      }
      assertThat(reports.resolve("tables/mine.csv")).hasContent("mine");
    }
  }

  @Nested
  class BesideWhichThereIsAFolderOfOthers {
    private void assertInTheWay() throws IOException {
      assertRefuses(
          "a run makes the new reports in "
              + folder.toRealPath().resolve(".reports.gradeline")
              + ", and Gradeline did not make what is there. Move it elsewhere, or name another"
              + " folder.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"work/mine.txt", "staging/mine.txt", "old/mine.txt", "mine.txt"})
    void isRefused(String file) throws IOException {
      put(folder.resolve(".reports.gradeline").resolve(file), "mine");

      assertInTheWay();
    }

    @Test
    void isRefusedForALinkToo() throws IOException {
      put(folder.resolve("mine/work/mine.txt"), "mine");
      Files.createSymbolicLink(folder.resolve(".reports.gradeline"), folder.resolve("mine"));

      assertInTheWay();
    }
  }

  @Nested
  class ThatIsNotApartFromTheData {
    @Test
    void isRefusedWhenTheDataFolderIsInIt() throws IOException {
      Path data = Files.createDirectory(folder.resolve("all")).resolve("data");
      PathUtils.copyDirectory(CommandLineRun.DATA, data);
      reports = folder.resolve("all");

      assertRefuses(
          "the data folder "
              + data
              + " is inside it, and a run replaces the folder as a whole. Name another folder.",
          "--data",
          data.toString());
    }

    @Test
    void isRefusedWhenItIsAmongTheRecords() throws IOException {
      Path data = folder.resolve("data");
      PathUtils.copyDirectory(CommandLineRun.DATA, data);
      reports = data.resolve("inspections").resolve("reports");

      assertRefuses(
          "it is inside "
              + data.resolve("inspections")
              + ", so that the next run would read the reports as records. Name another folder.",
          "--data",
          data.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/**.csv", "/*/../**.csv"})
    void isRefusedWhenItIsAmongTheInputs(String pattern) throws IOException {
      Path records = Files.createDirectory(folder.resolve("in"));
      Files.move(input, records.resolve("records.csv"));
      Files.createDirectory(records.resolve("other"));
      reports = records.resolve("reports");

      CommandLineRun run = run("--input", records + pattern);

      assertThat(run.status()).isEqualTo(2);
      assertThat(reports).doesNotExist();
    }

    @Test
    void isAcceptedBesideTheInputsThatAPatternNames() {
      reports = folder.resolve("out");

      assertPublishes("--input", folder + "/*.csv");
      assertPublishes("--input", folder + "/*.csv");
    }

    @Test
    void isRefusedWhenTheRunReadsItsTables() throws IOException {
      Path read = reports.resolve("tables/ratings.csv");

      assertRefuses(
          "the run reads "
              + read
              + ", which is inside it, and a run replaces the folder as a whole. Name another"
              + " folder.",
          "--input",
          read.toString());
    }

    @ParameterizedTest
    @CsvSource({
      "rec*/**/*.csv, tables/ratings.csv",
      "rec*/*/tables/r[ae]*.csv, tables/ratings.csv",
      "*/*/*.json, datapackage.json",
      "l*/*/*.json, datapackage.json",
      "rec*/*/.*/tables/ratings.csv, .rejected-run/tables/ratings.csv"
    })
    void isRefusedWhenAPatternOfInputNamesIt(String pattern, String file) throws IOException {
      Path records = folder.resolve("recs/2025");
      put(records.resolve("records.csv"), HEADER + RECORD);
      put(records.resolve("records.json"), "[]");
      put(records.resolve("tables/records.csv"), HEADER + RECORD);
      put(records.resolve(".2/tables/ratings.csv"), HEADER + RECORD);
      Files.createSymbolicLink(folder.resolve("link"), folder.resolve("recs"));
      PathUtils.deleteDirectory(reports);
      reports = folder.resolve("recs/reports");

      assertRefuses(
          "the pattern --input "
              + folder
              + "/"
              + pattern
              + " also names its "
              + file
              + ", so that the next run would read the reports as records. Name another folder.",
          "--input",
          folder + "/" + pattern);
    }

    @Test
    void isAcceptedWhereAPatternOfInputNamesNoneOfItsFiles() throws IOException {
      put(folder.resolve("recs/2025/records.csv"), HEADER + RECORD);
      reports = folder.resolve("recs/reports");

      assertPublishes("--input", folder + "/rec*/*/*.csv");
      assertPublishes("--input", folder + "/rec*/*/*.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/recs", "/recs/**.csv", "/rec*/*/tables/*.csv", "/recs/link.csv"})
    void isRefusedWhenARecordIsInOtherReports(String inputs) throws IOException {
      Path other = folder.resolve("recs/other");
      Files.createDirectories(other.getParent());
      Files.move(reports, other);
      Files.createSymbolicLink(folder.resolve("recs/link.csv"), other.resolve("tables/latest.csv"));

      CommandLineRun run = run("--input", folder + inputs);

      assertThat(run.err())
          .startsWith(
              "gradeline: --input " + folder + inputs + ": the run would read " + folder + "/recs/")
          .endsWith(
              " as records, which is in the reports folder "
                  + other.toRealPath()
                  + ". Move that folder elsewhere, or name the records without it."
                  + System.lineSeparator());
      assertThat(run.status()).isEqualTo(2);
      assertThat(reports).doesNotExist();
    }

    @Test
    void isRefusedInsideOtherReports() throws IOException {
      Path other = reports.toRealPath();
      reports = reports.resolve("mine/reports");

      assertRefuses(
          "it is inside the reports folder "
              + other
              + ", which a run replaces as a whole. Name a folder elsewhere.");
    }
  }

  @Nested
  class ThatCannotBeReplaced {
    @Test
    void isRefusedWhenItIsTheCurrentFolder() throws Exception {
      ProcessBuilder builder =
          new ProcessBuilder(
              OwnProcess.command(
                  List.of(),
                  List.of(
                      "run",
                      "--reports",
                      ".",
                      "--input",
                      input.toString(),
                      "--data",
                      CommandLineRun.DATA.toRealPath().toString())));
      OwnProcess run = OwnProcess.start(builder.directory(reports.toFile()));

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.printed())
          .isEqualTo(
              "gradeline: --reports .: a run replaces the folder as a whole, and the command runs"
                  + " inside it. Name a folder inside it, or run the command elsewhere."
                  + System.lineSeparator());
    }

    @Test
    void isRefusedWhenItIsALinkThatLeadsNowhere() throws IOException {
      reports = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));

      assertRefuses("it is a link that leads nowhere. Remove it, or name a folder.");
    }

    @Test
    void isRefusedWhenTheFolderThatItIsInCannotBeWritten() throws Exception {
      Path real = folder.toRealPath();
      String printed = printed("chmod 555 \"$1\"", withoutPrivileges());

      assertThat(printed)
          .isEqualTo(
              "gradeline: --reports "
                  + reports
                  + ": a run replaces the folder as a whole, and the folder that it is in, "
                  + real
                  + ", cannot be written to. Name a folder inside it, or allow writing to "
                  + real
                  + "."
                  + System.lineSeparator());
    }

    @Test
    void isRefusedWhenItCannotBeWritten() throws Exception {
      assertThat(printed("chmod 555 \"$1/reports\"", withoutPrivileges()))
          .contains("the folder cannot be written to (permission denied)");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "mount -t tmpfs none \"$1/reports\"",
          "mount --bind \"$1/reports\" \"$1/reports\""
        })
    void isRefusedWhenItIsAMountPoint(String mount) throws Exception {
      assertThat(printed(mount, mounting()))
          .isEqualTo(
              "gradeline: --reports "
                  + reports
                  + ": a run replaces the folder as a whole, and a mount point cannot be replaced."
                  + " Name a folder inside it."
                  + System.lineSeparator());
    }

    @Test
    void isAcceptedInsideAMountPoint() throws Exception {
      reports = folder.resolve("disk/reports");

      assertThat(printed("mkdir \"$1/disk\" && mount -t tmpfs none \"$1/disk\"", mounting()))
          .contains("Tables: " + reports.resolve("tables"));
    }

    /** Folders in which nothing may be deleted do not keep a run from publishing. */
    @Test
    void isReplacedAlsoWhenItsOwnFoldersAreReadOnly() throws Exception {
      String printed = printed("chmod 555 \"$1/reports/tables\"", withoutPrivileges());

      assertThat(printed).contains("Tables: ").doesNotContain("could not be deleted");
      assertThat(folder.resolve(".reports.gradeline")).doesNotExist();
    }

    private String printed(String preparation, List<String> surroundings) throws Exception {
      List<String> command = new ArrayList<>(List.of("/bin/sh", "-c"));
      command.add(preparation + " || exit 99; shift; \"$@\"");
      command.addAll(List.of("prepared", folder.toString()));
      boolean asMounter = surroundings.get(0).equals("unshare");
      command.addAll(asMounter ? List.of() : surroundings);
      command.addAll(OwnProcess.run(reports, List.of("--input", input.toString())));
      command.addAll(0, asMounter ? surroundings : List.of());
      OwnProcess run = OwnProcess.start(command);
      assumeTrue(run.status() != 99, "the system permits it");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      return run.printed();
    }

    private List<String> mounting() {
      return firstThatWorks(
          List.of("unshare", "-m"), List.of("unshare", "-rm"), "mount -t tmpfs none /mnt");
    }

    /** The super-user may write everywhere, unless this is taken away. */
    private List<String> withoutPrivileges() {
      return firstThatWorks(
          List.of("env"),
          List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner"),
          "d=$(mktemp -d); chmod 555 $d; ! touch $d/x 2>/dev/null");
    }

    private List<String> firstThatWorks(List<String> one, List<String> other, String trial) {
      for (List<String> candidate : List.of(one, other)) {
        List<String> command = new ArrayList<>(candidate);
        command.addAll(List.of("/bin/sh", "-c", trial));
        try {
          Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
          process.getInputStream().readAllBytes();
          if (process.waitFor() == 0) {
            return candidate;
          }
        } catch (IOException | InterruptedException e) {
          // There is no such program.
        }
      }
      assumeTrue(false, "the system permits it");
      return one;
    }
  }

  @Nested
  class ThatIsElsewhere {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "run --reports s3://bucket/out",
          "run --reports s3:/bucket/out",
          "run --neighbours gs:/bucket/neighbours.csv",
          "run --data gs://bucket/data",
          "run --input gs://bucket/*.csv",
          "run --gates hdfs://host/gates.yaml",
          "check --reports s3://bucket/out",
          "show knowsley --reports s3://bucket/out",
          "diff s3://bucket/out reports",
          "diff reports s3://bucket/out"
        })
    void isRefusedWhereItsFileSystemIsNotBuiltIn(String command) {
      CommandLineRun run = CommandLineRun.of(command.split(" "));

      assertThat(run.status()).isEqualTo(2);
      String place = command.replaceFirst(".* (\\w+:/\\S+).*", "$1").replaceFirst(":/+", "://");
      String scheme = place.substring(0, place.indexOf(':'));
      assertThat(run.err())
          .contains(
              place
                  + ": this program was built without the file system of "
                  + scheme
                  + "://. Name a local place, or build it with the profile "
                  + (scheme.equals("gs") ? "gcs" : scheme)
                  + ".");
      assertThat(Path.of(scheme + ":")).doesNotExist();
    }

    @Test
    void cannotHaveTheFileOfTheLineage() {
      CommandLineRun run = CommandLineRun.of("run", "--lineage", "s3://bucket/lineage.jsonl");

      assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void isALocalPathWhereItSaysFile() {
      CommandLineRun run =
          CommandLineRun.of(
              "run",
              "--data",
              CommandLineRun.DATA.toString(),
              "--input",
              "file:///none/records.csv");

      assertThat(run.err()).contains("--input file:///none/records.csv: there is no such file");
    }
  }
}
