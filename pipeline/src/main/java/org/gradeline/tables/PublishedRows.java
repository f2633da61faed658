package org.gradeline.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a published table, one in memory at a time. Not thread safe. For example:
 *
 * <pre>{@code
 * try (PublishedRows rows = tables.rows(RatingsTable.TABLE)) {
 *   while (rows.next()) {
 *     count(rows.text("la_code"));
 *   }
 * }
 * }</pre>
 */
public final class PublishedRows implements Closeable {
  private final Path reports;
  private final Table<?> table;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> header;
  private long lineNumber = 1;
  private @Nullable CSVRecord row;

  private PublishedRows(Path reports, Table<?> table, List<String> columns, CSVParser parser)
      throws UnreadableTableException {
    this.reports = reports;
    this.table = table;
    this.parser = parser;
    this.records = parser.iterator();
    CSVRecord first = read();
    this.header = first == null ? List.of() : first.toList();
    for (String column : columns) {
      if (!header.contains(column)) {
        throw unreadable("the column '" + column + "' is missing");
      }
    }
  }

  /**
   * Opens a table of a reports folder.
   *
   * @param columns the columns that it must have; others may be missing
   * @throws java.nio.file.NoSuchFileException when the folder does not have it
   * @throws UnreadableTableException when the file does not have these columns
   */
  static PublishedRows open(Path reports, Table<?> table, List<String> columns) throws IOException {
    Reader reader = Files.newBufferedReader(reports.resolve(table.path()), StandardCharsets.UTF_8);
    try {
      return new PublishedRows(
          reports,
          table,
          columns,
          CSVParser.builder().setReader(reader).setFormat(CellWriter.FORMAT).get());
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  /**
   * Goes on to the next row.
   *
   * @return whether there is one
   * @throws UnreadableTableException when the file is not a table from there on
   */
  public boolean next() throws UnreadableTableException {
    row = read();
    if (row != null && row.size() != header.size()) {
      throw unreadable("the row has " + row.size() + " cells");
    }
    return row != null;
  }

  private @Nullable CSVRecord read() throws UnreadableTableException {
    lineNumber = parser.getCurrentLineNumber() + 1;
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      IOException cause = Objects.requireNonNull(e.getCause());
      throw unreadable(
          cause instanceof CharacterCodingException
              ? what() + " is not UTF-8"
              : what() + " cannot be read (" + cause.getMessage() + ")");
    } catch (IllegalStateException e) {
      throw unreadable(what() + " cannot be read (" + e.getMessage() + ")");
    }
  }

  private String what() {
    return lineNumber == 1 ? "the header" : "the row";
  }

  /** The text that a cell of the row was written from. */
  public String text(String column) {
    return CellWriter.textOf(cell(header.indexOf(column)));
  }

  /**
   * A cell of the row, as it is in the file.
   *
   * @param position the column's place in the file, from 0
   */
  public String cell(int position) {
    return Objects.requireNonNull(row, "there is a row").get(position);
  }

  /** A column's place in the file. */
  int position(String column) {
    return header.indexOf(column);
  }

  /** Line of the row in the file, from 1. */
  public long lineNumber() {
    return lineNumber;
  }

  /** What is wrong with the row, for whoever finds that it is not what it should be. */
  public UnreadableTableException unreadable(String what) {
    return new UnreadableTableException(reports, table.path() + ":" + lineNumber + ": " + what);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
