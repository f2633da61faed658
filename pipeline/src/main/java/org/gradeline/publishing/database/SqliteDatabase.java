package org.gradeline.publishing.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradeline.publishing.assembling.PublishedFile;
import org.gradeline.tables.Column;
import org.gradeline.tables.PublishedRows;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.Table;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

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

  /** Where the driver looks for its library before it unpacks one, and where it would unpack it. */
  private static final String LIBRARY_PATH = "org.sqlite.lib.path";

  private static final String TEMPORARY_FOLDER = "org.sqlite.tmpdir";

  private SqliteDatabase() {}

  /**
   * Loads the driver's native library from a folder. The driver itself would leave it in the
   * system's folder for temporary files whenever the program is killed, and would say of no failure
   * what to do. Only the driver may load it: two copies in one process would not agree.
   *
   * @param folder where to unpack it
   * @throws IOException when the folder cannot be written, or the library not be loaded from there
   */
  public static void load(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (library != null && System.getProperty(LIBRARY_PATH) == null) {
        Files.copy(library, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        System.setProperty(LIBRARY_PATH, folder.toAbsolutePath().toString());
      }
      if (System.getProperty(TEMPORARY_FOLDER) == null) {
        System.setProperty(TEMPORARY_FOLDER, folder.toAbsolutePath().toString());
      }
      SQLiteJDBCLoader.initialize();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("SQLite cannot be loaded: " + e.getMessage(), e);
    }
  }

  /** The tables that the database has: not the open data, whose files stand for themselves. */
  public static List<Table<?>> holds(List<Table<?>> tables, List<PublishedFile> files) {
    Set<String> small =
        files.stream()
            .filter(file -> file.bytes() <= MAX_BYTES)
            .map(PublishedFile::path)
            .collect(Collectors.toSet());
    return tables.stream()
        .filter(table -> !table.isOpenData() && small.contains(table.path()))
        .toList();
  }

  /**
   * Makes the file.
   *
   * @param reports the folder with the CSV files, in which it is made
   * @param tables the tables that it has
   * @throws IOException when a table cannot be read or the file not written
   */
  public static void make(Path reports, List<Table<?>> tables) throws IOException {
    PublishedTables published = new PublishedTables(reports);
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.OFF);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + reports.resolve(FILE))) {
      connection.setAutoCommit(false);
      for (Table<?> table : tables) {
        create(connection, table);
        fill(connection, table, published);
        index(connection, table);
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IOException(reports.resolve(FILE) + ": " + e.getMessage(), e);
    }
  }

  private static void create(Connection connection, Table<?> table) throws SQLException {
    String columns =
        table.columns().stream()
            .map(
                column ->
                    quoted(column.name())
                        + " "
                        + type(column)
                        + (column.required() ? " NOT NULL" : ""))
            .collect(Collectors.joining(", "));
    String key =
        table.primaryKey().isEmpty() ? "" : ", PRIMARY KEY (" + names(table.primaryKey()) + ")";
    execute(connection, "CREATE TABLE " + quoted(table.name()) + " (" + columns + key + ")");
  }

  private static void fill(Connection connection, Table<?> table, PublishedTables published)
      throws SQLException, IOException {
    String marks = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
    String insert = "INSERT INTO " + quoted(table.name()) + " VALUES (" + marks + ")";
    try (PreparedStatement statement = connection.prepareStatement(insert);
        PublishedRows rows = published.rows(table)) {
      int waiting = 0;
      while (rows.next()) {
        for (int i = 0; i < table.columns().size(); i++) {
          set(statement, i + 1, table.columns().get(i), rows.cell(i));
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

  private static void set(PreparedStatement statement, int position, Column<?> column, String cell)
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

  private static void index(Connection connection, Table<?> table) throws SQLException {
    for (String column : table.header()) {
      boolean leadsKey = !table.primaryKey().isEmpty() && table.primaryKey().get(0).equals(column);
      if (LOOKED_UP.contains(column) && !leadsKey) {
        String name = quoted(table.name() + "_" + column);
        execute(
            connection,
            "CREATE INDEX " + name + " ON " + quoted(table.name()) + " (" + quoted(column) + ")");
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String type(Column<?> column) {
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
