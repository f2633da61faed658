package org.gradeline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page for those who build on the steps: its program is one, and its lists are whole. */
class BuildingOnItTest {
  private static final Path PAGE = Path.of("../docs/BUILDING-ON-IT.md");
  private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void theExampleCompilesAndRuns(@TempDir Path folder) throws Exception {
    Matcher program = PROGRAM.matcher(Files.readString(PAGE));
    assertThat(program.find()).isTrue();
    Path source = Files.writeString(folder.resolve("Falls.java"), program.group(1));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(status).as("status of the compiler").isZero();
    Path falls = folder.resolve("falls.txt");

    ClassLoader tests = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader example = new URLClassLoader(new URL[] {folder.toUri().toURL()}, tests)) {
      // Beam looks for its parts through the thread's loader.
      Thread.currentThread().setContextClassLoader(example);
      String[] arguments = {"../data", folder.resolve("work").toString(), falls.toString()};
      example.loadClass("Falls").getMethod("main", String[].class).invoke(null, (Object) arguments);
    } finally {
      Thread.currentThread().setContextClassLoader(tests);
    }

    assertThat(Files.readAllLines(falls))
        .contains("2014-06-30 Knowsley, headline: from good to inadequate");
    assertThat(Files.readString(folder.resolve("falls.txt-shares")))
        .contains("good_or_outstanding");
  }

  @Test
  void allCountersAreListed() throws Exception {
    String page = Files.readString(PAGE);
    for (String of : List.of("records", "judgements")) {
      Stream.of("read", of.equals("records") ? "accepted" : "rated", "duplicate", "rejected")
          .forEach(what -> assertThat(page).contains("| `" + of + "_" + what + "` |"));
    }
    assertThat(page).contains("`" + Progress.BYTES_READ + "`", "`" + Progress.RANGES_WRITTEN + "`");
    assertThat(page).contains("at most " + RecordMetrics.MOST_SOURCES);
  }
}
