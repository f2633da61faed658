package org.gradeline.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Cuts large sources into slices, so that all cores read them at the same time. */
public final class Slices {
  private Slices() {}

  /**
   * The slices of all sources, in their order. A compressed source is always one slice.
   *
   * @param sources the sources
   * @param bytes about how long a slice should be
   * @param layouts the layouts that their files can have
   */
  public static List<Slice> of(List<Source> sources, long bytes, Layouts layouts) {
    List<Slice> slices = new ArrayList<>();
    for (Source source : sources) {
      List<Slice> parts =
          source.gzip() || source.bytes() <= bytes || isForeign(source)
              ? List.of(Slice.whole(source))
              : RecordFormats.of(source.format()).split(source, bytes, layouts);
      for (Slice part : parts) {
        slices.add(part.withPosition(slices.size()));
      }
    }
    return List.copyOf(slices);
  }

  /** A file that is not what its name says is reported by whoever reads its beginning. */
  private static boolean isForeign(Source source) {
    try {
      return FileKind.of(source).isForeign();
    } catch (IOException e) {
      return true;
    }
  }
}
