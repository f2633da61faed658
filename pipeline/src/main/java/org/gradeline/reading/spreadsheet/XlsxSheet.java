package org.gradeline.reading.spreadsheet;

import java.io.IOException;
import org.gradeline.reference.Sentinels;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a sheet of XLSX. Not thread safe. */
final class XlsxSheet {
  private static final int LETTERS = 26;

  private final XmlPart xml;
  private final SharedTexts texts;
  private final NumberFormats formats;
  private final boolean from1904;
  private final RowBuilder cells = new RowBuilder();
  private final StringBuilder text = new StringBuilder();
  private long number;
  private int column;

  /**
   * @param xml the sheet's part
   * @param texts the texts that cells share
   * @param formats what numbers are
   * @param from1904 whether days are counted from 1904
   */
  XlsxSheet(XmlPart xml, SharedTexts texts, NumberFormats formats, boolean from1904) {
    this.xml = xml;
    this.texts = texts;
    this.formats = formats;
    this.from1904 = from1904;
  }

  /** Shows the rows as far as they are wanted; to its end, the part is read in any case. */
  void read(SheetVisitor.Rows rows) throws IOException {
    while (xml.next()) {
      if (xml.starts("row") && !readRow(rows)) {
        return;
      }
    }
  }

  private boolean readRow(SheetVisitor.Rows rows) throws IOException {
    number = position(xml.attribute("r"), number + 1);
    if (number > Bounds.MAX_ROWS) {
      throw Bounds.exceeded("the sheet has", Bounds.MAX_ROWS, "rows");
    }
    column = 0;
    int depth = xml.depth();
    while (xml.next() && !(xml.ends() && xml.depth() == depth)) {
      if (xml.starts("c")) {
        readCell();
      }
    }
    SheetRow row = cells.take(number);
    return row.isBlank() || rows.row(row);
  }

  private static long position(@Nullable String given, long next) throws WorkbookFault {
    try {
      long at = given == null ? next : Long.parseLong(given);
      if (at >= 1) {
        return at;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw WorkbookFault.damaged("a row has no number");
  }

  /** The column of an address such as {@code AB12}, from 0. */
  private int columnOf(@Nullable String address) throws WorkbookFault {
    if (address == null) {
      return column;
    }
    int at = 0;
    int letters = 0;
    while (letters < address.length() && Character.isLetter(address.charAt(letters))) {
      int letter = Character.toUpperCase(address.charAt(letters)) - 'A';
      if (letter < 0 || letter >= LETTERS) {
        throw WorkbookFault.damaged("a cell has no address");
      }
      at = at * LETTERS + letter + 1;
      if (at > Bounds.MAX_COLUMNS) {
        throw Bounds.exceeded("the sheet has", Bounds.MAX_COLUMNS, "columns");
      }
      letters++;
    }
    if (letters == 0) {
      throw WorkbookFault.damaged("a cell has no address");
    }
    return at - 1;
  }

  private void readCell() throws IOException {
    column = columnOf(xml.attribute("r"));
    String type = xml.attribute("t");
    String style = xml.attribute("s");
    boolean formula = false;
    boolean fits = true;
    text.setLength(0);
    int depth = xml.depth();
    while (xml.next() && !(xml.ends() && xml.depth() == depth)) {
      if (xml.starts("v")) {
        text.setLength(0);
        fits = RichText.readPlain(xml, text);
      } else if (xml.starts("is")) {
        text.setLength(0);
        fits = RichText.read(xml, text);
      } else if (xml.starts()) {
        formula |= xml.name().equals("f");
        xml.skip();
      }
    }
    if (!fits) {
      cells.tooLong();
    } else if (!text.isEmpty()) {
      put(type == null ? "n" : type, style, text.toString());
    } else if (formula) {
      cells.put(column, 1, Sentinels.NOT_CALCULATED);
    }
    column++;
  }

  private void put(String type, @Nullable String style, String stored) throws IOException {
    switch (type) {
      case "s" -> putShared(stored);
      case "e" -> putError(stored);
      case "b" -> cells.put(column, 1, CellText.bool(stored));
      case "d" -> cells.put(column, 1, CellText.date(stored));
      case "n" -> cells.put(column, 1, number(stored, style));
      default -> cells.put(column, 1, CellText.unescaped(stored));
    }
  }

  private void putError(String error) throws IOException {
    if (CellErrors.isMissing(error)) {
      cells.doubt(column, CellErrors.notAvailable());
    } else {
      cells.put(column, 1, CellErrors.lost(error));
    }
  }

  private void putShared(String number) throws IOException {
    String shared = null;
    try {
      shared = texts.get(Integer.parseInt(number));
    } catch (NumberFormatException e) {
      // Said below.
    }
    if (shared == null) {
      throw WorkbookFault.damaged("a cell has the number of a text that is not there");
    }
    if (shared.equals(SharedTexts.TOO_LONG)) {
      cells.tooLong();
    } else {
      cells.put(column, 1, shared);
    }
  }

  private String number(String stored, @Nullable String style) {
    return switch (formats.of(style)) {
      case NUMBER -> CellText.number(stored);
      case DATE -> CellText.date(stored, from1904);
      case TIME -> CellText.time(stored);
    };
  }
}
