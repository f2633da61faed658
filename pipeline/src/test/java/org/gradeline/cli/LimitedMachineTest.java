package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gradeline.reading.UnknownNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs for which a machine has too little memory, too few files or threads, or no folder for
 * temporary files. Each ends, says in one line what to do, and leaves the last reports as they
 * were.
 */
@DisplayName("On a machine with limits")
class LimitedMachineTest {
  private static final String HEADER =
      "la_code,framework,start_date,published_date,overall_effectiveness\n";
  private static final String GOOD =
      "{\"la_code\": \"340\", \"framework\": \"ilacs\", \"published_date\": \"2021-12-03\","
          + " \"overall_effectiveness\": \"Good\"";
  private static final long LONGEST_MINUTES = 8;

  @TempDir private Path folder;
  private Path reports;
  private Map<String, byte[]> last;

  @BeforeEach
  void publishTheLastReports() throws IOException {
    Path early = folder.resolve("early.csv");
    Files.writeString(early, HEADER + "340,ilacs,2021-10-11,2021-12-03,Good\n");
    reports = folder.resolve("reports");
    assertThat(CommandLineRun.run(reports, List.of("--input", early.toString())).status()).isZero();
    last = CommandLineRun.files(reports);
  }

  private OwnProcess run(List<String> shell, List<String> javaOptions, String... options)
      throws Exception {
    List<String> command = new ArrayList<>(shell);
    List<String> run = OwnProcess.run(reports, List.of(options));
    command.add(run.get(0));
    command.addAll(javaOptions);
    command.addAll(run.subList(1, run.size()));
    return ended(OwnProcess.start(command));
  }

  private static OwnProcess ended(OwnProcess run) throws InterruptedException {
    boolean ended = run.process().waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
    run.process().destroyForcibly();
    assertThat(ended).as("the run ends").isTrue();
    return run;
  }

  private void assertFails(OwnProcess run, String message) throws Exception {
    assertThat(run.printed().lines())
        .singleElement()
        .asString()
        .contains(message)
        .endsWith(" The last reports are untouched. Add --debug to see the stack trace.");
    assertThat(run.status()).isEqualTo(1);
    assertThat(CommandLineRun.files(reports)).containsExactlyEntriesOf(last);
  }

