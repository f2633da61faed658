package org.gradeline.reading.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the numbers of the cells of each style are. Immutable. */
final class NumberFormats {
  private final List<NumberFormat> byStyle;

  private NumberFormats(List<NumberFormat> byStyle) {
    this.byStyle = List.copyOf(byStyle);
  }

  /**
   * Reads the styles of a workbook.
   *
   * @param styles their part; null when there is none
   */
  static NumberFormats read(@Nullable XmlPart styles) throws IOException {
    Map<String, NumberFormat> own = new HashMap<>();
    List<String> ids = new ArrayList<>();
    boolean inCells = false;
    while (styles != null && styles.next()) {
      if (styles.starts("numFmt")) {
        own.put(
            String.valueOf(styles.attribute("numFmtId")),
            NumberFormat.of(String.valueOf(styles.attribute("formatCode"))));
      } else if (styles.starts("cellXfs")) {
        inCells = true;
      } else if (styles.ends("cellXfs")) {
        inCells = false;
      } else if (inCells && styles.starts("xf")) {
        ids.add(String.valueOf(styles.attribute("numFmtId")));
      }
      if (ids.size() > Bounds.MAX_LISTED || own.size() > Bounds.MAX_LISTED) {
        throw Bounds.exceeded("the workbook has", Bounds.MAX_LISTED, "cell styles");
      }
    }
    return new NumberFormats(ids.stream().map(id -> format(id, own)).toList());
  }

  private static NumberFormat format(String id, Map<String, NumberFormat> own) {
    NumberFormat format = own.get(id);
    if (format != null) {
      return format;
    }
    try {
      return NumberFormat.builtIn(Integer.parseInt(id));
    } catch (NumberFormatException e) {
      return NumberFormat.NUMBER;
    }
  }

  /**
   * What the numbers of a cell are.
   *
   * @param style the cell's style; null when it has none
   */
  NumberFormat of(@Nullable String style) {
    try {
      int index = style == null ? 0 : Integer.parseInt(style);
      return index >= 0 && index < byStyle.size() ? byStyle.get(index) : NumberFormat.NUMBER;
    } catch (NumberFormatException e) {
      return NumberFormat.NUMBER;
    }
  }
}
