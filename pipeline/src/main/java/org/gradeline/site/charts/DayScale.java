package org.gradeline.site.charts;

import java.time.LocalDate;

/**
 * Where days are on an axis.
 *
 * @param axis the days that are drawn
 * @param left where the first is, in pixels
 * @param right where the last ends, in pixels
 */
record DayScale(Period axis, double left, double right) {
  /** Where a day begins; a day off the axis is at its nearer end. */
  double x(LocalDate day) {
    long first = axis.from().toEpochDay();
    double share = (double) (day.toEpochDay() - first) / (axis.until().toEpochDay() - first);
    return left + Math.min(1, Math.max(0, share)) * (right - left);
  }

  /** Where a period ends: short of the next by a gap, unless it reaches the end of the axis. */
  double end(Period period, double gap) {
    return period.until().isBefore(axis.until()) ? x(period.until()) - gap : right;
  }

  /** How wide a year is, in pixels. */
  double yearWidth() {
    long days = axis.until().toEpochDay() - axis.from().toEpochDay();
    return (right - left) * 365.25 / days;
  }
}
