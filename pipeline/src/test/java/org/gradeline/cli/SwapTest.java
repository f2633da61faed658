package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.storage.FaultySwap;
import org.gradeline.storage.FaultySwap.Fault;
import org.gradeline.storage.LastReports;
import org.gradeline.storage.Location;
import org.gradeline.storage.ReportsFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The last reports are replaced in one step: whoever looks sees the old or the new, whole. */
@DisplayName("The swap of the reports")
class SwapTest {
  private static final String HEADER =
      "la_code,framework,start_date,published_date,overall_effectiveness\n";
  private static final String LATEST = "On 20 January 2025 Knowsley was rated inadequate";

  /** Makes one call on the reports folder go wrong: it fails, or the process dies at it. */
  private static final String FAULTY_CALL =
      """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <errno.h>
      #include <signal.h>
      #include <stdlib.h>
      #include <string.h>
      #include <unistd.h>
      static int is(const char *name, const char *value) {
        const char *set = getenv(name);
        return set && !strcmp(set, value);
      }
      static void die_if(const char *moment) {
        if (is("DIE", moment)) kill(getpid(), SIGKILL);
      }
      int renameat2(int from, const char *old, int to, const char *fresh, unsigned flags) {
        int (*real)(int, const char *, int, const char *, unsigned) = dlsym(RTLD_NEXT, "renameat2");
        die_if("before the exchange");
        if (getenv("EXCHANGE_ERROR")) { errno = atoi(getenv("EXCHANGE_ERROR")); return -1; }
        int result = real(from, old, to, fresh, flags);
        die_if("after the exchange");
        return result;
      }
      int rename(const char *old, const char *fresh) {
        int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
        const char *last = strrchr(fresh, '/');
        int reports = last && !strcmp(last, "/reports");
        if (reports) die_if("before the rename");
        if (reports && getenv("RENAME_ERROR")) { errno = atoi(getenv("RENAME_ERROR")); return -1; }
        int result = real(old, fresh);
        if (reports) die_if("after the rename");
        return result;
      }
      """;

  @TempDir private static Path shared;
  private static Path input;
  private static Path older;
  private static Path newer;

  @TempDir private Path folder;
  private Path reports = Path.of("");

  /** What there is before a publication. */
  private enum Before {
    NO_FOLDER,
    AN_EMPTY_FOLDER,
    OLD_REPORTS,
    OLD_REPORTS_WITHOUT_EXCHANGE;

    boolean hasReports() {
      return compareTo(OLD_REPORTS) >= 0;
    }

    boolean exchanging() {
      return this != OLD_REPORTS_WITHOUT_EXCHANGE;
    }
  }

  @BeforeAll
  static void makeTwoReports() throws IOException {
    input = shared.resolve("records.csv");
    older = copyOfPublished("older", HEADER + "340,ilacs,2021-10-11,2021-12-03,Good\n");
    newer =
        copyOfPublished(
            "newer", Files.readString(input) + "340,ilacs,2024-11-25,2025-01-20,Inadequate\n");
  }

  private static Path copyOfPublished(String name, String records) throws IOException {
    Files.writeString(input, records);
    Path reports = shared.resolve("reports");
    assertThat(CommandLineRun.run(reports, List.of("--input", input.toString())).status()).isZero();
    Path copy = shared.resolve(name);
    PathUtils.copyDirectory(reports, copy);
    return copy;
  }

  private void put(Before before, int number) throws IOException {
    reports = Files.createDirectory(folder.resolve(before + "-" + number)).resolve("reports");
    if (before.hasReports()) {
      PathUtils.copyDirectory(older, reports);
    } else if (before == Before.AN_EMPTY_FOLDER) {
      Files.createDirectory(reports);
    }
  }

  private int steps(Before before) throws IOException {
    put(before, 0);
    return FaultySwap.publish(reports, newer, before.exchanging(), Fault.NONE, 0);
  }

