package org.gradeline.reading.spreadsheet;

import java.util.List;
import org.gradeline.reading.spreadsheet.SheetRow.Doubt;
import org.gradeline.reference.Sentinels;

/** What cells have in place of a value. */
final class CellErrors {
  private static final String NOT_AVAILABLE = "#N/A";
  private static final List<String> KNOWN =
      List.of(
          NOT_AVAILABLE,
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

  /** Whether an error says that there is no value, rather than that it was lost. */
  static boolean isMissing(String error) {
    return error.equals(NOT_AVAILABLE);
  }

  /** Why a cell with the error for what is not available has no value. */
  static Doubt notAvailable() {
    return new Doubt(NOT_AVAILABLE, "the cell has the error #N/A in place of a value");
  }

  /** What stands for a value that an error has replaced; an unknown error is not quoted. */
  static String lost(String error) {
    return KNOWN.contains(error) ? error : Sentinels.ERROR;
  }
}
