package org.gradeline.reading.tabular;

import java.util.List;
import java.util.function.Supplier;
import org.gradeline.reference.PlainText;

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

  /** The text of a cell; empty behind the last one. */
  String cell(int index) {
    return index < cells.size() ? cells.get(index) : "";
  }

  /** Whether all cells from this one on are blank. */
  boolean isBlankFrom(int index) {
    for (int i = index; i < cells.size(); i++) {
      if (!PlainText.isBlank(cells.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether it is a note that a spreadsheet has below its table: all cells are blank, except one
   * that has more than one word. No record has so little, unless its table is very narrow.
   */
  boolean isNote() {
    String note = "";
    for (String cell : cells) {
      if (!PlainText.isBlank(cell)) {
        if (!note.isEmpty()) {
          return false;
        }
        note = PlainText.of(cell);
      }
    }
    return cells.size() > NARROW && note.chars().anyMatch(Character::isWhitespace);
  }

  /** Whether no cell has a value, as in the rows that spreadsheets leave below a table. */
  boolean isBlank() {
    return isBlankFrom(0);
  }
}