  /** Whether the new reports are published; else the old ones are whole, or there are none. */
  private boolean isPublished(Before before) throws IOException {
    Map<String, byte[]> found =
        Files.exists(reports) ? CommandLineRun.files(reports) : Map.<String, byte[]>of();
    boolean published = same(found, CommandLineRun.files(newer));
    assertThat(
            published || same(found, before.hasReports() ? CommandLineRun.files(older) : Map.of()))
        .as("the old or the new, whole: %s", found.keySet())
        .isTrue();
    return published;
  }

  private static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
    return one.keySet().equals(other.keySet())
        && one.keySet().stream().allMatch(path -> Arrays.equals(one.get(path), other.get(path)));
  }

  /** Whoever reads finds the same reports. */
  private void assertCommandsWork(boolean published, boolean anyReports) throws IOException {
    CommandLineRun show = CommandLineRun.showKnowsley(reports);
    CommandLineRun diff = CommandLineRun.of("diff", reports.toString(), newer.toString());
    if (published || anyReports) {
      assertThat(show.status()).as(show.err()).isZero();
      assertThat(show.out().contains(LATEST)).isEqualTo(published);
      assertThat(diff.status()).as(diff.err()).isZero();
      assertThat(diff.out().contains("Revisions: none")).isEqualTo(published);
    } else {
      assertThat(show.err()).contains("Make the tables with gradeline run.");
      assertThat(diff.err()).contains("Name a folder that gradeline run has made.");
    }
  }

  private void assertCheckWorks() {
    CommandLineRun check =
        CommandLineRun.of(
            "check",
            "--data",
            CommandLineRun.DATA.toString(),
            "--input",
            input.toString(),
            "--reports",
            reports.toString());
    assertThat(check.status()).as(check.err()).isZero();
    assertThat(check.out()).doesNotContain("Note:");
  }

  private void assertTheNextRunPublishesAndSweepsUp() throws IOException {
    assertThat(FaultySwap.publish(reports, newer, true, Fault.NONE, 0)).isPositive();
    assertThat(CommandLineRun.files(reports)).containsExactlyEntriesOf(CommandLineRun.files(newer));
    try (Stream<Path> beside = Files.list(reports.resolveSibling("."))) {
      assertThat(beside).extracting(Path::getFileName).hasToString("[reports]");
    }
  }

  @ParameterizedTest(name = "over {0}")
  @EnumSource
  void thatDiesBeforeAnyStepLeavesTheOldOrTheNew(Before before) throws Exception {
    int steps = steps(before);
    List<Boolean> published = new ArrayList<>();
    for (int step = 1; step <= steps; step++) {
      put(before, step);
      List<String> command =
          new ArrayList<>(
              OwnProcess.command(
                  List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), List.of()));
      command.set(command.size() - 1, FaultySwap.class.getName());
      command.addAll(
          List.of(
              reports.toString(),
              newer.toString(),
              before.exchanging() + "",
              Integer.toString(step)));
      assertThat(OwnProcess.start(command).status()).isEqualTo(137);

      if (before.exchanging()) {
        published.add(isPublished(before));
      } else {
        // The first command puts the old reports back, where the run died between two renames.
        CommandLineRun.showKnowsley(reports);
        published.add(isPublished(before));
      }
      assertCommandsWork(published.get(step - 1), before.hasReports());
      assertCheckWorks();
      assertTheNextRunPublishesAndSweepsUp();
    }
    assertThat(published).as("one step publishes").isSorted().contains(true, false);
  }

  @ParameterizedTest(name = "over {0}")
  @EnumSource
  void ofWhichAnyStepFailsLeavesTheOldOrTheNew(Before before) throws IOException {
    int steps = steps(before);
    for (int step = 1; step <= steps; step++) {
      put(before, step);
      int faulty = step;

      Throwable failure =
          catchThrowable(
              () ->
                  FaultySwap.publish(reports, newer, before.exchanging(), Fault.ONE_STEP, faulty));

      assertThat(failure instanceof ReportsFolder.DisplacedException).isFalse();
      assertThat(isPublished(before)).isEqualTo(failure == null);
      assertCommandsWork(failure == null, before.hasReports());
      assertTheNextRunPublishesAndSweepsUp();
    }
  }

  @ParameterizedTest(name = "over {0}")
  @EnumSource
  void ofWhichAllStepsFailFromOneOnLeavesTheOldOrTheNew(Before before) throws IOException {
    int displaced = 0;
    int steps = steps(before);
    for (int step = 1; step <= steps; step++) {
      put(before, step);
      int faulty = step;

      Throwable failure =
          catchThrowable(
              () ->
                  FaultySwap.publish(reports, newer, before.exchanging(), Fault.ALL_STEPS, faulty));

      if (failure instanceof ReportsFolder.DisplacedException) {
        displaced++;
        assertThat(failure)
            .hasMessage(
                "The last reports are whole, in "
                    + reports.resolveSibling(".reports.gradeline").toRealPath().resolve("old")
                    + ". The next command puts them back.");
        CommandLineRun.showKnowsley(reports);
      }
      assertThat(isPublished(before)).isEqualTo(failure == null);
      assertCommandsWork(failure == null, before.hasReports());
      assertTheNextRunPublishesAndSweepsUp();
    }
    assertThat(displaced).isEqualTo(before.exchanging() ? 0 : 1);
  }

  /** The real command, with a library before the system's own. */
  @ParameterizedTest(name = "{1} {2} {3}: status {4}, new: {5}")
  @CsvSource({
    "true,  before the exchange,,,    137, false",
    "true,  after the exchange,,,     137, true",
    "true,  ,                   5,,   1,   false",
    "true,  ,                   16,,  1,   false",
    "true,  ,                   22,,  0,   true",
    "true,  ,                   38,5, 1,   false",
    "true,  before the rename,  22,,  137, false",
    "true,  after the rename,   22,,  137, true",
    "false, before the rename,  ,,    137, false",
    "false, after the rename,   ,,    137, true",
    "false, ,                   ,5,   1,   false"
  })
  void ofARealRunThatGoesWrong(
      boolean over,
      @Nullable String death,
      @Nullable String exchangeError,
      @Nullable String renameError,
      int status,
      boolean fresh)
      throws Exception {
    Before before = over ? Before.OLD_REPORTS : Before.NO_FOLDER;
    put(before, 0);
    ProcessBuilder builder =
        new ProcessBuilder(OwnProcess.run(reports, List.of("--input", input.toString())));
    Map<String, String> environment = builder.environment();
    environment.put("LD_PRELOAD", faultyCall().toString());
    environment.put("DIE", death == null ? "" : death);
    putIfThere(environment, "EXCHANGE_ERROR", exchangeError);
    putIfThere(environment, "RENAME_ERROR", renameError);
    OwnProcess run = OwnProcess.start(builder);

    assertThat(run.status()).as(run.printed()).isEqualTo(status);

    CommandLineRun show = CommandLineRun.showKnowsley(reports);
    assertThat(show.status()).as(show.err()).isEqualTo(over || fresh ? 0 : 2);
    assertThat(show.out().contains(LATEST)).isEqualTo(fresh);
    if (!fresh) {
      assertThat(isPublished(before)).isFalse();
    }
    if (status == 1) {
      assertThat(run.printed()).containsAnyOf("puts them back", "The last reports are untouched.");
      assertThat(run.printed().contains("The last reports are untouched."))
          .as("said when it is true")
          .isEqualTo(!over || renameError == null);
    }
    assertTheNextRunPublishesAndSweepsUp();
  }

  private static void putIfThere(
      Map<String, String> environment, String name, @Nullable String value) {
    if (value != null) {
      environment.put(name, value);
    }
  }

  /** A library that makes calls go wrong, where there is a compiler to make it. */
  private static Path faultyCall() throws Exception {
    Path library = shared.resolve("faulty.so");
    assumeTrue(System.getProperty("os.name").equals("Linux"), "libraries are put before others");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/cc")), "there is a C compiler");
    if (!Files.exists(library)) {
      Path source = Files.writeString(shared.resolve("faulty.c"), FAULTY_CALL);
      Process compiler =
          new ProcessBuilder(
                  "/usr/bin/cc", "-shared", "-fPIC", "-o", library + "", source + "", "-ldl")
              .inheritIO()
              .start();
      assumeTrue(compiler.waitFor() == 0, "the compiler makes libraries");
    }
    return library;
  }

  @Test
  void isNeverSeenHalfDoneByAReader() throws Exception {
    put(Before.OLD_REPORTS, 0);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Integer> reader =
        CompletableFuture.supplyAsync(
            () -> {
              int read = 0;
              while (!done.get()) {
                read += assertWhole() ? 1 : 0;
              }
              return read;
            });

    for (int swap = 0; swap < 50; swap++) {
      Path fresh = swap % 2 == 0 ? newer : older;
      FaultySwap.publish(reports, fresh, true, Fault.NONE, 0);
    }
    done.set(true);

    assertThat(reader.join()).isPositive();
  }

  /** Reads by names, as others do; a reading during which the folder was replaced says nothing. */
  private boolean assertWhole() {
    try {
      LastReports.Version before = LastReports.in(Location.of(reports)).version();
      JsonNode descriptor =
          new ObjectMapper().readTree(Files.readAllBytes(reports.resolve("datapackage.json")));
      String hash =
          "sha256:"
              + DigestUtils.sha256Hex(Files.readAllBytes(reports.resolve("tables/ratings.csv")));
      if (!before.equals(LastReports.in(Location.of(reports)).version())) {
        return false;
      }
      assertThat(hash).isEqualTo(descriptor.path("resources").get(0).path("hash").asText());
      return true;
    } catch (NoSuchFileException e) {
      throw new AssertionError("the reports are always there", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void keepsThePermissionsOfTheFolder() throws IOException {
    put(Before.OLD_REPORTS, 0);
    assumeTrue(Files.getFileStore(reports).supportsFileAttributeView("posix"), "POSIX");
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rwxr-x---");
    Files.setPosixFilePermissions(reports, permissions);

    FaultySwap.publish(reports, newer, true, Fault.NONE, 0);

    assertThat(Files.getPosixFilePermissions(reports)).isEqualTo(permissions);
  }

  @Test
  void isMadeWhereALinkLeads() throws IOException {
    put(Before.OLD_REPORTS, 0);
    Path link = folder.resolve("link");
    try {
      Files.createSymbolicLink(link, reports);
    } catch (UnsupportedOperationException e) {
      assumeTrue(false, "links can be made");
    }

    FaultySwap.publish(link, newer, true, Fault.NONE, 0);

    assertThat(link).isSymbolicLink();
    assertThat(isPublished(Before.OLD_REPORTS)).isTrue();
  }

  @Test
  void letsOneOfSeveralRunsIn() throws IOException {
    put(Before.OLD_REPORTS, 0);
    List<CompletableFuture<Boolean>> runs =
        IntStream.range(0, 8)
            .mapToObj(run -> CompletableFuture.supplyAsync(this::publishesOrIsBusy))
            .toList();

    assertThat(runs.stream().map(CompletableFuture::join)).contains(true);
    assertThat(isPublished(Before.OLD_REPORTS)).isTrue();
    assertTheNextRunPublishesAndSweepsUp();
  }

  private boolean publishesOrIsBusy() {
    try {
      return FaultySwap.publish(reports, newer, true, Fault.NONE, 0) > 0;
    } catch (ReportsFolder.BusyException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
