package org.gradeline.site.charts;

import java.time.LocalDate;

/**
 * A grade for as long as it stood.
 *
 * @param mark the grade
 * @param from the day from which it stood
 * @param until the day on which the next began, or until which it is known to stand; later than
 *     {@code from}
 * @param newTest whether it is the first under a new inspection framework, so that it is not
 *     comparable with the one before
 * @param hover what is said of it under the pointer; empty for nothing
 */
public record GradeBlock(
    GradeMark mark, LocalDate from, LocalDate until, boolean newTest, String hover) {

  /** Refuses a block without days. */
  public GradeBlock {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("No days from " + from + " until " + until);
    }
  }

  Period period() {
    return new Period(from, until);
  }
}
