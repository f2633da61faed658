package org.gradeline.statistics;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Writes counts as bytes. Numbers take as few bytes as they need, seven bits in each, and cells
 * without a count take none. {@link CountsInput} reads them again. Not thread safe.
 *
 * <pre>{@code
 * CountsOutput out = new CountsOutput();
 * out.number(151);
 * out.bytes(); // 0x97 0x01
 * }</pre>
 */
public final class CountsOutput {
  private static final int FIRST_CHUNK = 256;
  private static final int LARGEST_CHUNK = 1 << 16;

  // Many small pieces, because counts that grow with the records are too large to copy about.
  private final List<byte[]> chunks = new ArrayList<>();
  private long sizeOfChunks;
  private byte[] chunk = new byte[FIRST_CHUNK];
  private int size;

  /** Begins the counts of a tally: what is counted, and how many cells it has of each kind. */
  public void head(String kind, int... shape) {
    text(kind);
    for (int cells : shape) {
      number(cells);
    }
  }

  /** Writes a number from 0. */
  public void number(long number) {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      write((byte) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    write((byte) rest);
  }

  /** Writes a date that may be unknown. */
  public void date(@Nullable PartialDate date) {
    number(date == null ? 0 : date.packed());
  }

  /** Writes a text. */
  public void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes and how many they are. */
  public void bytes(byte[] bytes) {
    number(bytes.length);
    append(bytes);
  }

  /** Writes what another has, and how many bytes it is, without copying it. */
  public void bytes(CountsOutput other) {
    number(other.size());
    other.chunks.forEach(this::append);
    append(Arrays.copyOf(other.chunk, other.size));
  }

  /** Writes the cells that are not 0, each with the gap since the one before. */
  public void cells(long[] cells) {
    int counted = 0;
    for (long cell : cells) {
      counted += cell == 0 ? 0 : 1;
    }
    number(counted);
    int next = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      if (cells[cell] != 0) {
        number(cell - next);
        number(cells[cell]);
        next = cell + 1;
      }
    }
  }

  /** Writes the cells that are not 0, as {@link #cells(long[])} does. */
  public void cells(int[] cells) {
    cells(Arrays.stream(cells).asLongStream().toArray());
  }

  private void write(byte b) {
    if (size == chunk.length) {
      seal();
    }
    chunk[size++] = b;
  }

  private void append(byte[] bytes) {
    if (bytes.length <= chunk.length - size) {
      System.arraycopy(bytes, 0, chunk, size, bytes.length);
      size += bytes.length;
    } else {
      if (size > 0) {
        seal();
      }
      chunks.add(bytes);
      sizeOfChunks += bytes.length;
    }
  }

  private void seal() {
    chunks.add(size == chunk.length ? chunk : Arrays.copyOf(chunk, size));
    sizeOfChunks += size;
    chunk = new byte[Math.min(LARGEST_CHUNK, chunk.length * 2)];
    size = 0;
  }

  /** How many bytes were written. */
  public long size() {
    return sizeOfChunks + size;
  }

  /**
   * All bytes.
   *
   * @throws IllegalStateException when they are more than an array can hold
   */
  public byte[] bytes() {
    if (size() > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException("the counts have " + size() + " bytes");
    }
    byte[] all = new byte[(int) size()];
    int position = 0;
    for (byte[] part : chunks) {
      System.arraycopy(part, 0, all, position, part.length);
      position += part.length;
    }
    System.arraycopy(chunk, 0, all, position, size);
    return all;
  }

  /** Copies all bytes to a stream. */
  public void writeTo(OutputStream out) throws IOException {
    for (byte[] part : chunks) {
      out.write(part);
    }
    out.write(chunk, 0, size);
  }
}
