package org.gradeline.publishing.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.publishing.assembling.PublishedFile;
import org.gradeline.tables.Column;
import org.gradeline.tables.RowWriter;
import org.gradeline.tables.TableSchema;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;

/**
 * The tables in one SQLite file, with their types, keys and indexes: the same rows, in the same
 * order, as the CSV files. Tables so large that filling them would take longer than the run itself
 * are left to the CSV files.
 */
public final class SqliteDatabase {
  public static final String FILE = "gradeline.sqlite";

  /** Columns that people look rows up by; a table's primary key is an index already. */
  private static final List<String> LOOKED_UP =
      List.of("la_code", "line", "as_at", "published_date", "source");

  /** The largest CSV file of a table that is in the database. */
  public static final long MAX_BYTES = 16L << 20;

  private static final int BATCH = 1000;

  private SqliteDatabase() {}

  /** Loads the driver's native library; whether it could is seen when the file is made. */
  public static boolean load() {
    try {
      return SQLiteJDBCLoader.initialize();
    } catch (Exception e) {
      return false;
    }
  }

  /** The tables that the database has: not the open data, whose files stand for themselves. */
  public static List<TableSchema> holds(List<TableSchema> schemas, List<PublishedFile> files) {
    Set<String> small =
        files.stream()
            .filter(file -> file.bytes() <= MAX_BYTES)
            .map(PublishedFile::path)
            .collect(Collectors.toSet());
    return schemas.stream()
        .filter(schema -> !schema.isOpenData() && small.contains(schema.path()))
        .toList();
  }

  /**
   * Makes the file.
   *
   * @param reports the folder with the CSV files, in which it is made
   * @param schemas the tables that it has
   * @throws IOException when a table cannot be read or the file not written
   */
  public static void make(Path reports, List<TableSchema> schemas) throws IOException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.OFF);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + reports.resolve(FILE))) {
      connection.setAutoCommit(false);
      for (TableSchema schema : schemas) {
        create(connection, schema);
        fill(connection, schema, reports.resolve(schema.path()));
        index(connection, schema);
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IOException(reports.resolve(FILE) + ": " + e.getMessage(), e);
    }
  }

  private static void create(Connection connection, TableSchema schema) throws SQLException {
    String columns =
        schema.columns().stream()
            .map(
                column ->
                    quoted(column.name())
                        + " "
                        + type(column)
                        + (column.required() ? " NOT NULL" : ""))
            .collect(Collectors.joining(", "));
    String key =
        schema.primaryKey().isEmpty() ? "" : ", PRIMARY KEY (" + names(schema.primaryKey()) + ")";
    execute(connection, "CREATE TABLE " + quoted(schema.name()) + " (" + columns + key + ")");
  }

  private static void fill(Connection connection, TableSchema schema, Path file)
      throws SQLException, IOException {
    String marks = schema.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
    String insert = "INSERT INTO " + quoted(schema.name()) + " VALUES (" + marks + ")";
    try (PreparedStatement statement = connection.prepareStatement(insert);
        CSVParser parser =
            CSVParser.parse(
                file,
                StandardCharsets.UTF_8,
                RowWriter.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      int waiting = 0;
      for (CSVRecord row : parser) {
        for (int i = 0; i < schema.columns().size(); i++) {
          set(statement, i + 1, schema.columns().get(i), row.get(i));
        }
        statement.addBatch();
        if (++waiting == BATCH) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      statement.executeBatch();
    }
  }

  private static void set(PreparedStatement statement, int position, Column column, String cell)
      throws SQLException {
    switch (column.type()) {
      case INTEGER -> {
        if (cell.isEmpty()) {
          statement.setNull(position, Types.INTEGER);
        } else {
          statement.setLong(position, Long.parseLong(cell));
        }
      }
      case NUMBER, PERCENT -> {
        if (cell.isEmpty()) {
          statement.setNull(position, Types.REAL);
        } else {
          statement.setDouble(position, Double.parseDouble(cell));
        }
      }
      default -> {
        if (cell.isEmpty()) {
          statement.setNull(position, Types.VARCHAR);
        } else {
          statement.setString(position, cell);
        }
      }
    }
  }

  private static void index(Connection connection, TableSchema schema) throws SQLException {
    for (String column : schema.header()) {
      boolean leadsKey =
          !schema.primaryKey().isEmpty() && schema.primaryKey().get(0).equals(column);
      if (LOOKED_UP.contains(column) && !leadsKey) {
        String name = quoted(schema.name() + "_" + column);
        execute(
            connection,
            "CREATE INDEX " + name + " ON " + quoted(schema.name()) + " (" + quoted(column) + ")");
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String type(Column column) {
    return switch (column.type()) {
      case INTEGER -> "INTEGER";
      case NUMBER, PERCENT -> "REAL";
      case TEXT, DAY, PARTIAL_DATE -> "TEXT";
    };
  }

  private static String names(List<String> columns) {
    return columns.stream().map(SqliteDatabase::quoted).collect(Collectors.joining(", "));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
