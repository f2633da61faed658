package org.gradeline.reading.spreadsheet;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the numbers of a cell are, told by the format in which XLSX shows them. */
enum NumberFormat {
  NUMBER,
  DATE,
  TIME;

  /**
   * What is shown as it is (in quotes, behind a backslash, as wide as a character, repeated to fill
   * the cell), colours and conditions, and the letters of noon.
   */
  private static final Pattern LITERAL =
      Pattern.compile(
          "\"[^\"]*\"?|\\\\.|[_*].|\\[(?!(?:h+|m+|s+)\\])[^\\]]*\\]?|am/pm|a/p|general");

  /** The built-in format of a number, as ECMA-376 (18.8.30) lists them. */
  static NumberFormat builtIn(int id) {
    boolean date =
        (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    boolean time = (id >= 18 && id <= 21) || (id >= 45 && id <= 47);
    return date ? DATE : time ? TIME : NUMBER;
  }

  /** A format of the workbook's own, such as {@code [$-809]dd mmmm yyyy}. */
  static NumberFormat of(String code) {
    String bare = LITERAL.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("");
    int next = bare.indexOf(';');
    String positive = next < 0 ? bare : bare.substring(0, next);
    boolean clock = has(positive, 'h') || has(positive, 's');
    if (has(positive, 'y') || has(positive, 'd') || (has(positive, 'm') && !clock)) {
      return positive.contains("[m") ? TIME : DATE;
    }
    return clock ? TIME : NUMBER;
  }

  private static boolean has(String code, char letter) {
    return code.indexOf(letter) >= 0;
  }
}
