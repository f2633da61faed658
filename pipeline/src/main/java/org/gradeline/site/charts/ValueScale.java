package org.gradeline.site.charts;

import java.util.List;

/**
 * Where figures are on an upright axis that has 0 on it and ends at round numbers.
 *
 * @param least its lower end
 * @param greatest its upper end
 * @param top where the upper end is, in pixels
 * @param bottom where the lower end is, in pixels
 */
record ValueScale(double least, double greatest, double top, double bottom) {
  private static final List<Double> ROUND = List.of(1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0);

  /** A scale on which all of the values are. */
  static ValueScale of(List<Double> values, double top, double bottom) {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double greatest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    if (values.isEmpty()) {
      return new ValueScale(0, 0, top, bottom);
    }
    double upper = greatest <= 0 ? 0 : roundAbove(greatest);
    double lower = least >= 0 ? 0 : -roundAbove(-least);
    return new ValueScale(lower, upper == lower ? 1 : upper, top, bottom);
  }

  private static double roundAbove(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double round : ROUND) {
      if (round * power >= value) {
        return round * power;
      }
    }
    return 10 * power;
  }

  /** Whether there is nothing to show. */
  boolean isEmpty() {
    return least == greatest;
  }

  /** Where a value is. */
  double y(double value) {
    return bottom - (value - least) / (greatest - least) * (bottom - top);
  }

  /** The values at which a line goes across: the ends, and 0. */
  List<Double> ticks() {
    if (isEmpty()) {
      return List.of();
    }
    if (least < 0 && greatest > 0) {
      return List.of(least, 0.0, greatest);
    }
    return List.of(least, greatest);
  }
}
