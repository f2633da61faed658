package org.gradeline.reading.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import org.gradeline.reading.TableStart;

/** Takes the first rows of each visible sheet. Not thread safe. */
final class FirstRows implements SheetVisitor {
  private final int count;
  private final List<TableStart> sheets = new ArrayList<>();

  /**
   * @param count how many rows of a sheet to take at most
   */
  FirstRows(int count) {
    this.count = count;
  }

  /** The sheets so far, in their order. */
  List<TableStart> sheets() {
    return List.copyOf(sheets);
  }

  @Override
  public Rows sheet(String name, boolean visible) {
    if (!visible) {
      return row -> false;
    }
    List<List<String>> rows = new ArrayList<>();
    sheets.add(new TableStart(name, rows));
    return row -> {
      rows.add(row.cells());
      return rows.size() < count;
    };
  }

  @Override
  public boolean goesOn() {
    return true;
  }
}
