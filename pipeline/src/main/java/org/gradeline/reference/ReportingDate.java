package org.gradeline.reference;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What counts at a point in time: inspections that started by one day and whose reports were
 * published by another. Immutable.
 *
 * @param asAt inspections must have started by this day
 * @param publishedBy reports must have been published by this day
 * @param countedTo the day to which a run knows reports: the same, or earlier while it is not
 *     reached
 */
public record ReportingDate(LocalDate asAt, LocalDate publishedBy, LocalDate countedTo)
    implements Serializable {

  /** A reporting date that is reached. */
  public ReportingDate(LocalDate asAt, LocalDate publishedBy) {
    this(asAt, publishedBy, publishedBy);
  }

  /** The same as a run knows it that knows nothing of what was published after a day. */
  public ReportingDate countedTo(LocalDate day) {
    return new ReportingDate(asAt, publishedBy, day.isBefore(publishedBy) ? day : publishedBy);
  }

  /** Whether reports that would count may still come out. */
  public boolean provisional() {
    return countedTo.isBefore(publishedBy);
  }

  /**
   * Whether an inspection or visit counts. A date known only to its month or year counts as its
   * last day. An unknown date excludes nothing.
   */
  public boolean counts(@Nullable PartialDate start, @Nullable PartialDate published) {
    return (start == null || start.latest() <= PartialDate.pack(asAt))
        && (published == null || published.latest() <= PartialDate.pack(countedTo));
  }
}
