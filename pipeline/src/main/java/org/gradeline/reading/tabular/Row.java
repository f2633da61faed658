package org.gradeline.reading.tabular;

import java.util.List;
import java.util.function.Supplier;

/**
 * A row of a table as it is in its file, nothing interpreted.
 *
 * @param lineNumber its first line, from 1
 * @param cells the texts of its cells; nobody changes them
 * @param text the row as its file has it; asked for only when the row is quoted
 */
public record Row(long lineNumber, List<String> cells, Supplier<String> text) {
  /** A council, a date and a grade need as many columns. */
  private static final int NARROW = 3;

  /** How many cells it has. */
  int width() {
    return cells.size();
  }

  /** The text of a cell. */
  String cell(int index) {
    return cells.get(index);
  }

  /**
   * Whether it is a note that a spreadsheet has below its table: all cells are blank, except one
   * that has more than one word. No record has so little, unless its table is very narrow.
   */
  boolean isNote() {
    String note = "";
    for (String cell : cells) {
      if (!cell.isBlank()) {
        if (!note.isEmpty()) {
          return false;
        }
        note = cell.strip();
      }
    }
    return cells.size() > NARROW && note.chars().anyMatch(Character::isWhitespace);
  }

  /** Whether no cell has a value, as in the rows that spreadsheets leave below a table. */
  boolean isBlank() {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }
}
