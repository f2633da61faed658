package org.gradeline.site.charts;

import org.gradeline.site.charts.Svg.Anchor;

/**
 * The upright axis from 0% to 100%.
 *
 * @param left where the lines across begin, in pixels
 * @param right where they end
 * @param top where 100% is
 * @param bottom where 0% is
 */
record PercentAxis(double left, double right, double top, double bottom) {
  private static final double LABEL_GAP = 8;

  /** Where a percentage is; what lies outside of 0 to 100 is at the nearer end. */
  double y(double percent) {
    return bottom - Math.min(100, Math.max(0, percent)) / 100 * (bottom - top);
  }

  /** Draws lines across, and their labels to the left. */
  void draw(Svg svg) {
    for (int percent = 0; percent <= 100; percent += 25) {
      double y = y(percent);
      svg.line(percent == 0 ? "axis" : "grid", left, y, right, y);
      double baseline = Lettering.baseline(y, Lettering.SIZE);
      svg.text("tick", Anchor.END, left - LABEL_GAP, baseline, percent + "%");
    }
  }
}
