package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same records give the same bytes, whatever the machine takes for language, place and time.
 */
@DisplayName("The same bytes come out")
class SurroundingsTest {
  /** Moves what every process takes for now by the seconds that stand in a variable. */
  private static final String CLOCK =
      """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <stdlib.h>
      #include <sys/time.h>
      #include <time.h>
      static long shift(void) { const char *s = getenv("CLOCK_SHIFT"); return s ? atol(s) : 0; }
      int clock_gettime(clockid_t id, struct timespec *t) {
        int (*real)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
        int result = real(id, t);
        if (id == CLOCK_REALTIME) t->tv_sec += shift();
        return result;
      }
      int gettimeofday(struct timeval *t, void *zone) {
        int (*real)(struct timeval *, void *) = dlsym(RTLD_NEXT, "gettimeofday");
        int result = real(t, zone);
        t->tv_sec += shift();
        return result;
      }
      """;

  private static final long DAY = 86_400;

  private static final String HEADER =
      "la_code,framework,start_date,published_date,overall_effectiveness\n";

  @TempDir private static Path folder;
  private static Map<String, byte[]> expected;

  @BeforeAll
  static void runHere() throws IOException {
    Path reports = folder.resolve("here");
    assertThat(CommandLineRun.runWithPages(reports, List.of()).status()).isZero();
    expected = CommandLineRun.files(reports);
  }

  private static void assertSameBytes(
      String name, List<String> javaOptions, Map<String, String> environment) throws Exception {
    Path reports = folder.resolve(name);
    List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1"));
    options.addAll(javaOptions);
    ProcessBuilder builder =
        new ProcessBuilder(
            OwnProcess.command(
                options,
                List.of(
                    "run", "--data", CommandLineRun.DATA.toString(), "--reports", reports + "")));
    builder.environment().putAll(environment);
    OwnProcess run = OwnProcess.start(builder);
    assertThat(run.status()).as(run.printed()).isZero();
    Map<String, byte[]> files = CommandLineRun.files(reports);
    assertThat(files.keySet()).isEqualTo(expected.keySet());
    files.forEach((path, bytes) -> assertThat(bytes).as(path).isEqualTo(expected.get(path)));
  }

  /** Turkish has two letters i, and New Zealand is a day ahead. */
  @Test
  void inTurkishOnTheOtherSideOfTheWorld() throws Exception {
    assertSameBytes(
        "turkish",
        List.of(
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Pacific/Auckland",
            "-Dfile.encoding=ISO-8859-9",
            "-Dline.separator=\r\n"),
        Map.of("LANG", "tr_TR", "LC_ALL", "tr_TR", "TZ", "Pacific/Auckland"));
  }

  @Test
  void withoutAnyLanguage() throws Exception {
    assertSameBytes("c", List.of(), new TreeMap<>(Map.of("LC_ALL", "C", "TZ", "")));
  }

  @Test
  void whenTheClockIsWrong() throws Exception {
    Path clock = clock();
    for (long days : List.of(-20_000L, 20_000L)) {
      String name = "clock" + days;
      assertSameBytes(
          name,
          List.of(),
          Map.of("LD_PRELOAD", clock.toString(), "CLOCK_SHIFT", Long.toString(days * DAY)));
      assertThat(Files.readString(folder.resolve(name).resolve("run.json")))
          .as("the run's own time, which is the clock's")
          .containsPattern("\"started\" ?: ?\"" + (days < 0 ? "(19[67]|-)" : "20[78]"));
    }
  }

  /** A library that moves the clock, where there is a compiler to make it. */
  private static Path clock() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/cc")), "there is a C compiler");
    assumeTrue(System.getProperty("os.name").equals("Linux"), "libraries are put before others");
    Path source = Files.writeString(folder.resolve("clock.c"), CLOCK);
    Path library = folder.resolve("clock.so");
    Process compiler =
        new ProcessBuilder(
                "/usr/bin/cc", "-shared", "-fPIC", "-o", library + "", source + "", "-ldl")
            .inheritIO()
            .start();
    assumeTrue(compiler.waitFor() == 0, "the compiler makes libraries");
    return library;
  }

  /** File names are bytes to the system, and cannot be told where it has no encoding for them. */
  @Test
  @DisplayName("or a message, where the locale cannot tell the names of files")
  void namesThatTheLocaleCannotTell() throws Exception {
    Path input = Files.createDirectories(folder.resolve("names"));
    Files.writeString(input.resolve("café.csv"), HEADER + "340,ilacs,2021-10-11,2021-12-03,Good\n");
    Path reports = folder.resolve("named");
    ProcessBuilder builder =
        new ProcessBuilder(OwnProcess.run(reports, List.of("--input", input.toString())));
    builder.environment().put("LC_ALL", "C");
    OwnProcess run = OwnProcess.start(builder);

    int status = run.status();
    assumeTrue(status != 0, "a system whose names are UTF-8 whatever the locale");
    assertThat(status).isEqualTo(2);
    assertThat(run.printed())
        .contains("the file's name cannot be read. Rename it, or set LC_ALL=C.UTF-8")
        .doesNotContain("Exception", "\tat ");
    assertThat(reports).doesNotExist();
  }
}
