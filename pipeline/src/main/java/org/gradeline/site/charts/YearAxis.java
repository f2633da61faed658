package org.gradeline.site.charts;

import java.time.LocalDate;
import org.gradeline.site.charts.Svg.Anchor;

/**
 * The years under a timeline.
 *
 * @param scale where days are
 */
record YearAxis(DayScale scale) {
  private static final double LABEL_SPACE = 40;

  /** Draws a line for each year that has a label, and the label below it. */
  void draw(Svg svg, double top, double bottom) {
    svg.line("axis", scale.left(), bottom, scale.right(), bottom);
    int step = step();
    int first = scale.axis().from().minusDays(1).getYear() + 1;
    for (int year = first; !start(year).isAfter(scale.axis().until()); year++) {
      double x = scale.x(start(year));
      boolean labelled = year % step == 0;
      svg.line(labelled ? "grid" : "axis", x, labelled ? top : bottom, x, bottom + 4);
      if (labelled) {
        svg.text("tick", Anchor.MIDDLE, x, bottom + 18, Integer.toString(year));
      }
    }
  }

  private static LocalDate start(int year) {
    return LocalDate.of(year, 1, 1);
  }

  private int step() {
    for (int step : new int[] {1, 2, 5, 10}) {
      if (step * scale.yearWidth() >= LABEL_SPACE) {
        return step;
      }
    }
    return 20;
  }
}
