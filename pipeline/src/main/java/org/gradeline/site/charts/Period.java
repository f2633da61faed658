package org.gradeline.site.charts;

import java.time.LocalDate;

/**
 * A stretch of time.
 *
 * @param from its first day
 * @param until the day after its last, later than the first
 */
public record Period(LocalDate from, LocalDate until) {
  /** Refuses a period without days. */
  public Period {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("No days from " + from + " until " + until);
    }
  }

  /** Whether they have a day in common. */
  boolean overlaps(Period other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }
}
