package org.gradeline.normalising;

/** Repairs of characters that look like others: what was evidently meant is not in doubt. */
final class TextRepair {
  private static final char FULL_WIDTH_FIRST = '\uFF01';
  private static final char FULL_WIDTH_LAST = '\uFF5E';
  private static final int FULL_WIDTH_SHIFT = FULL_WIDTH_FIRST - '!';

  private TextRepair() {}

  /** Whether a text has only plain characters, which most have. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /**
   * Full-width letters, digits and signs to plain ones; spaces that do not break to plain ones;
   * invisible ones away.
   */
  static String narrow(String text) {
    StringBuilder narrow = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
        narrow.append((char) (c - FULL_WIDTH_SHIFT));
      } else if (c == '\u00A0' || c == '\u2007' || c == '\u202F' || c == '\u3000') {
        narrow.append(' ');
      } else if (c != '\u200B' && c != '\u2060' && c != '\uFEFF') {
        narrow.append(c);
      }
    }
    return narrow.toString();
  }

  /** Curly quotes to straight ones. */
  static String straighten(String text) {
    return text.replace('\u2018', '\'')
        .replace('\u2019', '\'')
        .replace('\u201C', '"')
        .replace('\u201D', '"');
  }
}
