package org.gradeline.reading;

import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads a slice and hands on every record, and every place that gives none, in the order of the
 * file. A fault never stops the reading of another record, except when the file breaks off.
 */
public final class SliceReader {
  private SliceReader() {}

  /**
   * Reads a slice. A file that cannot be opened is one unreadable place.
   *
   * @param slice what to read
   * @param layouts the layouts that the file can have
   * @param entries takes each record and each unreadable place
   * @return the columns or keys that are neither field nor area
   */
  public static Set<String> read(Slice slice, Layouts layouts, Consumer<RawEntry> entries) {
    try {
      RecordFormat format = RecordFormats.of(slice.source().format());
      if (slice.isFirst() && format.isText()) {
        FileKind kind = FileKind.of(slice.source());
        if (kind.isForeign()) {
          entries.accept(kind.instead());
          return Set.of();
        }
      }
      return format.read(slice, layouts, entries);
    } catch (IOException e) {
      entries.accept(Unreadable.rest(slice.firstLine(), e));
      return Set.of();
    }
  }
}
