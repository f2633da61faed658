package org.gradeline.reading.spreadsheet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet. Immutable.
 *
 * @param number its number in the sheet, from 1
 * @param cells texts of its cells up to the last that is not blank
 * @param doubts why cells have no value, by their indexes
 * @param fault what makes the row unreadable, with what to do; null when nothing does
 */
record SheetRow(
    long number, List<String> cells, Map<Integer, Doubt> doubts, @Nullable WorkbookFault fault) {

  /**
   * Why a cell has no value.
   *
   * @param value what it has in place of one; empty when that may not be shown
   * @param message the same in words
   */
  record Doubt(String value, String message) {}

  /** Whether no cell has a value. */
  boolean isBlank() {
    return cells.isEmpty() && fault == null;
  }

  /** The same row at another place: sheets store equal rows once. */
  SheetRow at(long other) {
    return new SheetRow(other, cells, doubts, fault);
  }
}
