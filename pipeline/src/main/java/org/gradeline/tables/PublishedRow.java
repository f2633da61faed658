package org.gradeline.tables;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of a published table, kept when others are read. A cell is cut out when it is first asked
 * for: most are not. Not thread safe.
 */
public final class PublishedRow {
  private final PublishedRows rows;
  private final long lineNumber;
  private final String line;

  /** Where each cell ends. */
  private final int[] ends;

  private final @Nullable String[] cells;

  PublishedRow(PublishedRows rows, long lineNumber, String line, int[] ends) {
    this.rows = rows;
    this.lineNumber = lineNumber;
    this.line = line;
    this.ends = ends;
    this.cells = new String[ends.length];
  }

  private String cell(String column) {
    int position = rows.position(column);
    String cell = cells[position];
    if (cell == null) {
      cell = PublishedRows.cell(line, ends, position);
      cells[position] = cell;
    }
    return cell;
  }

  /** The row as the file has it, without its end. */
  public String line() {
    return line;
  }

  /** Whether a cell is blank. */
  public boolean isBlank(String column) {
    return cell(column).isEmpty();
  }

  /** The text that a cell was written from; empty when it is blank. */
  public String text(String column) {
    return CellWriter.textOf(cell(column));
  }

  /**
   * A whole number.
   *
   * @throws UncheckedIOException around an {@link UnreadableTableException} when the cell is none
   */
  public long integer(String column) {
    try {
      return Long.parseLong(cell(column));
    } catch (NumberFormatException e) {
      throw noValue(column);
    }
  }

  /**
   * A number.
   *
   * @throws UncheckedIOException around an {@link UnreadableTableException} when the cell is none
   */
  public double number(String column) {
    try {
      return Double.parseDouble(cell(column));
    } catch (NumberFormatException e) {
      throw noValue(column);
    }
  }

  /**
   * A day.
   *
   * @throws UncheckedIOException around an {@link UnreadableTableException} when the cell is none
   */
  public LocalDate day(String column) {
    LocalDate day = PartialDate.parseDay(cell(column));
    if (day == null) {
      throw noValue(column);
    }
    return day;
  }

  private UncheckedIOException noValue(String column) {
    return new UncheckedIOException(
        rows.unreadable(
            lineNumber, "'" + cell(column) + "' is not a value of the column '" + column + "'"));
  }
}
