package org.gradeline.reading.spreadsheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * The unpacked bytes of a part. Fails when there are more than the bounds allow, in all or for one
 * tag, and at the end when they are not those that were packed. Not thread safe.
 */
final class BoundedStream extends FilterInputStream {
  private final ZipEntry part;
  private final CRC32 checksum = new CRC32();
  private long bytes;
  private long tagStart;

  BoundedStream(InputStream in, ZipEntry part) {
    super(in);
    this.part = part;
  }

  /** A tag or text has been read to its end. */
  void endTag() {
    tagStart = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (count < 0) {
      requireSound();
      return count;
    }
    checksum.update(buffer, offset, count);
    bytes += count;
    if (bytes > Bounds.MAX_UNPACKED) {
      throw Bounds.exceeded("a part of the workbook unpacks to", Bounds.MAX_UNPACKED, "bytes");
    }
    if (bytes - tagStart > Bounds.MAX_TAG) {
      throw Bounds.exceeded("a tag of the workbook's XML has", Bounds.MAX_TAG, "bytes");
    }
    return count;
  }

  private void requireSound() throws WorkbookFault {
    if (part.getCrc() >= 0 && part.getCrc() != checksum.getValue()) {
      throw WorkbookFault.damaged("bytes were changed after it was packed (its checksum differs)");
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
