package org.gradeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The snippets of docs/USING-THE-TABLES.md, run as they stand, on a copy of the tables in which
 * Knowsley's code begins with a zero and its report is known to the month. A program that is not
 * here is skipped, or missed with {@code -Dconsumers=required}.
 */
@DisplayName("The page on using the tables")
@ExtendWith(OneRun.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsingTheTablesTest {
  private static final List<String> EXPECTED =
      List.of(
          "040 Knowsley Inadequate 2025-01",
          "357 Tameside Inadequate 2024-02-13",
          "876 Halton Inadequate 2024-07-12",
          "895 Cheshire East Inadequate 2024-05-16");

  private static final int PATIENCE_SECONDS = 120;

  private Path folder = Path.of("");
  private String page = "";

  @BeforeAll
  void copyTables(ProjectReports ofOneRun, @TempDir Path emptied) throws IOException, SQLException {
    folder = emptied;
    page = Files.readString(Path.of("..", "docs", "USING-THE-TABLES.md"));
    Path reports = Files.createDirectories(folder.resolve("reports"));
    PathUtils.copyDirectory(ofOneRun.folder().resolve("tables"), reports.resolve("tables"));
    Path latest = reports.resolve("tables/latest.csv");
    String rows = Files.readString(latest);
    Files.writeString(latest, rows.replace(",340,", ",040,").replace(",2025-01-20,", ",2025-01,"));
    Path database =
        Files.copy(
            ofOneRun.folder().resolve("gradeline.sqlite"), reports.resolve("gradeline.sqlite"));
    try (Connection changed = DriverManager.getConnection("jdbc:sqlite:" + database)) {
      changed
          .createStatement()
          .execute(
              "UPDATE latest SET la_code = '040', published_date = substr(published_date, 1, 7)"
                  + " WHERE la_code = '340' AND line = 'headline'");
    }
  }

  /** The only block of a language. */
  private String snippet(String language) {
    List<String> blocks =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(block -> block.group(1))
            .toList();
    assertThat(blocks).as(language).hasSize(1);
    return blocks.get(0);
  }

  @Test
  void rKeepsCodesAndDates() throws Exception {
    String program = program("Rscript", "-e", "1");
    String checked =
        snippet("r")
            + "stopifnot(is.character(latest$la_code), inherits(latest$as_at, 'Date'),"
            + " is.character(latest$published_date), is.integer(latest$days_in_force))\n";

    assertRows(run(program, file("snippet.R", checked)));
  }

  @Test
  void pandasKeepsCodesAndDates() throws Exception {
    String program = python();
    String checked =
        snippet("python")
            + "assert latest.la_code.map(type).eq(str).all()\n"
            + "assert latest.as_at.dtype.kind == 'M', latest.as_at.dtype\n"
            + "assert latest.days_in_force.dtype.kind in 'if', latest.days_in_force.dtype\n";

    assertRows(run(program, file("snippet.py", checked)));
  }

  private static String python() throws Exception {
    for (String candidate : List.of("python3", "/usr/bin/python3")) {
      if (works(candidate, "-c", "import pandas")) {
        return candidate;
      }
    }
    return missing(
        "There is no Python with pandas. Install it, on Debian: apt-get install python3-pandas");
  }

  @Test
  void duckDbKeepsCodesAndDates() throws Exception {
    if (DriverManager.drivers()
        .noneMatch(driver -> driver.getClass().getName().contains("duckdb"))) {
      missing("There is no DuckDB on the class path. -Dconsumers=required downloads it.");
    }
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:")) {
      List<String> rows =
          rows(database, snippet("sql").replace("'reports/", "'" + folder + "/reports/"), 4);

      assertThat(rows).isEqualTo(EXPECTED);
    }
  }

  @Test
  void sqliteKeepsCodesAndDates() throws SQLException {
    try (Connection database =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("reports/gradeline.sqlite"))) {
      assertThat(rows(database, snippet("sqlite"), 4)).isEqualTo(EXPECTED);
    }
  }

  private static List<String> rows(Connection database, String sql, int columns)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = database.createStatement().executeQuery(sql)) {
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          cells.add(result.getString(i));
        }
        rows.add(String.join(" ", cells));
      }
    }
    return rows;
  }

  /** A snippet has at most five lines besides an import. */
  @Test
  void snippetsAreShort() {
    assertThat(Stream.of("r", "python", "sql", "sqlite", "powerquery").map(this::snippet))
        .allSatisfy(
            snippet ->
                assertThat(snippet.lines().filter(line -> !line.startsWith("import ")))
                    .hasSizeLessThanOrEqualTo(5));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void assertRows(String printed) {
    assertThat(printed.lines().map(line -> line.strip().replaceAll(" +", " ")))
        .filteredOn(line -> line.matches("[0-9]{2,}.*"))
        .as(printed)
        .isEqualTo(EXPECTED);
  }

  private static String program(String name, String... trial) throws Exception {
    return works(name, trial)
        ? name
        : missing("There is no " + name + ". Install it, on Debian: apt-get install r-base-core");
  }

  private static boolean works(String name, String... trial) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(List.of(trial));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String missing(String message) {
    assertThat(System.getProperty("consumers")).as(message).isNotEqualTo("required");
    assumeTrue(false, message);
    return message;
  }

  private String run(String program, Path script) throws Exception {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(program, script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }
}
