package org.gradeline.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a published table's rows, each up to the line feed that ends it: one inside quotes
 * ends none. Not thread safe.
 */
final class PublishedLines implements Closeable {
  private static final int BUFFER = 1 << 15;
  private static final int EXPECTED_CELLS = 32;

  private final InputStream stream;
  private byte[] buffer = new byte[BUFFER];
  private int position;
  private int filled;
  private long lineNumber = 1;

  /** How many quotes the line has that was read last. */
  private int quotes;

  /** Whether it has ASCII alone. */
  private boolean ascii;

  /** Where it has commas, from 0, the first {@link #commas} of these. */
  private int[] placesOfCommas = new int[EXPECTED_CELLS];

  private int commas;

  PublishedLines(InputStream stream) {
    this.stream = stream;
  }

  /** Line on which the next row begins, from 1. */
  long nextLineNumber() {
    return lineNumber;
  }

  /**
   * The next row, without its end; null behind the last.
   *
   * @throws CharacterCodingException when it is not UTF-8
   * @throws IOException when the file cannot be read, or ends inside quotes
   */
  @Nullable String next() throws IOException {
    String first = nextLine();
    // An odd number of quotes opens or closes a cell.
    if (first == null || quotes % 2 == 0) {
      return first;
    }
    StringBuilder row = new StringBuilder(first);
    for (boolean open = true; open; ) {
      String more = nextLine();
      if (more == null) {
        throw new IOException("its quotes are not closed");
      }
      row.append('\n').append(more);
      open = quotes % 2 == 0;
    }
    // The last line closes a quote, so that this row is not plain.
    return row.toString();
  }

  /** Whether every comma of the row that was read last ends a cell: it has no quotes. */
  boolean isPlain() {
    return quotes == 0 && ascii;
  }

  /** How many commas the row has that was read last. */
  int commas() {
    return commas;
  }

  /** The place of a comma in the row that was read last, if that is plain. */
  int comma(int number) {
    return placesOfCommas[number];
  }

  private void addComma(int place) {
    if (commas == placesOfCommas.length) {
      placesOfCommas = Arrays.copyOf(placesOfCommas, 2 * commas);
    }
    placesOfCommas[commas++] = place;
  }

  private @Nullable String nextLine() throws IOException {
    quotes = 0;
    commas = 0;
    int bits = 0;
    for (int length = 0; position + length < filled || fill(); length++) {
      byte next = buffer[position + length];
      if (next == '\n') {
        String line = text(length, bits);
        position += length + 1;
        lineNumber++;
        return line;
      }
      if (next == ',') {
        addComma(length);
      } else if (next == '"') {
        quotes++;
      }
      bits |= next;
    }
    int rest = filled - position;
    String last = rest == 0 ? null : text(rest, bits);
    position = filled;
    return last;
  }

  /** Bytes of the buffer as text; without the highest bit, all of them are ASCII. */
  private String text(int length, int bits) throws CharacterCodingException {
    ascii = bits >= 0;
    return ascii
        ? new String(buffer, position, length, StandardCharsets.ISO_8859_1)
        : StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(buffer, position, length))
            .toString();
  }

  /** Reads on, behind what is left of the buffer. */
  private boolean fill() throws IOException {
    int rest = filled - position;
    byte[] next = rest < buffer.length / 2 ? buffer : new byte[2 * buffer.length];
    System.arraycopy(buffer, position, next, 0, rest);
    buffer = next;
    position = 0;
    int read = stream.read(buffer, rest, buffer.length - rest);
    filled = rest + Math.max(0, read);
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
