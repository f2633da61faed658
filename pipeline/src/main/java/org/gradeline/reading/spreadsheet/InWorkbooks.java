package org.gradeline.reading.spreadsheet;

import org.gradeline.reading.Layouts;
import org.gradeline.reference.Layout;

/** How layouts apply to the sheets of workbooks. */
final class InWorkbooks {
  /** Rows of prose that may be above a header: most sheets have a title, and some have notes. */
  private static final int PREAMBLE_ROWS = 10;

  private InWorkbooks() {}

  /** The same layouts, in which some rows may be above the header. */
  static Layouts of(Layouts layouts) {
    return new Layouts(
        layouts.own(), layouts.offered().stream().map(InWorkbooks::withPreamble).toList());
  }

  private static Layout withPreamble(Layout layout) {
    return layout.preambleRows() >= PREAMBLE_ROWS ? layout : layout.withPreambleRows(PREAMBLE_ROWS);
  }
}
