package org.gradeline.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into blocks of whole records, each with its line, in bounded memory. A
 * record ends at a line break outside quotes; one that is longer than the limit is passed over
 * without being held.
 *
 * <p>The quotes follow RFC 4180 as the CSV parser reads it: a quote opens a field only as its first
 * character, and a doubled one inside stands for itself. UTF-8 keeps all bytes that matter here
 * apart from every other character.
 */
public final class RecordSplitter implements Closeable {
  public static final int MAX_RECORD_BYTES = 1 << 20;
  private static final int BLOCK = 1 << 18;

  /** Where the scan is in a row; {@link #next} is the transition. */
  private static final int FIELD_START = 0;

  private static final int PLAIN = 1;
  private static final int QUOTED = 2;
  private static final int CLOSED = 3;

  /** Whole records, each with its line. */
  public static final class Block {
    private final byte[] bytes;
    private final int count;
    private final int[] starts;
    private final long[] lines;

    /**
     * @param bytes their bytes, one record behind the other
     * @param count how many there are
     * @param starts where each begins, and where the last one ends
     * @param lines first line of each, from 1
     */
    private Block(byte[] bytes, int count, int[] starts, long[] lines) {
      this.bytes = bytes;
      this.count = count;
      this.starts = starts;
      this.lines = lines;
    }

    public int count() {
      return count;
    }

    /** First line of a record, from 1. */
    public long lineNumber(int record) {
      return lines[record];
    }

    /** Whether a byte is 0, which no text has. */
    public boolean hasNul() {
      for (byte b : bytes) {
        if (b == 0) {
          return true;
        }
      }
      return false;
    }

    /** All records as text, strictly. */
    public String decode() throws CharacterCodingException {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /** All records as text, every byte a character. */
    public String decodeAnyhow(Charset charset) {
      return new String(bytes, charset);
    }

    /** One record as a block of its own. */
    public Block only(int record) {
      byte[] own = Arrays.copyOfRange(bytes, starts[record], starts[record + 1]);
      return new Block(own, 1, new int[] {0, own.length}, new long[] {lines[record]});
    }
  }

  /**
   * A record that was passed over.
   *
   * @param lineNumber its first line
   * @param lastLine its last line
   * @param bytes how long it was
   * @param head its beginning
   */
  public record TooLong(long lineNumber, long lastLine, long bytes, String head) {}

  private final InputStream in;
  private final boolean quotes;
  private byte[] buffer = new byte[BLOCK];
  private int filled;
  private boolean ended;
  private @Nullable IOException failure;
  private long lineNumber;
  private @Nullable TooLong tooLong;

  /**
   * @param in the bytes; closed with this
   * @param quotes whether line breaks may stand inside quotes, as in CSV
   * @param firstLine line of the first byte, from 1
   */
  public RecordSplitter(InputStream in, boolean quotes, long firstLine) {
    this.in = in;
    this.quotes = quotes;
    this.lineNumber = firstLine;
  }

  /** Line of what comes next, from 1. */
  long lineNumber() {
    return lineNumber;
  }

  /** The record that was passed over before the block just given, if any; asking takes it away. */
  public @Nullable TooLong takeTooLong() {
    TooLong taken = tooLong;
    tooLong = null;
    return taken;
  }

  /** Why the stream broke off, once no block is left; null when it came to its end. */
  @Nullable IOException failure() {
    return failure;
  }

  /**
   * The next records, or null when there are none left. An empty block comes with a {@link
   * #takeTooLong}.
   */
  public @Nullable Block next() {
    fill();
    if (filled == 0) {
      return null;
    }
    Block block = scan();
    if (block != null) {
      return block;
    }
    if (!ended) {
      if (buffer.length < MAX_RECORD_BYTES) {
        buffer = Arrays.copyOf(buffer, Math.min(MAX_RECORD_BYTES, buffer.length * 2));
        return next();
      }
      return skipOversizedRecord();
    }
    if (failure != null) {
      filled = 0;
      return null;
    }
    return lastRecord();
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
    }
  }

