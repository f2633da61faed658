package org.gradeline.reading.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.input.BOMInputStream;
import org.gradeline.reading.Slice;
import org.gradeline.reading.Source;

/**
 * Cuts a text file into slices at ends of records. Whether a line break ends a record depends on
 * every quote before it, so the whole file is scanned once.
 *
 * <p>The reader of a slice looks for the header from the beginning of the file. A file that begins
 * with more blank rows than a slice holds is not cut, or each slice would have to pass over them.
 */
public final class TextSlices {
  private static final int BUFFER = 1 << 20;

  private final Source source;
  private final boolean quotes;
  private final byte separator;
  private final List<Slice> slices = new ArrayList<>();
  private long from;
  private long firstLine = 1;

  private TextSlices(Source source, RecordEnd end) {
    this.source = source;
    this.quotes = end.quotes();
    this.separator = (byte) end.separator();
  }

  /**
   * The slices of a source, in their order.
   *
   * @param source a source that is not compressed
   * @param bytes about how long a slice should be
   * @param end where its records end
   */
  public static List<Slice> of(Source source, long bytes, RecordEnd end) {
    TextSlices cut = new TextSlices(source, end);
    try {
      cut.scan(bytes);
    } catch (IOException e) {
      // Whoever reads the last slice meets the same failure, and reports it with its line.
    }
    cut.endAt(Slice.END, 0);
    return List.copyOf(cut.slices);
  }

  private void scan(long bytes) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long lineNumber = 1;
    int state = QuoteState.CELL_START;
    byte previous = 0;
    boolean blank = true;
    try (BOMInputStream in =
        BOMInputStream.builder().setInputStream(Slice.whole(source).open()).get()) {
      long offset = in.hasBOM() ? in.getBOM().length() : 0;
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        for (int i = 0; i < count; i++) {
          byte b = buffer[i];
          state = QuoteState.next(state, b, quotes, separator);
          blank = blank && isBlank(b);
          if (b == '\r' || (b == '\n' && previous != '\r')) {
            lineNumber++;
          }
          if (b == '\n' && offset + i - from >= bytes && state != QuoteState.QUOTED) {
            if (blank) {
              return;
            }
            endAt(offset + i + 1, lineNumber);
          }
          previous = b;
        }
        offset += count;
      }
    }
  }

  /** Whether a row can have a byte and still be blank. */
  private boolean isBlank(byte b) {
    return (b >= 0 && b <= ' ') || b == separator || b == '"';
  }

  /** Ends a slice; the next one begins there, with this line. */
  private void endAt(long to, long nextLine) {
    slices.add(new Slice(slices.size(), source, from, to, firstLine));
    from = to;
    firstLine = nextLine;
  }
}
