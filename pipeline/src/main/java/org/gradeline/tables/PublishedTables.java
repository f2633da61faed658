package org.gradeline.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The published tables of a reports folder, and the only way in for what was published: read by the
 * table's definition, with typed columns. Immutable, and safe for many threads. For example:
 *
 * <pre>{@code
 * PublishedColumns latest = new PublishedTables(reports).first(latestTable, 10);
 * }</pre>
 *
 * <p>Columns have the types of Tablesaw: texts and dates known in part are strings, whole numbers
 * longs, numbers and percentages doubles, days dates; a blank cell is a missing value.
 *
 * @param reports the reports folder
 */
public record PublishedTables(Path reports) {

  /** Whether the folder has a table. */
  public boolean has(Table<?> table) {
    return Files.isRegularFile(reports.resolve(table.path()));
  }

  /**
   * The rows of a table, one at a time, for tables that may not fit into memory.
   *
   * @throws java.nio.file.NoSuchFileException when the folder does not have it
   * @throws UnreadableTableException when the file does not have the table's columns
   */
  public PublishedRows rows(Table<?> table) throws IOException {
    return rows(table, table.header());
  }

  /**
   * The rows of a table of which some columns are read, see {@link #rows(Table)}: the others may be
   * missing, as in reports of another version.
   */
  public PublishedRows rows(Table<?> table, List<String> columns) throws IOException {
    return PublishedRows.open(reports, table, columns);
  }

  /**
   * The first rows of a table. They are columns alone: Tablesaw's {@code Table} looks through the
   * whole class path when a process first uses it, which takes longer than to read all tables.
   *
   * @throws java.nio.file.NoSuchFileException when the folder does not have the table
   * @throws UnreadableTableException when the file is not such a table
   */
  public PublishedColumns first(Table<?> table, long count) throws IOException {
    try (PublishedRows rows = rows(table)) {
      PublishedColumns columns = PublishedColumns.of(table, rows);
      while (columns.rowCount() < count && rows.next()) {
        columns.add(rows);
      }
      return columns;
    }
  }
}
