package org.gradeline.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The published tables of a reports folder, and the only way in for what was published: read by the
 * table's definition. Immutable, and safe for many threads. For example:
 *
 * <pre>{@code
 * List<PublishedRow> latest = new PublishedTables(reports).first(latestTable, 10);
 * }</pre>
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
   * The first rows of a table.
   *
   * @throws java.nio.file.NoSuchFileException when the folder does not have the table
   * @throws UnreadableTableException when the file is not such a table
   */
  public List<PublishedRow> first(Table<?> table, long count) throws IOException {
    try (PublishedRows rows = rows(table)) {
      List<PublishedRow> first = new ArrayList<>();
      while (first.size() < count && rows.next()) {
        first.add(rows.row());
      }
      return first;
    }
  }

  /**
   * A whole table for analysis, with a column of its own type for each of its columns: days are
   * days, codes are texts.
   *
   * @throws java.nio.file.NoSuchFileException when the folder does not have the table
   * @throws UnreadableTableException when the file is not such a table
   */
  public tech.tablesaw.api.Table table(Table<?> table) throws IOException {
    try (PublishedRows rows = rows(table)) {
      PublishedColumns columns = PublishedColumns.of(table, rows);
      while (rows.next()) {
        columns.add(rows);
      }
      return tech.tablesaw.api.Table.create(table.name(), columns.columns());
    }
  }
}
