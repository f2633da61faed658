package org.gradeline.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final int EXPECTED_CELLS = 32;

  private final Path reports;
  private final Table<?> table;
  private final PublishedLines lines;
  private final int width;
  private final Map<String, Integer> positions = new HashMap<>();
  private long lineNumber = 1;
  private String line = "";
  private @Nullable Cells row;

  /** The cells of a row, each cut out when it is asked for: most are not. */
  private interface Cells {
    int count();

    String get(int position);
  }

  /** A row without quotes, and where each of its cells ends. */
  private static final class PlainCells implements Cells {
    private final String line;
    private int[] ends = new int[EXPECTED_CELLS];
    private int count;

    PlainCells(String line) {
      this.line = line;
      for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', comma + 1)) {
        end(comma);
      }
      end(line.length());
    }

    private void end(int position) {
      ends = count < ends.length ? ends : Arrays.copyOf(ends, 2 * ends.length);
      ends[count++] = position;
    }

    @Override
    public int count() {
      return count;
    }

    @Override
    public String get(int position) {
      Objects.checkIndex(position, count);
      return line.substring(position == 0 ? 0 : ends[position - 1] + 1, ends[position]);
    }
  }

  /**
   * A row with quotes.
   *
   * @param record the row
   */
  private record QuotedCells(CSVRecord record) implements Cells {
    @Override
    public int count() {
      return record.size();
    }

    @Override
    public String get(int position) {
      return record.get(position);
    }
  }

  private PublishedRows(Path reports, Table<?> table, List<String> columns, PublishedLines lines)
      throws UnreadableTableException {
    this.reports = reports;
    this.table = table;
    this.lines = lines;
    Cells first = read();
    this.width = first == null ? 0 : first.count();
    for (int position = 0; first != null && position < width; position++) {
      positions.putIfAbsent(first.get(position), position);
    }
    for (String column : columns) {
      if (!positions.containsKey(column)) {
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
      return new PublishedRows(reports, table, columns, new PublishedLines(reader));
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
    if (row != null && row.count() != width) {
      throw unreadable("the row has " + row.count() + " cells");
    }
    return row != null;
  }

  private @Nullable Cells read() throws UnreadableTableException {
    lineNumber = lines.nextLineNumber();
    try {
      String next = lines.next();
      if (next == null) {
        return null;
      }
      // Whoever has saved the table elsewhere may have other line ends.
      line = next.endsWith("\r") ? next.substring(0, next.length() - 1) : next;
      return line.indexOf('"') < 0 ? new PlainCells(line) : quotedCells(line);
    } catch (CharacterCodingException e) {
      throw unreadable(what() + " is not UTF-8");
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw unreadable(what() + " cannot be read (" + e.getMessage() + ")");
    }
  }

  private static Cells quotedCells(String line) throws IOException {
    try (CSVParser parser = CSVParser.parse(line, CellWriter.FORMAT)) {
      List<CSVRecord> records = parser.getRecords();
      if (records.size() != 1) {
        throw new IOException("its quotes are not those of a cell");
      }
      return new QuotedCells(records.get(0));
    }
  }

  private String what() {
    return lineNumber == 1 ? "the header" : "the row";
  }

  /** The text that a cell of the row was written from. */
  public String text(String column) {
    return CellWriter.textOf(cell(position(column)));
  }

  /**
   * A cell of the row, as it is in the file.
   *
   * @param position the column's place in the file, from 0
   */
  public String cell(int position) {
    return Objects.requireNonNull(row, "there is a row").get(position);
  }

  /** The row as the file has it, without its end. */
  public String line() {
    return line;
  }

  /** A column's place in the file. */
  int position(String column) {
    return positions.getOrDefault(column, -1);
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
    lines.close();
  }
}
