package org.gradeline.reference;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What counts at a point in time: inspections started by one day whose reports were out by another.
 *
 * @param asAt inspections must have started by this day
 * @param publishedBy reports must have been published by this day
 */
public record ReportingDate(LocalDate asAt, LocalDate publishedBy) implements Serializable {

  /**
   * Whether an inspection or visit counts. A date known only to the month or year stands for its
   * last day; an unknown date is no reason not to count.
   */
  public boolean counts(@Nullable PartialDate start, @Nullable PartialDate published) {
    return (start == null || start.latest() <= PartialDate.pack(asAt))
        && (published == null || published.latest() <= PartialDate.pack(publishedBy));
  }
}
