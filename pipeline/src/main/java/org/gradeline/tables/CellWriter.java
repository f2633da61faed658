package org.gradeline.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVFormat;
import org.gradeline.reference.BlankCharacters;
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
  private static final char APOSTROPHE = '\'';

  /** What a formula starts with, also in the forms of full and small width. */
  private static final String FORMULA_SIGNS =
      "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B";

  private final StringBuilder row = new StringBuilder();
  private int cells;

  CellWriter() {}

  /**
   * A text from the records or the reference data; null is a blank. One that a spreadsheet would
   * run as a formula gets an apostrophe before it, and so does one that has some already: texts
   * that differ make cells that differ, and {@link #textOf} finds the text again.
   */
  public void text(@Nullable String text) {
    if (text == null) {
      blank();
    } else {
      cell(isFormula(text) ? APOSTROPHE + text : text);
    }
  }

  /** The text that a cell was written from. */
  public static String textOf(String cell) {
    return !cell.isEmpty() && cell.charAt(0) == APOSTROPHE && isFormula(cell)
        ? cell.substring(1)
        : cell;
  }

  /** A whole number. */
  public void integer(long number) {
    cell(Long.toString(number));
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
    cell(rounded(number, decimals));
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
    cell(day.toString());
  }

  /** A date as printed; null is a blank. */
  public void partialDate(@Nullable PartialDate date) {
    if (date == null) {
      blank();
    } else {
      cell(date.toString());
    }
  }

  /** A blank cell. */
  public void blank() {
    cell("");
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

  /** The row with its end; the next one begins. */
  CharSequence endRow() {
    cells = 0;
    return row.append('\n');
  }

  /** Drops the cells of the row so far. */
  void clear() {
    row.setLength(0);
  }

  void cell(String value) {
    if (cells > 0 && isPlain(value)) {
      row.append(',').append(value);
    } else {
      quote(value);
    }
    cells++;
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

  /**
   * Whether a text is a formula to a spreadsheet, behind any apostrophes. A spreadsheet looks
   * through white space and what is invisible; tabs and line breaks may start a cell of their own.
   */
  private static boolean isFormula(String text) {
    return !text.isEmpty() && mayStartFormula(text.charAt(0)) && startsFormula(text);
  }

  /** Most texts start with a plain letter or digit, and need no second look. */
  private static boolean mayStartFormula(char first) {
    return first < '0' || first == '=' || first == '@' || first >= 0x7F;
  }

  private static boolean startsFormula(String text) {
    int position = 0;
    while (position < text.length() && text.charAt(position) == APOSTROPHE) {
      position++;
    }
    if (position < text.length() && "\t\r\n".indexOf(text.charAt(position)) >= 0) {
      return true;
    }
    while (position < text.length()) {
      int character = text.codePointAt(position);
      if (!BlankCharacters.contain(character)) {
        return FORMULA_SIGNS.indexOf(character) >= 0;
      }
      position += Character.charCount(character);
    }
    return false;
  }
}
