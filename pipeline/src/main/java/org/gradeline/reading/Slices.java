package org.gradeline.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts large sources into slices, so that many workers read them at the same time: a source into
 * chunks, which are scanned in any order, and what the scans found into slices from the start of a
 * record to the end of one.
 */
public final class Slices {
  /** The state at the start of a file, see {@link ScannedChunk}. */
  private static final int START = 0;

  private Slices() {}

  /**
   * The chunks of a source; none when it is read as a whole, because it is small or its records can
   * only be found from its beginning.
   *
   * @param source the source
   * @param bytes about how long a slice should be
   * @param layouts the layouts that its file can have
   */
  public static List<Chunk> chunks(Source source, long bytes, Layouts layouts) {
    if (source.gzip() || source.bytes() <= bytes || isForeign(source)) {
      return List.of();
    }
    RecordEnd end = RecordFormats.of(source.format()).recordEnd(source, layouts).orElse(null);
    List<Chunk> chunks = new ArrayList<>();
    for (long from = 0; end != null && from < source.bytes(); from += bytes) {
      chunks.add(new Chunk(source, end, from, Math.min(from + bytes, source.bytes())));
    }
    return List.copyOf(chunks);
  }

  /** A file that is not what its name says is reported by whoever reads its beginning. */
  private static boolean isForeign(Source source) {
    try {
      return FileKind.of(source).isForeign();
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * The slices of a source, in their order.
   *
   * <p>The reader of a slice looks for the header from the beginning of the file. A file that
   * begins with a chunk of blank rows is not cut, or each slice would have to pass over them.
   *
   * @param scanned all chunks of the source, at least one, in any order
   */
  public static List<Slice> of(Iterable<ScannedChunk> scanned) {
    List<ScannedChunk> inOrder = new ArrayList<>();
    scanned.forEach(inOrder::add);
    inOrder.sort(Comparator.comparingLong(each -> each.chunk().from()));
    Source source = inOrder.get(0).chunk().source();
    List<Slice> slices = new ArrayList<>();
    long from = 0;
    long firstLine = 1;
    long lineBreaks = 0;
    int state = START;
    for (ScannedChunk each : inOrder) {
      if (each.isUnreadable() || (each.chunk().isFirst() && each.blank())) {
        break;
      }
      ScannedChunk.Path path = each.paths().get(state);
      if (!each.chunk().isFirst() && path.cut() != ScannedChunk.Path.NO_CUT) {
        slices.add(new Slice(source, from, path.cut(), firstLine));
        from = path.cut();
        firstLine = 1 + lineBreaks + path.lineBreaks();
      }
      lineBreaks += each.lineBreaks();
      state = path.endState();
    }
    slices.add(new Slice(source, from, Slice.END, firstLine));
    return List.copyOf(slices);
  }
}
