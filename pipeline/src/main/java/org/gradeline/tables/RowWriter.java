package org.gradeline.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVFormat;
import org.gradeline.reference.PartialDate;
import org.gradeline.statistics.Share;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows cell by cell, as the published tables have them: quotes only where needed, LF, a
 * blank for no value. Not thread safe. A writing error ends as {@link UncheckedIOException}.
 */
public final class RowWriter implements Closeable {
  /** The format of every published table. */
  public static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  /** The same, read by the names of the columns. */
  public static final CSVFormat BY_NAME =
      FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();

  private static final int DECIMALS = 4;

  private final Writer writer;
  private final int width;
  private final StringBuilder row = new StringBuilder();
  private int cells;
  private long rows;

  /**
   * @param writer where to; closed with this
   * @param schema the table
   */
  public RowWriter(Writer writer, TableSchema schema) {
    this.writer = writer;
    width = schema.columns().size();
  }

  /** How many rows were written. */
  public long rows() {
    return rows;
  }

  /**
   * A text from the records or the reference data; one that a spreadsheet would run as a formula
   * gets a quote before it.
   */
  public RowWriter text(String text) {
    return cell(startsFormula(text) ? "'" + text : text);
  }

  /** The text that a cell was written from. */
  public static String textOf(String cell) {
    return cell.startsWith("'") && startsFormula(cell.substring(1)) ? cell.substring(1) : cell;
  }

  /** A whole number. */
  public RowWriter number(long number) {
    return cell(Long.toString(number));
  }

  /** A whole number, or a blank. */
  public RowWriter number(OptionalLong number) {
    return number.isPresent() ? number(number.getAsLong()) : blank();
  }

  /** A percentage from 0 to 100, rounded half up to four decimals, without idle zeros. */
  public RowWriter percent(double percent) {
    return decimal(percent, DECIMALS);
  }

  /** A share and its limits: three percentages. */
  public RowWriter share(Share share) {
    return percent(share.percent()).percent(share.lower()).percent(share.upper());
  }

  /** A number rounded half up, without idle zeros. */
  public RowWriter decimal(double number, int decimals) {
    return cell(rounded(number, decimals));
  }

  /** A number as a cell has it, for where it stands in a sentence: at most four decimals. */
  public static String plain(double number) {
    return rounded(number, DECIMALS);
  }

  private static String rounded(double number, int decimals) {
    BigDecimal rounded =
        BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  /** A number rounded half up, or a blank. */
  public RowWriter decimal(OptionalDouble number, int decimals) {
    return number.isPresent() ? decimal(number.getAsDouble(), decimals) : blank();
  }

  /** A day. */
  public RowWriter day(LocalDate day) {
    return cell(day.toString());
  }

  /** A date as printed; null is a blank. */
  public RowWriter date(@Nullable PartialDate date) {
    return date == null ? blank() : cell(date.toString());
  }

  /** A blank cell. */
  public RowWriter blank() {
    return cell("");
  }

  /** Several blank cells. */
  public RowWriter blanks(int count) {
    for (int i = 0; i < count; i++) {
      blank();
    }
    return this;
  }

  /** Several texts. */
  public RowWriter texts(Collection<String> texts) {
    texts.forEach(this::text);
    return this;
  }

  /** Ends the row, which must have a cell for every column. */
  public void endRow() {
    if (cells != width) {
      throw new IllegalStateException(
          "a row of " + cells + " cells in a table of " + width + " columns");
    }
    row.append('\n');
    try {
      writer.append(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    row.setLength(0);
    cells = 0;
    rows++;
  }

  private RowWriter cell(String value) {
    if (cells > 0 && isPlain(value)) {
      row.append(',').append(value);
    } else {
      quote(value);
    }
    cells++;
    return this;
  }

  /** Whether a cell is certain to need no quotes; most are, and the format need not be asked. */
  private static boolean isPlain(String value) {
    int last = value.length() - 1;
    for (int i = 0; i <= last; i++) {
      char c = value.charAt(i);
      boolean inner = c == ' ' && i > 0 && i < last;
      if (!inner && (c <= '#' || c == ',')) {
        return false;
      }
    }
    return true;
  }

  private void quote(String value) {
    try {
      FORMAT.print(value, row, cells == 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean startsFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
