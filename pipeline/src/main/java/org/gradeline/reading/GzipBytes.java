package org.gradeline.reading;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * What is in a gzip file, of all its members (RFC 1952). Java's own stream ends without a word
 * where a further member is damaged, and others lose what came out before the damage; this one
 * gives all that comes out, and accounts for every byte. Not thread safe.
 */
final class GzipBytes extends InputStream {
  private static final int BUFFER = 1 << 16;
  private static final int FIRST_BYTE = 0x1F;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream file;
  private final long size;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;

  /** How many bytes of the file are in the buffer or were. */
  private long taken;

  private @Nullable IOException leftOver;
  private boolean ended;

  /** That a file goes on behind its compressed data: nothing of the data is lost. */
  static final class LeftOverException extends IOException {
    private static final long serialVersionUID = 1L;

    LeftOverException(long bytes, boolean zeros) {
      super(
          "the compressed data ends before the file does: its last "
              + ShownText.counted(bytes, "byte")
              + (zeros ? ", all of them 0," : "")
              + (bytes == 1 ? " was" : " were")
              + " not used, and everything before was");
    }
  }

  /**
   * @param file the compressed file; closed with this stream
   * @param size how many bytes it has
   * @throws IOException when it does not begin as a gzip file does
   */
  GzipBytes(InputStream file, long size) throws IOException {
    this.file = file;
    this.size = size;
    if (!readHeader()) {
      throw new IOException("it is not compressed with gzip, although its name says so");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    while (!ended) {
      int count = inflate(bytes, from, length);
      if (count > 0) {
        checksum.update(bytes, from, count);
        return count;
      }
      if (inflater.finished()) {
        position = limit - inflater.getRemaining();
        readTrailer();
        goOn();
      } else if (inflater.needsInput()) {
        refill();
        inflater.setInput(buffer, 0, limit);
        position = limit;
      } else {
        throw damaged();
      }
    }
    if (leftOver != null) {
      IOException told = leftOver;
      leftOver = null;
      throw told;
    }
    return -1;
  }

  private int inflate(byte[] bytes, int from, int length) throws IOException {
    try {
      return inflater.inflate(bytes, from, length);
    } catch (DataFormatException e) {
      throw damaged();
    }
  }

  private static IOException damaged() {
    return new IOException("the compressed data is damaged");
  }

  /** Goes on to the next member, if there is one. */
  private void goOn() throws IOException {
    long offset = taken - (limit - position);
    if (offset == size) {
      ended = true;
      return;
    }
    boolean padded = next() == 0;
    position--;
    boolean member = false;
    try {
      member = !padded && readHeader();
    } catch (EOFException e) {
      // It ends inside the header: no member.
    }
    if (!member) {
      leftOver = new LeftOverException(size - offset, padded && restIsZero());
      ended = true;
    }
  }

  private boolean restIsZero() throws IOException {
    for (long rest = size - taken + limit - position; rest > 0; rest--) {
      if (next() != 0) {
        return false;
      }
    }
    return true;
  }

  /** Reads the header of a member; false when it is not one. */
  private boolean readHeader() throws IOException {
    if (next() != FIRST_BYTE || next() != 0x8B || next() != 8) {
      return false;
    }
    int flags = next();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(2);
    }
    inflater.reset();
    checksum.reset();
    inflater.setInput(buffer, position, limit - position);
    return true;
  }

  private void readTrailer() throws IOException {
    long expected = four();
    if (expected != checksum.getValue() || four() != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
      throw damaged();
    }
  }

  private long four() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    int b = next();
    while (b != 0) {
      b = next();
    }
  }

  private int next() throws IOException {
    if (position == limit) {
      refill();
    }
    return buffer[position++] & 0xFF;
  }

  private void refill() throws IOException {
    int count = file.read(buffer, 0, BUFFER);
    if (count <= 0) {
      throw new EOFException();
    }
    taken += count;
    position = 0;
    limit = count;
  }

  /** Nothing: so buffers hand on what they have before they ask for more, which may fail. */
  @Override
  public int available() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    file.close();
  }
}