  /** All whole records of the buffer; null when it has not even one. */
  private @Nullable Block scan() {
    int[] starts = new int[64];
    long[] lines = new long[64];
    int count = 0;
    int state = FIELD_START;
    long at = lineNumber;
    lines[0] = at;
    for (int i = 0; i < filled; i++) {
      byte b = buffer[i];
      state = next(state, b, quotes);
      if (b != '\n' && b != '\r') {
        continue;
      }
      boolean firstOfTwo = b == '\r' && i + 1 < filled && buffer[i + 1] == '\n';
      boolean mayBeFirstOfTwo = b == '\r' && i + 1 == filled && !ended;
      if (firstOfTwo || mayBeFirstOfTwo) {
        continue;
      }
      at++;
      if (state != QUOTED) {
        state = FIELD_START;
        count++;
        if (count == lines.length) {
          starts = Arrays.copyOf(starts, count * 2);
          lines = Arrays.copyOf(lines, count * 2);
        }
        starts[count] = i + 1;
        lines[count] = at;
      }
    }
    return count == 0 ? null : take(count, starts, lines);
  }

  private Block take(int count, int[] starts, long[] lines) {
    int end = starts[count];
    byte[] bytes = Arrays.copyOf(buffer, end);
    System.arraycopy(buffer, end, buffer, 0, filled - end);
    filled -= end;
    lineNumber = lines[count];
    return new Block(bytes, count, starts, lines);
  }

  private Block lastRecord() {
    byte[] bytes = Arrays.copyOf(buffer, filled);
    Block block = new Block(bytes, 1, new int[] {0, filled}, new long[] {lineNumber});
    filled = 0;
    return block;
  }

  private Block skipOversizedRecord() {
    String head = new String(buffer, 0, 200, StandardCharsets.UTF_8);
    long first = lineNumber;
    long bytes = 0;
    int state = FIELD_START;
    byte previous = 0;
    while (true) {
      for (int i = 0; i < filled; i++) {
        byte b = buffer[i];
        boolean secondOfTwo = b == '\n' && previous == '\r';
        boolean endsBefore = previous == '\r' && b != '\n' && state != QUOTED;
        if (endsBefore) {
          return skipped(i, head, first, lineNumber - 1, bytes + i);
        }
        state = next(state, b, quotes);
        if (b == '\r' || (b == '\n' && !secondOfTwo)) {
          lineNumber++;
        }
        if (b == '\n' && state != QUOTED) {
          return skipped(i + 1, head, first, lineNumber - 1, bytes + i + 1);
        }
        previous = b;
      }
      bytes += filled;
      filled = 0;
      fill();
      if (filled == 0) {
        boolean broken = previous == '\n' || previous == '\r';
        return skipped(0, head, first, broken ? lineNumber - 1 : lineNumber, bytes);
      }
    }
  }

  private Block skipped(int rest, String head, long first, long last, long bytes) {
    System.arraycopy(buffer, rest, buffer, 0, filled - rest);
    filled -= rest;
    tooLong = new TooLong(first, last, bytes, head);
    return new Block(new byte[0], 0, new int[] {0}, new long[] {lineNumber});
  }

  /** Whether a line break in this state stands inside quotes. */
  static boolean inQuotes(int state) {
    return state == QUOTED;
  }

  /** The state after a byte. */
  static int next(int state, byte b, boolean quotes) {
    if (!quotes) {
      return FIELD_START;
    }
    return switch (b) {
      case '"' ->
          switch (state) {
            case FIELD_START, CLOSED -> QUOTED;
            case QUOTED -> CLOSED;
            default -> state;
          };
      case ',', '\n', '\r' -> state == QUOTED ? QUOTED : FIELD_START;
      // What follows a closed quote is a fault of this row; a further quote opens nothing.
      default -> state == QUOTED ? QUOTED : PLAIN;
    };
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
