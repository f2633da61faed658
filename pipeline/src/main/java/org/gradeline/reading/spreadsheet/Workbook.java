package org.gradeline.reading.spreadsheet;

import java.io.Closeable;
import java.io.IOException;

/** An open workbook. Not thread safe. */
interface Workbook extends Closeable {
  /**
   * Shows its sheets and the rows that are wanted, in one pass.
   *
   * @throws WorkbookFault when it, or the rest of it, cannot be used
   * @throws IOException when the file cannot be read
   */
  void read(SheetVisitor visitor) throws IOException;
}
