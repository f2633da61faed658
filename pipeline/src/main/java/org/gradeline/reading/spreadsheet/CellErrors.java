package org.gradeline.reading.spreadsheet;

import java.util.List;
import org.gradeline.reading.spreadsheet.SheetRow.Doubt;

/** What cells have in place of a value. */
final class CellErrors {
  private static final List<String> KNOWN =
      List.of(
          "#N/A",
          "#REF!",
          "#VALUE!",
          "#DIV/0!",
          "#NAME?",
          "#NUM!",
          "#NULL!",
          "#GETTING_DATA",
          "#SPILL!",
          "#CALC!");

  private CellErrors() {}

  /** Whether a text is an error that spreadsheet programs show. */
  static boolean isError(String text) {
    return KNOWN.contains(text) || (text.startsWith("Err:5") && text.length() == 7);
  }

  /** Why a cell with an error has no value; another text than a known error is not quoted. */
  static Doubt doubt(String error) {
    boolean known = isError(error);
    return new Doubt(
        known ? error : "",
        "the cell has " + (known ? "the error " + error : "an error") + " in place of a value");
  }

  /** Why a cell with a formula has no value: whoever wrote the file did not calculate it. */
  static Doubt notCalculated() {
    return new Doubt("", "the cell has a formula whose result is not stored");
  }
}
