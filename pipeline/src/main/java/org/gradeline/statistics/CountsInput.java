package org.gradeline.statistics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads counts that a {@link CountsOutput} has written. Bytes that are cut off, damaged or another
 * tally's end in an {@link IOException}, and never take more memory than they are. Not thread safe.
 */
public final class CountsInput {
  private static final int LAST_SHIFT = 56;
  private static final int SHORT_MONTH = 28;

  private final byte[] bytes;
  private int position;

  /**
   * @param bytes the bytes, which must not change any more
   */
  public CountsInput(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether anything is left. */
  public boolean hasMore() {
    return position < bytes.length;
  }

  /**
   * What to throw when counts cannot be what was written.
   *
   * @param reason a half-sentence
   */
  public static IOException damaged(String reason) {
    return new IOException(
        "The counts of a part of the run cannot be used: " + reason + ". Run the command again.");
  }

  /** Reads the beginning of a tally's counts, which must be the one expected. */
  public void head(String kind, int... shape) throws IOException {
    byte[] expected = kind.getBytes(StandardCharsets.UTF_8);
    boolean same = below(Integer.MAX_VALUE) == expected.length && skip(expected);
    for (int i = 0; same && i < shape.length; i++) {
      same = number() == shape[i];
    }
    if (!same) {
      throw damaged("they are not the " + kind + " of this run");
    }
  }

  private boolean skip(byte[] expected) {
    int end = Math.min(bytes.length, position + expected.length);
    boolean same = Arrays.equals(bytes, position, end, expected, 0, expected.length);
    position = end;
    return same;
  }

  /** Reads a number from 0. */
  public long number() throws IOException {
    long number = 0;
    for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
      if (position == bytes.length) {
        throw damaged("they end too early");
      }
      byte b = bytes[position++];
      number |= (b & 0x7FL) << shift;
      if (b >= 0) {
        return number;
      }
    }
    throw damaged("a number is too large");
  }

  /** Reads a number from 0 that must be below another. */
  public int below(int limit) throws IOException {
    long number = number();
    if (number >= limit) {
      throw damaged("a number is out of range");
    }
    return (int) number;
  }

  /** Reads how many things follow, each of which takes a byte at least. */
  public int count() throws IOException {
    int count = below(Integer.MAX_VALUE);
    if (count > bytes.length - position) {
      throw damaged("they end too early");
    }
    return count;
  }

  /** Reads a date that may be unknown. */
  public @Nullable PartialDate date() throws IOException {
    int packed = below(Integer.MAX_VALUE);
    return packed == 0 ? null : date(packed);
  }

  /** Reads a date that is known, if only in part. */
  public PartialDate knownDate() throws IOException {
    return date(below(Integer.MAX_VALUE));
  }

  /** A date from its packed number, which may be none. */
  static PartialDate date(int packed) throws IOException {
    int year = packed / 10_000;
    int month = packed / 100 % 100;
    int day = packed % 100;
    boolean real =
        year >= PartialDate.MIN_YEAR
            && year <= PartialDate.MAX_YEAR
            && month <= 12
            && (month > 0 || day == 0)
            && (day <= SHORT_MONTH || YearMonth.of(year, month).lengthOfMonth() >= day);
    if (!real) {
      throw damaged(packed + " is no date");
    }
    return new PartialDate(packed);
  }

  /** Reads a text. */
  public String text() throws IOException {
    int length = count();
    String text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }

  /** Reads bytes that were written with how many they are. */
  public byte[] bytes() throws IOException {
    int length = count();
    byte[] read = Arrays.copyOfRange(bytes, position, position + length);
    position += length;
    return read;
  }

  /** Adds counts to the cells that they are of. */
  public void addTo(long[] cells) throws IOException {
    int next = 0;
    for (int counted = count(); counted > 0; counted--) {
      int cell = next + below(cells.length - next);
      cells[cell] += number();
      next = cell + 1;
    }
  }
}
