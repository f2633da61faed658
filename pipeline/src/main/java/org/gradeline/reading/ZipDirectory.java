package org.gradeline.reading;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The list of what is in a zip, which is at its end. Whoever opens a zip holds it as a whole, so it
 * is measured before.
 */
public final class ZipDirectory {
  /** The longest list that is held: some 40,000 parts, where a workbook has a few dozen. */
  public static final int MAX_BYTES = 1 << 22;

  private static final int END_RECORD = 22;
  private static final int MAX_COMMENT = 65_535;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int SIZE_AT = 12;
  private static final int LOCATOR = 20;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LARGE_END_RECORD = 56;
  private static final int LARGE_SIZE_AT = 40;

  private ZipDirectory() {}

  /**
   * Whether the list of a zip is longer than one that is held.
   *
   * @throws IOException when the file cannot be read
   */
  public static boolean isTooLong(Path zip) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
      return size(file) > MAX_BYTES;
    }
  }

  private static long size(RandomAccessFile file) throws IOException {
    int length = (int) Math.min(file.length(), END_RECORD + MAX_COMMENT);
    ByteBuffer end = read(file, file.length() - length, length);
    for (int at = length - END_RECORD; at >= 0; at--) {
      if (end.getInt(at) == END_SIGNATURE) {
        int size = end.getInt(at + SIZE_AT);
        return size != -1 ? Integer.toUnsignedLong(size) : largeSize(file, end, at - LOCATOR);
      }
    }
    // It is not a zip, as whoever opens it will find.
    return 0;
  }

  /** The same where sizes need eight bytes. */
  private static long largeSize(RandomAccessFile file, ByteBuffer end, int locator)
      throws IOException {
    if (locator < 0 || end.getInt(locator) != LOCATOR_SIGNATURE) {
      return Long.MAX_VALUE;
    }
    long start = end.getLong(locator + Long.BYTES);
    if (start < 0 || start > file.length() - LARGE_END_RECORD) {
      return Long.MAX_VALUE;
    }
    long size = read(file, start, LARGE_END_RECORD).getLong(LARGE_SIZE_AT);
    return size < 0 ? Long.MAX_VALUE : size;
  }

  private static ByteBuffer read(RandomAccessFile file, long from, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(from);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
