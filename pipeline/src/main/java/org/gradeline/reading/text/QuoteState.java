package org.gradeline.reading.text;

/**
 * Where a scan is in a row whose cells may be quoted, as a number: it changes with every byte of a
 * file. The quotes follow RFC 4180 as the CSV parser reads it: a quote opens a cell only as its
 * first character, and a doubled one inside means itself. UTF-8 keeps all bytes that matter here
 * apart from every other character.
 */
final class QuoteState {
  static final int CELL_START = 0;
  static final int QUOTED = 2;

  /** How many states there are: from 0 to one less. */
  static final int COUNT = 4;

  private static final int PLAIN = 1;
  private static final int CLOSED = 3;

  private QuoteState() {}

  /**
   * The state after a byte.
   *
   * @param quotes whether quotes mean anything
   * @param separator what stands between cells
   */
  static int next(int state, byte b, boolean quotes, byte separator) {
    if (!quotes) {
      return CELL_START;
    }
    if (b >= '0' && b != separator) {
      // Most bytes: a letter or digit.
      return state == QUOTED ? QUOTED : PLAIN;
    }
    if (b == '"') {
      return switch (state) {
        case CELL_START, CLOSED -> QUOTED;
        case QUOTED -> CLOSED;
        default -> state;
      };
    }
    if (state == QUOTED) {
      return QUOTED;
    }
    // What follows a closed quote is a fault of this row; a further quote opens nothing.
    return b == separator || b == '\n' || b == '\r' ? CELL_START : PLAIN;
  }
}
