package org.gradeline.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/** The same tables by DuckDB, in memory, on all cores. */
final class DuckDbTables {
  private static final String SCRIPT = "tables.sql";
  private static final Pattern END = Pattern.compile(";\\s*\\R");

  private final List<String> statements;

  /**
   * Makes the tables in a process of its own, so that its memory can be told.
   *
   * @param arguments the generated data folder, the folder for the tables
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    new DuckDbTables(new BenchmarkData(Path.of(arguments[0])), Path.of(arguments[1])).run();
  }

  /**
   * @param data what to read
   * @param target folder for the tables
   */
  private DuckDbTables(BenchmarkData data, Path target) throws IOException {
    Files.createDirectories(target);
    try (InputStream in = DuckDbTables.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IOException(SCRIPT + " is part of the benchmark");
      }
      String script =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("${records}", data.records().toString())
              .replace("${reference}", data.reference().toString())
              .replace("${source}", BenchmarkData.SOURCE)
              .replace("${target}", target.toString());
      statements = END.splitAsStream(script).filter(sql -> !sql.isBlank()).toList();
    }
  }

  /** Makes all tables, and tells how long each statement takes. */
  private void run() throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
      for (String sql : statements) {
        long before = System.nanoTime();
        statement.execute(sql);
        String head = sql.replaceAll("(?m)^--.*$", "").strip().lines().findFirst().orElse("");
        System.out.printf("  %6.2f s  %s%n", (System.nanoTime() - before) / 1e9, head);
      }
    }
  }
}
