package org.gradeline.reading.spreadsheet;

import java.util.Locale;

/**
 * How much of a workbook is read. A few kilobytes of a zip can unpack to gigabytes, and one
 * attribute can ask for a million rows; no honest workbook of records comes near these bounds.
 */
final class Bounds {
  /** Sheets of a workbook: each may become a source. Releases have a dozen or two. */
  static final int MAX_SHEETS = 256;

  /** Rows and columns of a sheet: as many as Excel has, and LibreOffice by default. */
  static final int MAX_ROWS = 1 << 20;

  static final int MAX_COLUMNS = 1 << 14;

  /** Cells of a sheet with the blank ones before others: some 20 columns in every row. */
  static final long MAX_CELLS = 20_000_000;

  /** Characters of a cell: LibreOffice writes up to 65,535, Excel 32,767. */
  static final int MAX_TEXT = 65_535;

  /** Bytes of a part, such as a sheet, when unpacked: what that many cells need. */
  static final long MAX_UNPACKED = 1L << 30;

  /** Bytes of an XML tag, comment or the like, which the parser holds as a whole. */
  static final int MAX_TAG = 1 << 20;

  /** How deep XML nests: grouped rows and drawings nest some 20 deep. */
  static final int MAX_DEPTH = 100;

  /** Bytes of all texts that cells share: they are held while the sheet is read. */
  static final int MAX_SHARED = 1 << 27;

  /** Cell styles, and parts that a part refers to: Excel has at most 65,490 styles. */
  static final int MAX_LISTED = 100_000;

  private Bounds() {}

  /** A workbook that is larger than a bound. */
  static WorkbookFault exceeded(String what, long bound, String unit) {
    return new WorkbookFault(
        String.format(Locale.ROOT, "%s more than %,d %s, the most that is read", what, bound, unit),
        "Save the sheet as a CSV file, in parts if need be.");
  }
}