  private static List<String> limited(String limit) {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "limits are set by a POSIX shell");
    return List.of("/bin/sh", "-c", "ulimit " + limit + "; exec \"$@\"", "limited");
  }

  @Test
  @DisplayName("records that do not fit into the memory end the run with the remedy")
  void recordsThatDoNotFit() throws Exception {
    Path input = folder.resolve("long.jsonl");
    String text = "x".repeat(500_000);
    try (BufferedWriter out = Files.newBufferedWriter(input)) {
      for (int i = 0; i < 300; i++) {
        out.write(
            GOOD
                + (", \"findings\": [{\"theme\": \"a\", \"kind\": \"strength\","
                        + " \"text\": \"%s\"}]}%n")
                    .formatted(i + text));
      }
    }

    assertFails(
        run(List.of(), List.of("-Xmx64m"), "--input", input.toString()),
        "there is not enough memory. Allow more with GRADELINE_JAVA_OPTS=-Xmx4g.");
  }

  @Test
  @DisplayName("many small records of one council that do not fit end the run, too")
  void manySmallRecords() throws Exception {
    Path input = folder.resolve("many.csv");
    try (BufferedWriter out = Files.newBufferedWriter(input)) {
      out.write("la_code,framework,published_date,overall_effectiveness,report\n");
      for (int i = 0; i < 150_000; i++) {
        out.write("340,ilacs,2021-12-%02d,Good,https://example.org/%d\n".formatted(i % 28 + 1, i));
      }
    }

    OwnProcess run = run(List.of(), List.of("-Xmx32m"), "--input", input.toString());

    assertFails(run, "Allow more");
    assertThat(run.printed()).contains("memory");
  }

  @ParameterizedTest(name = "{0} unknown keys in {1} fit into little memory")
  @CsvSource({"200000, jsonl", "100000, json"})
  void unknownKeys(int count, String format) throws Exception {
    Path input = folder.resolve("keys." + format);
    try (BufferedWriter out = Files.newBufferedWriter(input)) {
      for (int i = 0; i < count; i += 10) {
        StringBuilder record = new StringBuilder(GOOD);
        for (int key = i; key < i + 10; key++) {
          record.append(", \"key_%06d\": 1".formatted(key));
        }
        out.write(record + "}\n");
      }
    }

    OwnProcess run = run(List.of(), List.of("-Xmx64m"), "--input", input.toString());

    assertThat(run.status()).as(run.printed()).isZero();
    JsonNode manifest = new ObjectMapper().readTree(reports.resolve("run.json").toFile());
    assertThat(manifest.path("unknown_columns")).hasSize(UnknownNames.MAX_NAMES);
    assertThat(manifest.path("unknown_columns").get(9_999).textValue()).isEqualTo("key_009999");
    assertThat(manifest.path("more_unknown_columns").booleanValue()).isTrue();
    assertThat(
            CommandLineRun.rows(reports, "quality/checks.csv").stream()
                .filter(row -> row.get("check").equals("unknown_columns")))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("value")).isEqualTo("10000");
              assertThat(row.get("message")).endsWith(" and more than 9980 more");
            });
  }

  @ParameterizedTest(name = "a folder for temporary files that is {0} does not matter to a run")
  @ValueSource(strings = {"missing", "a file"})
  void noTemporaryFolder(String kind) throws Exception {
    OwnProcess run = run(List.of(), List.of("-Djava.io.tmpdir=" + temporary(kind)));

    assertThat(run.status()).as(run.printed()).isZero();
    assertThat(run.printed()).doesNotContain("gradeline: ", "\tat ");
    // JNA makes a folder that is missing, and nothing may be left in it.
    assertThat(temporary(kind))
        .satisfiesAnyOf(
            it -> assertThat(it).isEmptyDirectory(), it -> assertThat(it).isRegularFile());
  }

  private Path temporary(String kind) throws IOException {
    Path place = folder.resolve("temporary");
    if (kind.equals("a file")) {
      Files.writeString(place, "");
    }
    return place;
  }

  @ParameterizedTest(name = "a check without one ends with the remedy, when it is {0}")
  @CsvSource({"missing, it does not exist", "a file, Not a directory"})
  void checkWithoutTemporaryFolder(String kind, String reason) throws Exception {
    Path temporary = temporary(kind);
    OwnProcess check =
        ended(
            OwnProcess.start(
                OwnProcess.command(
                    List.of("-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary),
                    List.of("check", "--data", CommandLineRun.DATA.toString()))));

    assertFails(
        check,
        ("the folder for temporary files, %s, cannot be used (%s). Set another with"
                + " GRADELINE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER.")
            .formatted(temporary, reason));
  }

  @Test
  @DisplayName("nothing is left in the folder for temporary files, even by a run that is killed")
  void nothingIsLeftInTheTemporaryFolder() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    List<String> options = List.of("-Djava.io.tmpdir=" + temporary);
    assertThat(run(List.of(), options).status()).isZero();
    assertThat(temporary).isEmptyDirectory();

    List<String> command = new ArrayList<>(OwnProcess.run(reports, List.of()));
    command.addAll(1, options);
    OwnProcess killed = OwnProcess.start(command);
    Path libraries = reports.resolve(".work").resolve("libraries");
    while (killed.process().isAlive() && !hasFiles(libraries)) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    killed.process().destroyForcibly().waitFor();

    assertThat(temporary).isEmptyDirectory();
    assertThat(run(List.of(), options).status()).isZero();
    assertThat(libraries).doesNotExist();
  }

  private static boolean hasFiles(Path place) {
    String[] names = place.toFile().list();
    return names != null && names.length > 0;
  }

  /** A disk in memory, in a mount namespace of its own, from which nothing may be executed. */
  @ParameterizedTest(name = "libraries are loaded from elsewhere when {0} is mounted noexec")
  @CsvSource({
    "the reports folder, reports, 0",
    "the folder for temporary files, tmp, 0",
    "each of them, both, 1"
  })
  void noexec(String name, String place, int status) throws Exception {
    assertThat(name).isNotBlank();
    List<String> namespace = FullDiskTest.namespace();
    assumeTrue(!namespace.isEmpty(), "disks may be mounted");
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path free = Files.createDirectory(folder.resolve("free"));
    Path here = place.equals("tmp") ? free.resolve("reports") : disk.resolve("reports");
    Path temporary = place.equals("reports") ? free : disk;
    List<String> command = new ArrayList<>(namespace);
    command.addAll(
        List.of(
            "/bin/sh",
            "-c",
            "mount -t tmpfs -o noexec none \"$1\" || exit 99; shift; \"$@\"; s=$?; ls \"$0\"; exit"
                + " $s"));
    command.add(temporary.toString());
    command.add(disk.toString());
    List<String> run = new ArrayList<>(OwnProcess.run(here, List.of("--quiet")));
    run.add(1, "-Djava.io.tmpdir=" + temporary);
    command.addAll(run);

    OwnProcess process = ended(OwnProcess.start(command));

    assertThat(process.status()).as(process.printed()).isEqualTo(status);
    List<String> printed =
        process.printed().lines().filter(line -> !line.equals("reports")).toList();
    if (status == 0) {
      assertThat(printed).isEmpty();
    } else {
      assertThat(printed)
          .singleElement()
          .asString()
          .startsWith("gradeline: libraries may be loaded neither from ")
          .contains("because both are mounted noexec. Set another folder with");
    }
  }

  @Test
  @DisplayName("too few files to open are not the fault of any file")
  void tooFewFiles() throws Exception {
    for (int files = 32; files < 512; files += 16) {
      OwnProcess run = run(limited("-n " + files), List.of());
      if (run.printed().startsWith("gradeline: ")) {
        assertFails(run, "ulimit -n 1024");
        return;
      }
      // Otherwise Java itself cannot start yet.
      assertThat(run.status()).as("there is a limit at which files are too few").isNotZero();
    }
  }

  /** Threads with large stacks in a small address space: limits on processes do not bind root. */
  @Test
  @DisplayName("too few threads end the run with the remedy")
  void tooFewThreads() throws Exception {
    List<String> large =
        List.of(
            "-Xss1g",
            "-Xmx256m",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:CompressedClassSpaceSize=64m");
    for (int gibibytes = 8; gibibytes < 20; gibibytes++) {
      OwnProcess run = run(limited("-v " + (gibibytes << 20)), large);
      if (run.printed().startsWith("gradeline: ")) {
        assertFails(run, "threads");
        assertThat(run.printed()).contains("ulimit -u");
        return;
      }
      // Otherwise Java itself cannot start yet.
      assumeTrue(run.status() != 0, "there is a limit at which threads are too few");
    }
  }

  /** Nothing but the reports is left, neither in their folder nor beside it. */
  @Test
  void whatAFailedRunMadeIsSweptUp() throws Exception {
    assertThat(run(List.of(), List.of("-Xmx24m")).status()).isEqualTo(1);
    assertThat(CommandLineRun.run(reports, List.of()).status()).isZero();
    for (Path place : List.of(reports, reports.toAbsolutePath().getParent())) {
      try (Stream<Path> entries = Files.list(place)) {
        assertThat(entries.map(path -> path.getFileName().toString()))
            .noneMatch(name -> name.startsWith("."));
      }
    }
  }
}
