package org.gradeline.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.input.BOMInputStream;
import org.gradeline.reading.Source.Format;

/**
 * Cuts large files into slices at ends of records, so that all cores read them. Whether a line
 * break ends a record depends on every quote before it, so the whole file is scanned once.
 */
public final class Slices {
  private static final int BUFFER = 1 << 20;

  private Slices() {}

  /**
   * The slices of all sources, in their order.
   *
   * @param sources the sources
   * @param bytes about how long a slice shall be
   */
  public static List<Slice> of(List<Source> sources, long bytes) {
    List<Slice> slices = new ArrayList<>();
    for (Source source : sources) {
      if (source.gzip() || source.format() == Format.JSON || source.bytes() <= bytes) {
        slices.add(new Slice(slices.size(), source, 0, Long.MAX_VALUE, 1));
      } else {
        cut(source, bytes, slices);
      }
    }
    return List.copyOf(slices);
  }

  private static void cut(Source source, long bytes, List<Slice> slices) {
    boolean quotes = source.format() == Format.CSV;
    byte[] buffer = new byte[BUFFER];
    long from = 0;
    long firstLine = 1;
    long lineNumber = 1;
    int state = 0;
    byte previous = 0;
    try (BOMInputStream in = BOMInputStream.builder().setPath(Path.of(source.path())).get()) {
      long offset = in.hasBOM() ? in.getBOM().length() : 0;
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        for (int i = 0; i < count; i++) {
          byte b = buffer[i];
          state = RecordSplitter.next(state, b, quotes);
          if (b == '\r' || (b == '\n' && previous != '\r')) {
            lineNumber++;
          }
          if (b == '\n' && offset + i - from >= bytes && !RecordSplitter.inQuotes(state)) {
            slices.add(new Slice(slices.size(), source, from, offset + i + 1, firstLine));
            from = offset + i + 1;
            firstLine = lineNumber;
          }
          previous = b;
        }
        offset += count;
      }
    } catch (IOException e) {
      // Whoever reads the last slice meets the same failure, and reports it with its line.
    }
    slices.add(new Slice(slices.size(), source, from, Long.MAX_VALUE, firstLine));
  }
}
