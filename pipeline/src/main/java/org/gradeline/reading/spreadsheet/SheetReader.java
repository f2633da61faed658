package org.gradeline.reading.spreadsheet;

import java.util.Set;
import java.util.function.Consumer;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.Unreadable.Rule;
import org.jspecify.annotations.Nullable;

/** Reads the records of one sheet of a workbook. Not thread safe. */
final class SheetReader implements SheetVisitor {
  private final String name;
  private final SheetTable table;
  private long lastRow;
  private boolean found;

  /**
   * @param name the sheet's name
   * @param layouts the layouts that it can have
   * @param entries takes each record and each unreadable place
   */
  SheetReader(String name, Layouts layouts, Consumer<RawEntry> entries) {
    this.name = name;
    this.table = new SheetTable(layouts, entries);
  }

  @Override
  public @Nullable Rows sheet(String other, boolean visible) {
    if (found || !other.equals(name)) {
      return null;
    }
    found = true;
    return row -> {
      lastRow = row.number();
      table.read(row);
      return !table.header().isMissing();
    };
  }

  @Override
  public boolean goesOn() {
    return !found;
  }

  /** Columns that the layout does not know. */
  Set<String> unknownColumns() {
    return table.unknownColumns();
  }

  /** The sheet has no more rows. */
  void end() {
    table.end();
  }

  /** The rest of the sheet cannot be read. */
  void breakOff(WorkbookFault fault) {
    table.reject(
        new Unreadable(
            lastRow + 1,
            Rule.UNREADABLE_FILE,
            "",
            fault.message() + "; the sheet was read to row " + lastRow,
            fault.suggestion(),
            ""));
    table.end();
  }
}
