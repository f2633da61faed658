package org.gradeline.site.charts;

import java.util.List;
import org.gradeline.site.charts.Outline.Corner;

/** An upright rectangle, in tenths of pixels. */
record Bounds(int left, int top, int right, int bottom) {
  /** The smallest around corners; without any, an empty one. */
  static Bounds around(List<Corner> corners) {
    if (corners.isEmpty()) {
      return new Bounds(0, 0, 0, 0);
    }
    return new Bounds(
        corners.stream().mapToInt(Corner::x).min().getAsInt(),
        corners.stream().mapToInt(Corner::y).min().getAsInt(),
        corners.stream().mapToInt(Corner::x).max().getAsInt(),
        corners.stream().mapToInt(Corner::y).max().getAsInt());
  }

  /** Its upper left and lower right corners. */
  List<Corner> corners() {
    return List.of(new Corner(left, top), new Corner(right, bottom));
  }
}
