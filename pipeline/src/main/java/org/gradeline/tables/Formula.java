package org.gradeline.tables;

import org.gradeline.reference.BlankCharacters;

/**
 * Texts that a spreadsheet would run as a formula. One gets an apostrophe before it, and so does
 * one that has some already: texts that differ make cells that differ, and the text of a cell can
 * be found again.
 */
final class Formula {
  private static final char APOSTROPHE = '\'';

  /** What a formula starts with, also in the forms of full and small width. */
  private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B";

  private Formula() {}

  /** A text as a spreadsheet leaves it alone. */
  static String neutralised(String text) {
    return is(text) ? APOSTROPHE + text : text;
  }

  /** The text that was {@link #neutralised}. */
  static String restored(String cell) {
    return !cell.isEmpty() && cell.charAt(0) == APOSTROPHE && is(cell) ? cell.substring(1) : cell;
  }

  /** Most texts start with a plain letter or digit, and need no second look. */
  static boolean mayStartWith(char first) {
    return first < '0' || first == '=' || first == '@' || first >= 0x7F;
  }

  /**
   * Whether a text is a formula to a spreadsheet, behind any apostrophes. A spreadsheet looks
   * through white space and what is invisible; tabs and line breaks may start a cell of their own.
   */
  private static boolean is(String text) {
    return !text.isEmpty() && mayStartWith(text.charAt(0)) && starts(text);
  }

  private static boolean starts(String text) {
    int position = 0;
    while (position < text.length() && text.charAt(position) == APOSTROPHE) {
      position++;
    }
    if (position < text.length() && "\t\r\n".indexOf(text.charAt(position)) >= 0) {
      return true;
    }
    while (position < text.length()) {
      int character = text.codePointAt(position);
      if (!BlankCharacters.contain(character)) {
        return SIGNS.indexOf(character) >= 0;
      }
      position += Character.charCount(character);
    }
    return false;
  }
}
