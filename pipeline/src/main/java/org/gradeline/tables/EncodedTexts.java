package org.gradeline.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Texts as the bytes of their cells: neutralised, quoted where needed, in UTF-8. Names, keys and
 * printed words come again in row after row, so what was encoded lately is kept, a bounded number
 * of short texts. Not thread safe.
 */
final class EncodedTexts {
  /** Longer texts are links and findings, which seldom come twice. */
  private static final int LONGEST = 40;

  /** A power of two, more than the reference data has texts without the councils. */
  private static final int SLOTS = 1 << 11;

  private final @Nullable String[] texts = new String[SLOTS];
  private final byte[][] cells = new byte[SLOTS][];

  /** Whether a text is kept. */
  static boolean keeps(String text) {
    return text.length() <= LONGEST;
  }

  /**
   * The cell of a text, from what is kept.
   *
   * @param text not empty: how a blank is written depends on its place in the row
   */
  byte[] cell(String text) {
    int hash = text.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    if (text.equals(texts[slot])) {
      return cells[slot];
    }
    // Two texts that are written by turns may have one place.
    int other = slot ^ 1;
    byte[] cell = text.equals(texts[other]) ? cells[other] : encode(text);
    texts[other] = texts[slot];
    cells[other] = cells[slot];
    texts[slot] = text;
    cells[slot] = cell;
    return cell;
  }

  /** The cell of a text that is not empty. */
  static byte[] encode(String text) {
    StringBuilder cell = new StringBuilder(text.length() + 2);
    try {
      CellWriter.FORMAT.print(Formula.neutralised(text), cell, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cell.toString().getBytes(StandardCharsets.UTF_8);
  }
}
