package org.gradeline.reading.spreadsheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.Remark;
import org.gradeline.reading.ShownText;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reading.spreadsheet.SheetRow.Doubt;
import org.gradeline.reading.tabular.Header;
import org.gradeline.reading.tabular.Row;
import org.gradeline.reading.tabular.TabularReader;
import org.gradeline.reference.ColumnName;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Layout.Column;
import org.gradeline.reference.PlainText;

/**
 * Turns the rows of a sheet into rows of a table: a sheet stores no blank cells at the end of a
 * row, so that its rows are made as wide as its header. Not thread safe.
 */
final class SheetTable {
  private final Consumer<? super RawEntry> entries;
  private final TabularReader table;
  private List<String> names = List.of();
  private Map<Integer, Doubt> doubts = Map.of();

  /**
   * @param layouts the layouts that the sheet can have
   * @param entries takes each record and each unreadable place
   */
  SheetTable(Layouts layouts, Consumer<? super RawEntry> entries) {
    this.entries = entries;
    this.table = new TabularReader(Header.sought(layouts), this::accept, SheetTable::shown);
  }

  /** A sheet has no text of a row: its cells are shown beside each other. */
  private static String shown(List<String> cells) {
    return String.join(" | ", cells);
  }

  /** What is known of the header. */
  Header header() {
    return table.header();
  }

  /** Columns that the layout does not know. */
  Set<String> unknownColumns() {
    return table.unknownColumns();
  }

  /** Reads the next row. */
  void read(SheetRow row) {
    WorkbookFault fault = row.fault();
    if (fault != null) {
      table.reject(unreadable(row, fault.message(), fault.suggestion()));
      return;
    }
    List<String> cells = withoutBlankEnd(row.cells());
    boolean sought = table.header().isSought();
    if (!sought && cells.size() > names.size()) {
      table.reject(
          unreadable(
              row,
              "the row has a value in a column that has no name in the header",
              "Give the column a name, or remove what is beside the table."));
      return;
    }
    doubts = row.doubts();
    List<String> wide = sought ? cells : padded(cells);
    table.read(new Row(row.number(), wide, () -> shown(wide)));
    if (sought && table.header() instanceof Header.Found) {
      names = cells;
    }
  }

  private static List<String> withoutBlankEnd(List<String> cells) {
    int width = cells.size();
    while (width > 0 && PlainText.isBlank(cells.get(width - 1))) {
      width--;
    }
    return cells.subList(0, width);
  }

  private List<String> padded(List<String> cells) {
    if (cells.size() == names.size()) {
      return cells;
    }
    List<String> wide = new ArrayList<>(names.size());
    wide.addAll(cells);
    wide.addAll(Collections.nCopies(names.size() - cells.size(), ""));
    return wide;
  }

  private static Unreadable unreadable(SheetRow row, String message, String suggestion) {
    return new Unreadable(
        row.number(),
        Rule.MALFORMED_ROW,
        ShownText.counted(row.cells().size(), "cell"),
        message,
        suggestion,
        ShownText.size(row.cells().size(), shown(row.cells())));
  }

  private void accept(RawEntry entry) {
    entries.accept(
        entry instanceof RawRecord record && !doubts.isEmpty() ? withRemarks(record) : entry);
  }

  /** A record with why some of its cells have no value. */
  private RawRecord withRemarks(RawRecord record) {
    List<Remark> remarks = new ArrayList<>(record.remarks());
    for (int at = 0; at < names.size(); at++) {
      Doubt doubt = doubts.get(at);
      String field = doubt == null ? "" : field(record.layout(), names.get(at));
      if (doubt != null && !field.isEmpty()) {
        remarks.add(
            new Remark(
                record.lineNumber(),
                Remark.Rule.UNREADABLE_VALUE,
                field,
                doubt.value(),
                doubt.message() + "; it counts as blank"));
      }
    }
    return new RawRecord(
        record.lineNumber(),
        record.layout(),
        record.fields(),
        record.judgements(),
        record.findings(),
        record.raw(),
        List.copyOf(remarks));
  }

  /** The field or area of a column; empty when it is neither. */
  private static String field(Layout layout, String name) {
    Column column = layout.columns().get(ColumnName.of(name));
    if (column instanceof Column.OfField field) {
      return field.field().key();
    }
    if (column instanceof Column.OfArea area) {
      return area.area();
    }
    return column instanceof Column.TheGrade ? "grade" : "";
  }

  /** Rejects a place that cannot be read. */
  void reject(Unreadable place) {
    table.reject(place);
  }

  /** The sheet has no more rows. */
  void end() {
    table.end();
  }
}
