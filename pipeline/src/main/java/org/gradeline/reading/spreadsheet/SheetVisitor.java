package org.gradeline.reading.spreadsheet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Is shown the sheets of a workbook, in their order, and chooses the rows that it is shown. */
interface SheetVisitor {
  /**
   * A sheet begins.
   *
   * @param name its name
   * @param visible whether a person who opens the workbook sees it
   * @return takes its rows; null when none of them are wanted
   * @throws WorkbookFault when there cannot be such a sheet
   */
  @Nullable Rows sheet(String name, boolean visible) throws WorkbookFault;

  /** Whether further sheets are wanted. */
  boolean goesOn();

  /** Takes the rows of a sheet that are not blank, in their order. */
  interface Rows {
    /**
     * Takes a row.
     *
     * @return whether further rows are wanted
     */
    boolean row(SheetRow row) throws IOException;
  }
}
