package org.gradeline.publishing.assembling;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.gradeline.storage.LocalCopy;
import org.gradeline.storage.Location;
import org.gradeline.tables.TablePart;
import org.jspecify.annotations.Nullable;

/**
 * The files that hold the parts of the tables. One that is elsewhere is copied here once, when it
 * is first asked for. Safe for many threads.
 */
public final class PartFiles implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final Map<Location, LocalCopy> copies = new ConcurrentHashMap<>();

  private Path path(Location file) throws IOException {
    try {
      return copies.computeIfAbsent(file, PartFiles::copy).path();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static LocalCopy copy(Location file) {
    try {
      return LocalCopy.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the bytes of parts one after the other.
   *
   * @throws IOException when a part is not as its worker wrote it
   */
  void copy(List<TablePart> parts, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    Location open = null;
    FileChannel channel = null;
    try {
      for (TablePart part : parts) {
        if (channel == null || !part.file().equals(open)) {
          if (channel != null) {
            channel.close();
          }
          open = part.file();
          channel = FileChannel.open(path(part.file()), StandardOpenOption.READ);
        }
        copy(part, channel, buffer, out);
      }
    } finally {
      if (channel != null) {
        channel.close();
      }
    }
  }

  private static void copy(TablePart part, FileChannel from, byte[] buffer, OutputStream out)
      throws IOException {
    CRC32C checksum = new CRC32C();
    for (long done = 0; done < part.bytes(); ) {
      int count = read(part, from, done, buffer);
      checksum.update(buffer, 0, count);
      out.write(buffer, 0, count);
      done += count;
    }
    check(part, checksum);
  }

  private static void check(TablePart part, CRC32C checksum) throws IOException {
    if ((int) checksum.getValue() != part.checksum()) {
      throw new IOException(
          part.file() + " is not as it was written. Check the disk, and run the command again");
    }
  }

  private static int read(TablePart part, FileChannel from, long done, byte[] buffer)
      throws IOException {
    int wanted = (int) Math.min(buffer.length, part.bytes() - done);
    int count = from.read(ByteBuffer.wrap(buffer, 0, wanted), part.from() + done);
    if (count < 0) {
      throw new EOFException(part.file() + " ends before byte " + (part.from() + part.bytes()));
    }
    return count;
  }

  /**
   * The bytes of parts as one stream, which fails when a part is not as its worker wrote it. No
   * file stays open meanwhile: there may be many streams.
   */
  public InputStream open(List<TablePart> parts) {
    return new PartStream(parts);
  }

  /** Reads parts a piece at a time. */
  private final class PartStream extends InputStream {
    private final Iterator<TablePart> parts;
    private final byte[] buffer = new byte[BUFFER];
    private @Nullable TablePart part;
    private final CRC32C checksum = new CRC32C();
    private long done;
    private int position;
    private int filled;

    PartStream(List<TablePart> parts) {
      this.parts = parts.iterator();
    }

    @Override
    public int read() throws IOException {
      return fill() ? buffer[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, filled - position);
      System.arraycopy(buffer, position, bytes, from, count);
      position += count;
      return count;
    }

    private boolean fill() throws IOException {
      while (position == filled) {
        if (part == null || done == part.bytes()) {
          if (!parts.hasNext()) {
            return false;
          }
          part = parts.next();
          done = 0;
          checksum.reset();
        }
        try (FileChannel channel = FileChannel.open(path(part.file()), StandardOpenOption.READ)) {
          filled = PartFiles.read(part, channel, done, buffer);
        }
        position = 0;
        done += filled;
        checksum.update(buffer, 0, filled);
        if (done == part.bytes()) {
          check(part, checksum);
        }
      }
      return true;
    }
  }

  /** Deletes the copies. */
  @Override
  public void close() throws IOException {
    for (LocalCopy copy : copies.values()) {
      copy.close();
    }
  }
}
