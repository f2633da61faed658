package org.gradeline.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.commons.io.input.BoundedInputStream;
import org.gradeline.storage.Location;

/**
 * A part of a source that one worker reads: from the start of a record to the end of one.
 *
 * @param source the source
 * @param from first byte
 * @param to the byte after the last; {@link #END} for the end of the source
 * @param firstLine line of the first byte, from 1
 */
public record Slice(Source source, long from, long to, long firstLine) implements Serializable {

  /** The end of a source, wherever that is: the size of a compressed one is not known. */
  public static final long END = Long.MAX_VALUE;

  private static final int BUFFER = 1 << 16;

  /** A source as one slice. */
  public static Slice whole(Source source) {
    return until(source, END);
  }

  /** A source from its first byte to this one, which is left out. */
  public static Slice until(Source source, long to) {
    return new Slice(source, 0, to, 1);
  }

  /** Whether it begins its source. */
  public boolean isFirst() {
    return from == 0;
  }

  /** Whether it ends its source. */
  public boolean isLast() {
    return to == END;
  }

  /** How many bytes it has at most, of the size that its source had when it was listed. */
  public long bytes() {
    return Math.min(to, source.bytes()) - from;
  }

  /**
   * Its bytes, without compression. Whoever opens them closes them.
   *
   * @throws IOException when there is no such file, or it is not a regular file
   */
  public InputStream open() throws IOException {
    Location file = Location.of(source.path());
    InputStream bytes =
        new BufferedInputStream(source.gzip() ? unzip(file) : file.openAt(from), BUFFER);
    return isLast()
        ? bytes
        : BoundedInputStream.builder().setInputStream(bytes).setMaxCount(to - from).get();
  }

  private static InputStream unzip(Location location) throws IOException {
    InputStream file = location.open();
    try {
      return new GzipBytes(file, location.stamp().map(Location.Stamp::bytes).orElse(0L));
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }
}
