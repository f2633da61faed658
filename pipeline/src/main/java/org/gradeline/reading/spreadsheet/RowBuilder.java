package org.gradeline.reading.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gradeline.reading.spreadsheet.SheetRow.Doubt;
import org.jspecify.annotations.Nullable;

/** Gathers the cells of a sheet's rows, one row after the other, within bounds. Not thread safe. */
final class RowBuilder {
  private List<String> cells = new ArrayList<>();
  private Map<Integer, Doubt> doubts = Map.of();
  private @Nullable WorkbookFault fault;
  private long cellsOfSheet;
  private int lastWidth;

  /**
   * Puts texts into cells from a column on; blank texts take no place.
   *
   * @param column the first of them, from 0
   * @param count how many cells have this text
   * @throws WorkbookFault when the sheet has more columns or cells than are read
   */
  void put(int column, int count, String text) throws WorkbookFault {
    if (text.isEmpty()) {
      return;
    }
    if (column + count > Bounds.MAX_COLUMNS) {
      throw Bounds.exceeded("the sheet has", Bounds.MAX_COLUMNS, "columns");
    }
    cellsOfSheet += Math.max(0, column + count - cells.size());
    if (cellsOfSheet > Bounds.MAX_CELLS) {
      throw Bounds.exceeded("the sheet has", Bounds.MAX_CELLS, "cells");
    }
    while (cells.size() < column) {
      cells.add("");
    }
    for (int at = column; at < column + count; at++) {
      if (at < cells.size()) {
        cells.set(at, text);
      } else {
        cells.add(text);
      }
    }
  }

  /** Says why a cell has no value. */
  void doubt(int column, Doubt reason) {
    if (doubts.isEmpty()) {
      doubts = new HashMap<>();
    }
    doubts.put(column, reason);
  }

  /** Says why the row cannot be read; what is said first is kept. */
  void fault(WorkbookFault reason) {
    fault = fault == null ? reason : fault;
  }

  /** A cell's text is longer than any that is read. */
  void tooLong() {
    fault(
        new WorkbookFault(
            String.format(
                Locale.ROOT,
                "a cell of the row has more than %,d characters, the most that is read",
                Bounds.MAX_TEXT),
            "Shorten it."));
  }

  /**
   * The row that was gathered; the next one begins.
   *
   * @param number its number, from 1
   */
  SheetRow take(long number) {
    SheetRow row = new SheetRow(number, cells, doubts, fault);
    lastWidth = Math.max(cells.size(), lastWidth);
    cells = new ArrayList<>(lastWidth);
    doubts = Map.of();
    fault = null;
    return row;
  }

  /**
   * Counts rows that repeat one before.
   *
   * @throws WorkbookFault when the sheet has more cells than are read
   */
  void repeat(SheetRow row) throws WorkbookFault {
    cellsOfSheet += row.cells().size();
    if (cellsOfSheet > Bounds.MAX_CELLS) {
      throw Bounds.exceeded("the sheet has", Bounds.MAX_CELLS, "cells");
    }
  }
}
