package org.gradeline.publishing.database;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.gradeline.publishing.assembling.PublishedFile;
import org.gradeline.tables.Column;
import org.gradeline.tables.ForeignKey;
import org.gradeline.tables.PublishedRows;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.Table;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The tables in one SQLite file, with their types, keys and indexes: the same rows, in the same
 * order, as the CSV files. Besides them views with labels, and a full text search of the councils.
 * Tables so large that filling them would take longer than the run itself are left to the CSV
 * files. A thread of its own fills it while the other files are made.
 *
 * <pre>{@code
 * try (SqliteDatabase database = SqliteDatabase.create(reports)) {
 *   database.add(table, file);
 *   database.finish();
 * }
 * }</pre>
 */
public final class SqliteDatabase implements Closeable {
  public static final String FILE = "gradeline.sqlite";

  /** The largest CSV file of a table that is in the database. */
  public static final long MAX_BYTES = 16L << 20;

  private static final int BATCH = 1000;

  /** Where the driver looks for its library before it unpacks one, and where it would unpack it. */
  private static final String LIBRARY_PATH = "org.sqlite.lib.path";

  private static final String TEMPORARY_FOLDER = "org.sqlite.tmpdir";

  private final Path reports;
  private final Connection connection;
  private final ExecutorService filler = Executors.newSingleThreadExecutor();
  private final List<Table<?>> tables = new ArrayList<>();
  private final List<Future<?>> filled = new ArrayList<>();

  private SqliteDatabase(Path reports, Connection connection) {
    this.reports = reports;
    this.connection = connection;
  }

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

  /**
   * Begins the file.
   *
   * @param reports the folder with the CSV files, in which it is made
   * @throws IOException when the file cannot be written
   */
  public static SqliteDatabase create(Path reports) throws IOException {
    Files.createDirectories(reports);
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.OFF);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + reports.resolve(FILE));
      connection.setAutoCommit(false);
      return new SqliteDatabase(reports, connection);
    } catch (SQLException e) {
      throw new IOException(reports.resolve(FILE) + ": " + e.getMessage(), e);
    }
  }

  /**
   * Adds a table, while the caller goes on: not one of the open data, whose files stand for
   * themselves, nor a very large one that no other refers to.
   *
   * @param table the table
   * @param file its CSV file, which is complete
   */
  public void add(Table<?> table, PublishedFile file) {
    if (!table.isOpenData() && (file.bytes() <= MAX_BYTES || ForeignKey.refersTo(table))) {
      tables.add(table);
      filled.add(
          filler.submit(
              () -> {
                execute(SqliteSchema.create(table));
                fill(connection, table, new PublishedTables(reports));
                for (String index : SqliteSchema.indexes(table)) {
                  execute(index);
                }
                return table;
              }));
    }
  }

  /**
   * Waits until all tables are added, and ends the file.
   *
   * @throws IOException when a table could not be read or the file not written
   */
  public void finish() throws IOException {
    try {
      for (Future<?> table : filled) {
        table.get();
      }
      for (String view : SqliteSchema.views(tables)) {
        execute(view);
      }
      for (String search : SqliteSchema.search(tables)) {
        execute(search);
      }
      connection.commit();
    } catch (SQLException e) {
      throw failure(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof SQLException failure) {
        throw failure(failure);
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(reports.resolve(FILE) + ": the filling was interrupted");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private IOException failure(SQLException e) {
    return new IOException(reports.resolve(FILE) + ": " + e.getMessage(), e);
  }

  /** Closes the file, finished or not. */
  @Override
  public void close() throws IOException {
    filler.shutdownNow();
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static void fill(Connection connection, Table<?> table, PublishedTables published)
      throws SQLException, IOException {
    String marks = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
    String insert = "INSERT INTO " + SqliteSchema.quoted(table.name()) + " VALUES (" + marks + ")";
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
}
