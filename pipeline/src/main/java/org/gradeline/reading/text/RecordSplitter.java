package org.gradeline.reading.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import org.gradeline.reading.RecordEnd;
import org.gradeline.reading.Slice;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.Unreadable.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a slice of a text file into blocks of whole records, each with its line, in bounded memory.
 * Empty lines are not records and are passed over. A record that is longer than the limit is
 * skipped without being held, and reported; so is a file that breaks off. Not thread safe.
 *
 * <pre>{@code
 * try (RecordSplitter splitter = RecordSplitter.open(slice, end, rule, entries)) {
 *   for (TextBlock block = splitter.next(); block != null; block = splitter.next()) {
 *     ...
 *   }
 * }
 * }</pre>
 */
public final class RecordSplitter implements Closeable {
  /** Longest record that is read. */
  public static final int MAX_RECORD_BYTES = 1 << 20;

  private static final int BLOCK = 1 << 18;

  private final InputStream in;
  private final boolean quotes;
  private final byte separator;
  private final Rule tooLong;
  private final Consumer<? super Unreadable> faults;
  private byte[] buffer = new byte[BLOCK];
  private int filled;
  private boolean ended;
  private @Nullable IOException failure;

  /** Whether all data was read before the failure, if there was one. */
  private boolean complete = true;

  /** Line of what comes next, from 1. */
  private long lineNumber;

  private RecordSplitter(
      InputStream in,
      RecordEnd end,
      long firstLine,
      Rule tooLong,
      Consumer<? super Unreadable> faults) {
    this.in = in;
    this.quotes = end.quotes();
    this.separator = (byte) end.separator();
    this.lineNumber = firstLine;
    this.tooLong = tooLong;
    this.faults = faults;
  }

  /**
   * Opens a slice.
   *
   * @param slice the slice
   * @param end where its records end
   * @param tooLong the rule that a record breaks which is too long
   * @param faults takes each record that is too long, in its place between the blocks, and the rest
   *     of a file that breaks off
   * @throws IOException when the file cannot be opened
   */
  public static RecordSplitter open(
      Slice slice, RecordEnd end, Rule tooLong, Consumer<? super Unreadable> faults)
      throws IOException {
    return new RecordSplitter(Utf8.open(slice), end, slice.firstLine(), tooLong, faults);
  }

  /** The next records; null when there are none left. */
  public @Nullable TextBlock next() {
    fill();
    while (filled > 0) {
      int before = filled;
      TextBlock block = scan();
      if (block != null) {
        return block;
      }
      if (filled < before) {
        fill();
        continue;
      }
      if (ended && complete) {
        return lastRecord();
      }
      if (ended) {
        filled = 0;
      } else if (buffer.length < MAX_RECORD_BYTES) {
        buffer = Arrays.copyOf(buffer, Math.min(MAX_RECORD_BYTES, buffer.length * 2));
      } else {
        skipOversizedRecord();
      }
      fill();
    }
    if (failure != null) {
      faults.accept(Unreadable.rest(lineNumber, failure));
      failure = null;
    }
    return null;
  }

  private void fill() {
    try {
      while (!ended && filled < buffer.length) {
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
          ended = true;
        } else {
          filled += count;
        }
      }
    } catch (IOException e) {
      ended = true;
      failure = e;
      // Behind the data there may be bytes that are none; the data itself is whole.
      complete = Unreadable.isComplete(e);
    }
  }

  /** All whole records of the buffer; null when it has not even one. Takes off empty lines. */
  private @Nullable TextBlock scan() {
    int[] starts = new int[64];
    long[] lines = new long[64];
    int count = 0;
    int state = QuoteState.CELL_START;
    boolean empty = true;
    long at = lineNumber;
    lines[0] = at;
    for (int i = 0; i < filled; i++) {
      byte b = buffer[i];
      state = QuoteState.next(state, b, quotes, separator);
      if (b != '\n' && b != '\r') {
        empty = false;
        continue;
      }
      boolean firstOfTwo = b == '\r' && i + 1 < filled && buffer[i + 1] == '\n';
      boolean mayBeFirstOfTwo = b == '\r' && i + 1 == filled && !ended;
      if (firstOfTwo || mayBeFirstOfTwo) {
        continue;
      }
      at++;
      if (state != QuoteState.QUOTED) {
        state = QuoteState.CELL_START;
        // An empty line moves the start of the next record; to read it as one would cost more.
        count += empty ? 0 : 1;
        empty = true;
        if (count == lines.length) {
          starts = Arrays.copyOf(starts, count * 2);
          lines = Arrays.copyOf(lines, count * 2);
        }
        starts[count] = i + 1;
        lines[count] = at;
      }
    }
    if (count > 0) {
      return take(count, starts, lines);
    }
    discard(starts[0]);
    lineNumber = lines[0];
    return null;
  }

  private TextBlock take(int count, int[] starts, long[] lines) {
    byte[] bytes = Arrays.copyOf(buffer, starts[count]);
    discard(bytes.length);
    lineNumber = lines[count];
    return new TextBlock(bytes, count, starts, lines);
  }

  private TextBlock lastRecord() {
    byte[] bytes = Arrays.copyOf(buffer, filled);
    filled = 0;
    return new TextBlock(bytes, 1, new int[] {0, bytes.length}, new long[] {lineNumber});
  }

  /** Takes the first bytes off the buffer. */
  private void discard(int count) {
    System.arraycopy(buffer, count, buffer, 0, filled - count);
    filled -= count;
  }

  private void skipOversizedRecord() {
    long first = lineNumber;
    long bytes = 0;
    int state = QuoteState.CELL_START;
    byte previous = 0;
    while (filled > 0) {
      for (int i = 0; i < filled; i++) {
        byte b = buffer[i];
        if (previous == '\r' && b != '\n' && state != QuoteState.QUOTED) {
          discard(i);
          reportOversized(first, lineNumber - 1, bytes + i);
          return;
        }
        state = QuoteState.next(state, b, quotes, separator);
        if (b == '\r' || (b == '\n' && previous != '\r')) {
          lineNumber++;
        }
        if (b == '\n' && state != QuoteState.QUOTED) {
          discard(i + 1);
          reportOversized(first, lineNumber - 1, bytes + i + 1);
          return;
        }
        previous = b;
      }
      bytes += filled;
      filled = 0;
      fill();
    }
    boolean broken = previous == '\n' || previous == '\r';
    reportOversized(first, broken ? lineNumber - 1 : lineNumber, bytes);
  }

  private void reportOversized(long first, long last, long bytes) {
    faults.accept(
        new Unreadable(
            first,
            tooLong,
            bytes + " bytes",
            "the row is longer than 1 MiB ("
                + (first == last ? "line " + first : "lines " + first + " to " + last)
                + ")",
            "Look for a quote that is not closed, or shorten the row.",
            bytes + " bytes"));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
