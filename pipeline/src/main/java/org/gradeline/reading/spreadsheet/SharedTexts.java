package org.gradeline.reading.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts that the cells of an XLSX workbook share, by number. They are read as far as cells ask,
 * and held as bytes, because a large workbook has millions of them. Not thread safe.
 */
final class SharedTexts implements Closeable {
  private static final int RECENT = 1 << 10;

  private final @Nullable XmlPart part;
  private final String[] recent = new String[RECENT];
  private final int[] recentNumbers = new int[RECENT];
  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int count;

  /**
   * @param part the part that has them; null when there is none
   */
  SharedTexts(@Nullable XmlPart part) {
    this.part = part;
    Arrays.fill(recentNumbers, -1);
  }

  /**
   * A text; null when there is none of this number.
   *
   * @throws WorkbookFault when there are more texts than are held
   */
  @Nullable String get(int number) throws IOException {
    if (number < 0 || !readTo(number)) {
      return null;
    }
    int place = number & (RECENT - 1);
    if (recentNumbers[place] != number) {
      int start = number == 0 ? 0 : ends[number - 1];
      recent[place] = new String(bytes, start, ends[number] - start, StandardCharsets.UTF_8);
      recentNumbers[place] = number;
    }
    return recent[place];
  }

  private boolean readTo(int number) throws IOException {
    while (count <= number && part != null && part.next()) {
      if (part.starts("si")) {
        StringBuilder text = new StringBuilder();
        add(RichText.read(part, text) ? CellText.unescaped(text.toString()) : TOO_LONG);
      }
    }
    return count > number;
  }

  /** Stands for a text that is longer than any that is read: no text has these characters. */
  static final String TOO_LONG = "\0too long\0";

  private void add(String text) throws WorkbookFault {
    byte[] added = text.getBytes(StandardCharsets.UTF_8);
    int start = count == 0 ? 0 : ends[count - 1];
    int end = start + added.length;
    if (end > Bounds.MAX_SHARED || count >= Bounds.MAX_SHARED / Integer.BYTES) {
      throw Bounds.exceeded("the texts that its cells share have", Bounds.MAX_SHARED, "bytes");
    }
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length + (bytes.length >> 1)));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count + (count >> 1));
    }
    System.arraycopy(added, 0, bytes, start, added.length);
    ends[count] = end;
    count++;
  }

  @Override
  public void close() throws IOException {
    if (part != null) {
      part.close();
    }
  }
}
