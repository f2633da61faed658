package org.gradeline.reading.spreadsheet;

import static org.gradeline.reading.spreadsheet.OdsWorkbook.OFFICE;
import static org.gradeline.reading.spreadsheet.OdsWorkbook.TABLE;

import java.io.IOException;
import org.gradeline.reading.spreadsheet.SheetRow.Doubt;
import org.gradeline.reference.Sentinels;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a sheet of ODS. It stores equal cells and rows that follow each other once,
 * with how often they repeat: a sheet ends with a million blank rows. Not thread safe.
 */
final class OdsSheet {
  private final XmlPart xml;
  private final RowBuilder cells = new RowBuilder();
  private final StringBuilder text = new StringBuilder();
  private long number = 1;
  private int column;

  /**
   * @param xml the part, at the tag that starts the sheet
   */
  OdsSheet(XmlPart xml) {
    this.xml = xml;
  }

  /** Shows the rows as far as they are wanted, and passes over the sheet to its end. */
  void read(SheetVisitor.Rows rows) throws IOException {
    int depth = xml.depth();
    boolean wanted = true;
    while (xml.next() && !(xml.ends() && xml.depth() == depth)) {
      if (xml.starts("table-row") && xml.namespace().equals(TABLE)) {
        if (wanted) {
          wanted = readRow(rows);
        } else {
          xml.skip();
        }
      } else if (xml.starts("shapes") || xml.starts("forms")) {
        xml.skip();
      }
    }
  }

  private boolean readRow(SheetVisitor.Rows rows) throws IOException {
    long times = repeated("number-rows-repeated");
    column = 0;
    int depth = xml.depth();
    while (xml.next() && !(xml.ends() && xml.depth() == depth)) {
      if (xml.starts("table-cell")) {
        readCell();
      } else if (xml.starts()) {
        if (xml.name().equals("covered-table-cell")) {
          column = advanced(repeated("number-columns-repeated"));
        }
        xml.skip();
      }
    }
    SheetRow row = cells.take(number);
    long next = number + times;
    boolean wanted = true;
    while (!row.isBlank() && wanted && number < next) {
      if (number > Bounds.MAX_ROWS) {
        throw Bounds.exceeded("the sheet has", Bounds.MAX_ROWS, "rows");
      }
      wanted = rows.row(row.at(number));
      cells.repeat(row);
      number++;
    }
    number = next;
    return wanted;
  }

  /** How often the row or cell that starts here is there. */
  private long repeated(String attribute) throws WorkbookFault {
    String times = xml.attribute(TABLE, attribute);
    try {
      long count = times == null ? 1 : Long.parseLong(times);
      if (count >= 1) {
        // Blank ones may be counted beyond the last row of the sheet.
        return Math.min(count, Integer.MAX_VALUE);
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw WorkbookFault.damaged("a row or cell repeats '" + attribute + "' times");
  }

  private int advanced(long count) {
    return (int) Math.min(Integer.MAX_VALUE / 2, column + count);
  }

  private void readCell() throws IOException {
    int next = advanced(repeated("number-columns-repeated"));
    String type = xml.attribute(OFFICE, "value-type");
    String stored = stored(type);
    boolean formula = xml.attribute(TABLE, "formula") != null;
    boolean error = "error".equals(xml.attribute("calcext:1.0", "value-type"));
    text.setLength(0);
    boolean fits = Paragraphs.read(xml, text);
    String shown = text.toString();
    if (error || (formula && CellErrors.isError(shown))) {
      putError(next, shown);
    } else if (!fits || (stored != null && stored.length() > Bounds.MAX_TEXT)) {
      cells.tooLong();
    } else {
      String value = stored == null ? shown : stored;
      boolean notCalculated = value.isEmpty() && formula && type == null;
      cells.put(column, next - column, notCalculated ? Sentinels.NOT_CALCULATED : value);
    }
    column = next;
  }

  private void putError(int next, String error) throws WorkbookFault {
    if (CellErrors.isMissing(error)) {
      doubt(next, CellErrors.notAvailable());
    } else {
      cells.put(column, next - column, CellErrors.lost(error));
    }
  }

  private void doubt(int next, Doubt reason) throws WorkbookFault {
    if (next > Bounds.MAX_COLUMNS) {
      throw Bounds.exceeded("the sheet has", Bounds.MAX_COLUMNS, "columns");
    }
    for (int at = column; at < next; at++) {
      cells.doubt(at, reason);
    }
  }

  /** The typed value of the cell that starts here; null when it is its text. */
  private @Nullable String stored(@Nullable String type) {
    if (type == null) {
      return null;
    }
    switch (type) {
      case "float", "percentage", "currency" -> {
        String value = xml.attribute(OFFICE, "value");
        return value == null ? null : CellText.number(value);
      }
      case "date" -> {
        String value = xml.attribute(OFFICE, "date-value");
        return value == null ? null : CellText.date(value);
      }
      case "time" -> {
        String value = xml.attribute(OFFICE, "time-value");
        return value == null ? null : CellText.duration(value);
      }
      case "boolean" -> {
        String value = xml.attribute(OFFICE, "boolean-value");
        return value == null ? null : CellText.bool(value);
      }
      default -> {
        return xml.attribute(OFFICE, "string-value");
      }
    }
  }
}
