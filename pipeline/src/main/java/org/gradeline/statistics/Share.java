package org.gradeline.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * A share of a whole with its 95 % interval by Wilson's score method (E. B. Wilson, "Probable
 * inference, the law of succession, and statistical inference", Journal of the American Statistical
 * Association 22, 1927), which stays between 0 and 100 and holds for small bases.
 *
 * @param percent 0 to 100
 * @param lower lower limit, 0 to 100
 * @param upper upper limit, 0 to 100
 */
public record Share(double percent, double lower, double upper) {
  private static final double ALPHA = 0.05;
  private static final double HUNDRED = 100;

  /**
   * The share of a part in a whole.
   *
   * @param part from 0 to {@code whole}
   * @param whole at least 1
   */
  public static Share of(long part, long whole) {
    Interval interval =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
            Math.toIntExact(whole), Math.toIntExact(part), ALPHA);
    double percent = percent(part, whole);
    // Of none or all, rounding would put a limit a hair beyond the share or the end of the scale.
    return new Share(
        percent,
        Math.max(0, Math.min(percent, HUNDRED * interval.getLowerBound())),
        Math.min(HUNDRED, Math.max(percent, HUNDRED * interval.getUpperBound())));
  }

  /** A part in hundredths of a whole of at least 1. */
  public static double percent(long part, long whole) {
    return HUNDRED * part / whole;
  }
}
