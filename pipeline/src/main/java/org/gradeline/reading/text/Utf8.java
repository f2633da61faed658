package org.gradeline.reading.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.io.input.BOMInputStream;
import org.gradeline.reading.ShownText;
import org.gradeline.reading.Slice;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.Unreadable.Rule;

/** Text files are UTF-8. Another encoding is reported, and never guessed. */
public final class Utf8 {
  private Utf8() {}

  /**
   * The bytes of a slice, without the mark that may begin a UTF-8 file.
   *
   * @throws IOException when the file cannot be opened
   */
  public static InputStream open(Slice slice) throws IOException {
    InputStream bytes = slice.open();
    return slice.isFirst() ? BOMInputStream.builder().setInputStream(bytes).get() : bytes;
  }

  /** Whether a file looks like UTF-16. Nothing of it is used up. */
  public static boolean looksLikeUtf16(InputStream in) throws IOException {
    in.mark(2);
    byte[] first = in.readNBytes(2);
    in.reset();
    return looksLikeUtf16(new String(first, StandardCharsets.ISO_8859_1));
  }

  /** UTF-16 begins with a mark, or has a NUL before or after each character of ASCII. */
  private static boolean looksLikeUtf16(String bytes) {
    return bytes.startsWith("\u00FF\u00FE")
        || bytes.startsWith("\u00FE\u00FF")
        || bytes.indexOf('\0') >= 0;
  }

  /** A record that has bytes that are not UTF-8. */
  public static Unreadable violation(TextBlock record) {
    String text = record.decodeLeniently(StandardCharsets.ISO_8859_1).strip();
    return new Unreadable(
        record.lineNumber(0),
        Rule.UNREADABLE_FILE,
        firstForeignByte(text),
        "the row has bytes that are not UTF-8",
        "Save the file as UTF-8 (it looks like "
            + (looksLikeUtf16(text) ? "UTF-16" : "Windows-1252 or Latin-1")
            + ").",
        ShownText.counted(text.length(), "byte"));
  }

  private static String firstForeignByte(String bytes) {
    int first = bytes.chars().filter(c -> c >= 0x80 || c == 0).findFirst().orElse(0);
    return String.format(Locale.ROOT, "byte 0x%02X", first);
  }
}
