package org.gradeline.site.charts;

import java.util.List;

/** A council's grades over time, small enough for the cell of a table. */
public final class Lane {
  /** Natural width, in pixels. */
  public static final double WIDTH = 160;

  /** Natural height, in pixels. */
  public static final double HEIGHT = 18;

  private static final double OVERHANG = 2;

  private Lane() {}

  /**
   * Draws grades as inline SVG, 160 by 18 pixels, with neither axis nor legend.
   *
   * @param axis the days that are drawn: the same for all cells of a column
   * @param blocks the grades, in order of time and not overlapping; days off the axis are cut off
   */
  public static String svg(Caption caption, Period axis, List<GradeBlock> blocks) {
    Svg svg = Svg.image(caption, "lane", WIDTH, HEIGHT);
    double height = HEIGHT - 2 * OVERHANG;
    new BlockRow(new DayScale(axis, 0, WIDTH), OVERHANG, height, OVERHANG, Lettering.SMALL)
        .drawLettered(svg, blocks);
    return svg.end();
  }
}
