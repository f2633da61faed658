package org.gradeline.reading;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reference.Layout;
import org.jspecify.annotations.Nullable;

/**
 * What shows of a table of records before a run: it is read as a run reads it, as far as its first
 * record, or to its end where it is short.
 *
 * @param source the table
 * @param layout its layout; null when it has none that is known
 * @param refusal why none of it would be read; null when it would be read
 * @param records how many records it has; -1 where they were not counted
 * @param unreadable how many of its places give no record; -1 where they were not counted
 */
public record FirstLook(
    Source source,
    @Nullable Layout layout,
    @Nullable Unreadable refusal,
    long records,
    long unreadable) {
  /** Not counted. */
  public static final long UNKNOWN = -1;

  /** Reading a longer file takes time, and a compressed one may be of any length. */
  private static final long MAX_COUNTED_BYTES = 4 << 20;

  private static final Set<Rule> OF_THE_WHOLE =
      EnumSet.of(Rule.UNREADABLE_FILE, Rule.UNKNOWN_LAYOUT, Rule.UNKNOWN_COLUMN);

  /** Looks at a table. */
  public static FirstLook at(Source source, Layouts layouts) {
    boolean counted = !source.gzip() && source.bytes() <= MAX_COUNTED_BYTES;
    Eye eye = new Eye(counted);
    try {
      SliceReader.read(Slice.whole(source), layouts, eye);
    } catch (SeenException e) {
      // Enough is known.
    }
    Layout layout =
        eye.layout != null
            ? eye.layout
            : RecordFormats.of(source.format()).layoutOf(source, layouts);
    return new FirstLook(
        source,
        layout,
        eye.records == 0 ? eye.refusal : null,
        counted ? eye.records : UNKNOWN,
        counted ? eye.unreadable : UNKNOWN);
  }

  /** Ends the reading. */
  private static final class SeenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SeenException() {
      super(null, null, false, false);
    }
  }

  private static final class Eye implements Consumer<RawEntry> {
    private final boolean counting;
    private @Nullable Layout layout;
    private @Nullable Unreadable refusal;
    private long records;
    private long unreadable;

    Eye(boolean counting) {
      this.counting = counting;
    }

    @Override
    public void accept(RawEntry entry) {
      if (entry instanceof RawRecord read) {
        records++;
        layout = read.layout();
        if (!counting) {
          throw new SeenException();
        }
      } else if (entry instanceof Unreadable place) {
        unreadable++;
        if (refusal == null && OF_THE_WHOLE.contains(place.rule())) {
          refusal = place;
        }
      }
    }
  }
}
