package org.gradeline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  void thePipelineOfTheExampleFindsTheFalls(@TempDir Path folder) throws Exception {
    Path falls = folder.resolve("falls.txt");

    run("Falls", folder, "../data", folder.resolve("work").toString(), falls.toString());

    assertThat(Files.readAllLines(falls))
        .contains("2014-06-30 Knowsley, headline: from good to inadequate");
    assertThat(Files.readString(folder.resolve("falls.txt-shares")))
        .contains("good_or_outstanding");
  }

  /**
   * The committed reports: 8 of 153 councils were rated inadequate for leadership, 4 of them here.
   */
  @Test
  void publishedTablesAreTablesOfTablesaw(@TempDir Path folder) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      run("InadequateByRegion", folder, "../data", "../reports");
    } finally {
      System.setOut(out);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).containsPattern("North West +\\| +4 ");
  }

  /** Compiles and runs a program of the page. */
  private static void run(String name, Path folder, String... arguments) throws Exception {
    Path source = Files.writeString(folder.resolve(name + ".java"), program(name));
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
    ClassLoader tests = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader example = new URLClassLoader(new URL[] {folder.toUri().toURL()}, tests)) {
      // Beam looks for its parts through the thread's loader.
      Thread.currentThread().setContextClassLoader(example);
      example.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } finally {
      Thread.currentThread().setContextClassLoader(tests);
    }
  }

  private static String program(String name) throws IOException {
    return PROGRAM
        .matcher(Files.readString(PAGE))
        .results()
        .map(program -> program.group(1))
        .filter(program -> program.contains("class " + name + " "))
        .findFirst()
        .orElseThrow();
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
