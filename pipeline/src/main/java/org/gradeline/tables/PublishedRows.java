package org.gradeline.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
  private static final char QUOTE = '"';
  private static final String TWO_QUOTES = "\"\"";

  private final Path reports;
  private final Table<?> table;
  private final PublishedLines lines;
  private final int width;
  private final Map<String, Integer> positions = new HashMap<>();
  private long lineNumber = 1;
  private String line = "";

  /** Where each cell of the row ends. */
  private int[] ends = new int[EXPECTED_CELLS];

  /** How many cells the row has. */
  private int count;

  private PublishedRows(Path reports, Table<?> table, List<String> columns, PublishedLines lines)
      throws UnreadableTableException {
    this.reports = reports;
    this.table = table;
    this.lines = lines;
    this.width = read() ? count : 0;
    for (int position = 0; position < width; position++) {
      positions.putIfAbsent(cell(position), position);
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
    InputStream stream = Files.newInputStream(reports.resolve(table.path()));
    try {
      return new PublishedRows(reports, table, columns, new PublishedLines(stream));
    } catch (IOException e) {
      stream.close();
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
    boolean read = read();
    if (read && count != width) {
      throw unreadable("the row has " + count + " cells");
    }
    return read;
  }

  private boolean read() throws UnreadableTableException {
    lineNumber = lines.nextLineNumber();
    try {
      String next = lines.next();
      if (next == null) {
        count = 0;
        return false;
      }
      // Whoever has saved the table elsewhere may have other line ends.
      line = next.endsWith("\r") ? next.substring(0, next.length() - 1) : next;
      if (lines.isPlain()) {
        takeEnds();
      } else {
        findEnds();
      }
      return true;
    } catch (CharacterCodingException e) {
      throw unreadable(what() + " is not UTF-8");
    } catch (IOException e) {
      throw unreadable(what() + " cannot be read (" + e.getMessage() + ")");
    }
  }

  /** Takes over where cells end, which was found when the line was read. */
  private void takeEnds() {
    count = lines.commas() + 1;
    if (count > ends.length) {
      ends = new int[2 * count];
    }
    for (int cell = 0; cell < count - 1; cell++) {
      ends[cell] = lines.comma(cell);
    }
    ends[count - 1] = line.length();
  }

  /** Finds where cells end. Each is cut out when it is asked for: most are not. */
  private void findEnds() throws IOException {
    count = 0;
    for (int start = 0; start <= line.length(); start = ends[count - 1] + 1) {
      ends = count < ends.length ? ends : Arrays.copyOf(ends, 2 * ends.length);
      ends[count++] = end(start);
    }
  }

  /** Where the cell ends that begins at a place. */
  private int end(int start) throws IOException {
    if (start == line.length() || line.charAt(start) != QUOTE) {
      int comma = line.indexOf(',', start);
      return comma < 0 ? line.length() : comma;
    }
    int quote = line.indexOf(QUOTE, start + 1);
    while (line.startsWith(TWO_QUOTES, quote)) {
      quote = line.indexOf(QUOTE, quote + 2);
    }
    int end = quote + 1;
    if (quote < 0 || (end < line.length() && line.charAt(end) != ',')) {
      throw new IOException("its quotes are not those of a cell");
    }
    return end;
  }

  /** A cell of a row, without the quotes around it. */
  static String cell(String line, int[] ends, int position) {
    int start = position == 0 ? 0 : ends[position - 1] + 1;
    int end = ends[position];
    return start < end && line.charAt(start) == QUOTE
        ? line.substring(start + 1, end - 1).replace(TWO_QUOTES, "\"")
        : line.substring(start, end);
  }

  private String what() {
    return lineNumber == 1 ? "the header" : "the row";
  }

  /** The text that a cell of the row was written from. */
  public String text(String column) {
    return CellWriter.textOf(cell(position(column)));
  }

  /** Whether a cell is just a text of letters and digits; nothing is cut out to see it. */
  public boolean is(String column, String text) {
    int position = position(column);
    int start = position == 0 ? 0 : ends[position - 1] + 1;
    return ends[position] - start == text.length() && line.startsWith(text, start);
  }

  /**
   * A cell of the row, as it is in the file.
   *
   * @param position the column's place in the file, from 0
   */
  public String cell(int position) {
    Objects.checkIndex(position, count);
    return cell(line, ends, position);
  }

  /** The row that is being read, to keep. */
  public PublishedRow row() {
    return new PublishedRow(this, lineNumber, line, Arrays.copyOf(ends, count));
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
    return unreadable(lineNumber, what);
  }

  UnreadableTableException unreadable(long line, String what) {
    return new UnreadableTableException(reports, table.path() + ":" + line + ": " + what);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
