package org.gradeline.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVFormat;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Forms the cells of a row as the published tables have them: quotes only where needed, a blank for
 * no value, numbers without idle zeros. Not thread safe.
 */
public final class CellWriter {
  /** The format of every published table. */
  public static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private static final int DECIMALS = 4;

  /** Ten to the power of each number of decimals that a column has. */
  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  /** Below it, with as many decimals, a number has more digits than it needs to be rounded by. */
  private static final double LARGE = 1_000_000;

  /** Nearer to a half, the digits that are printed decide, not the bits. */
  private static final double NEAR_HALF = 0.001;

  private final RowBytes rows = new RowBytes();
  private final EncodedTexts texts;
  private int whole;
  private int cells;

  /**
   * @param texts where encoded texts are kept; shared by the writers of one thread
   */
  CellWriter(EncodedTexts texts) {
    this.texts = texts;
  }

  /**
   * A text from the records or the reference data; null is a blank. One that a spreadsheet would
   * run as a formula gets an apostrophe before it, and so does one that has some already: texts
   * that differ make cells that differ, and {@link #textOf} finds the text again.
   */
  public void text(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      blank();
      return;
    }
    begin();
    if (EncodedTexts.keeps(text)) {
      rows.add(texts.cell(text));
    } else if (!rows.addPlain(text)) {
      rows.add(EncodedTexts.encode(text));
    }
  }

  /** The text that a cell was written from. */
  public static String textOf(String cell) {
    return Formula.restored(cell);
  }

  /** A whole number. */
  public void integer(long number) {
    begin();
    rows.addNumber(number);
  }

  /** A whole number, or a blank. */
  public void integer(OptionalLong number) {
    if (number.isPresent()) {
      integer(number.getAsLong());
    } else {
      blank();
    }
  }

  /** A number rounded half up, without idle zeros. */
  public void decimal(double number, int decimals) {
    begin();
    double scaled = Math.abs(number) * POWERS[decimals];
    long units = (long) scaled;
    double rest = scaled - units;
    if (Math.abs(number) < LARGE && Math.abs(rest - 0.5) > NEAR_HALF) {
      long rounded = rest < 0.5 ? units : units + 1;
      fixed(number < 0 ? -rounded : rounded, decimals);
    } else {
      rows.addAscii(rounded(number, decimals));
    }
  }

  /** A number of units of the last decimal. */
  private void fixed(long units, int decimals) {
    long positive = Math.abs(units);
    if (units < 0) {
      rows.add('-');
    }
    rows.addNumber(positive / POWERS[decimals]);
    long fraction = positive % POWERS[decimals];
    if (fraction > 0) {
      int digits = decimals;
      for (; fraction % 10 == 0; fraction /= 10) {
        digits--;
      }
      rows.add('.');
      rows.addDigits(fraction, digits);
    }
  }

  /** A number rounded half up, or a blank. */
  public void decimal(OptionalDouble number, int decimals) {
    if (number.isPresent()) {
      decimal(number.getAsDouble(), decimals);
    } else {
      blank();
    }
  }

  /** A percentage from 0 to 100, rounded half up to four decimals, without idle zeros. */
  public void percent(double percent) {
    decimal(percent, DECIMALS);
  }

  /** A percentage, or a blank. */
  public void percent(OptionalDouble percent) {
    decimal(percent, DECIMALS);
  }

  /** A day. */
  public void day(LocalDate day) {
    begin();
    rows.addDay(day);
  }

  /** A date as printed; null is a blank. */
  public void partialDate(@Nullable PartialDate date) {
    if (date == null) {
      blank();
    } else {
      begin();
      int packed = date.packed();
      rows.addDate(packed / 10_000, packed / 100 % 100, packed % 100);
    }
  }

  /** A blank cell. */
  public void blank() {
    begin();
    if (cells == 1) {
      // A row may be this cell alone, and a line without anything is no row.
      rows.addAscii("\"\"");
    }
  }

  private void begin() {
    if (cells++ > 0) {
      rows.add(',');
    }
  }

  /** A number as a cell has it, for where it is in a sentence: at most four decimals. */
  public static String plain(double number) {
    return rounded(number, DECIMALS);
  }

  private static String rounded(double number, int decimals) {
    BigDecimal rounded =
        BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  /** How many cells the row has so far. */
  int cells() {
    return cells;
  }

  /** Ends the row; the next one begins. */
  void endRow() {
    rows.add('\n');
    cells = 0;
    whole = rows.length();
  }

  /** How many bytes of whole rows have not been written. */
  int waiting() {
    return whole;
  }

  /** Writes the whole rows, and drops the cells of one that has not ended. */
  void writeTo(OutputStream out) throws IOException {
    rows.cutTo(whole);
    whole = 0;
    cells = 0;
    rows.moveTo(out);
  }
}
