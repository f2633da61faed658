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
 */
public record ReportingDate(LocalDate asAt, LocalDate publishedBy) implements Serializable {

  /**
   * Whether an inspection or visit counts. A date known only to its month or year counts as its
   * last day. An unknown date excludes nothing.
   */
  public boolean counts(@Nullable PartialDate start, @Nullable PartialDate published) {
    return (start == null || start.latest() <= PartialDate.pack(asAt))
        && (published == null || published.latest() <= PartialDate.pack(publishedBy));
  }
}
