package org.gradeline.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * A part of a source that one worker reads: from the start of a record to the end of one.
 *
 * @param position its place among all slices of the run, from 0
 * @param source the source
 * @param from first byte
 * @param to the byte after the last; {@link #END} for the end of the source
 * @param firstLine line of the first byte, from 1
 */
public record Slice(int position, Source source, long from, long to, long firstLine)
    implements Serializable {

  /** The end of a source, wherever that is: the size of a compressed one is not known. */
  public static final long END = Long.MAX_VALUE;

  private static final int BUFFER = 1 << 16;

  /** A source as one slice. */
  public static Slice whole(Source source) {
    return until(source, END);
  }

  /** A source from its first byte to this one, which is left out. */
  public static Slice until(Source source, long to) {
    return new Slice(0, source, 0, to, 1);
  }

  /** Whether it begins its source. */
  public boolean isFirst() {
    return from == 0;
  }

  /** Whether it ends its source. */
  public boolean isLast() {
    return to == END;
  }

  /** The same with another place among all slices. */
  Slice withPosition(int place) {
    return new Slice(place, source, from, to, firstLine);
  }

  /**
   * Its bytes, without compression. Whoever opens them closes them.
   *
   * @throws IOException when there is no such file, or it is not a regular file
   */
  public InputStream open() throws IOException {
    Path path = Path.of(source.path());
    requireRegularFile(path);
    if (source.gzip()) {
      InputStream unzipped = new BufferedInputStream(unzip(path), BUFFER);
      return isLast() ? unzipped : bounded(unzipped, to);
    }
    if (isFirst() && isLast()) {
      return new BufferedInputStream(Files.newInputStream(path), BUFFER);
    }
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    channel.position(from);
    return bounded(Channels.newInputStream(channel), Math.min(to, channel.size()) - from);
  }

  private static InputStream bounded(InputStream in, long bytes) throws IOException {
    return BoundedInputStream.builder().setInputStream(in).setMaxCount(bytes).get();
  }

  /** What is not a file may never end: a pipe waits for somebody to write to it. */
  private static void requireRegularFile(Path path) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new FileSystemException(path.toString(), null, "it is not a regular file");
    }
  }

  private static InputStream unzip(Path path) throws IOException {
    InputStream file = Files.newInputStream(path);
    try {
      return new GzipBytes(file, Files.size(path));
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }
}
