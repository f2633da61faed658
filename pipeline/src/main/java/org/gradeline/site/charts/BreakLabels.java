package org.gradeline.site.charts;

import java.util.ArrayList;
import java.util.List;
import org.gradeline.site.charts.Svg.Anchor;

/** The labels of breaks above bars, in as many rows as it takes for none to touch another. */
final class BreakLabels {
  private static final double ROW = 18;
  private static final double SPACE = 8;

  private final List<Placed> labels;
  private final int rows;

  /**
   * A label.
   *
   * @param x where its break is, in pixels
   */
  record Label(String text, double x) {
    private double width() {
      return Lettering.width(text, Lettering.SIZE) + SPACE;
    }
  }

  private record Placed(Label label, boolean leftwards, int row) {}

  private BreakLabels(List<Placed> labels, int rows) {
    this.labels = labels;
    this.rows = rows;
  }

  /** Lays out labels from left to right; one that would not end before the right edge is turned. */
  static BreakLabels of(List<Label> labels, double right) {
    List<Placed> placed = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    for (Label label : labels) {
      boolean leftwards = label.x() + label.width() > right;
      double from = leftwards ? label.x() - label.width() : label.x();
      int row = 0;
      while (row < ends.size() && ends.get(row) > from) {
        row++;
      }
      if (row == ends.size()) {
        ends.add(0.0);
      }
      ends.set(row, from + label.width());
      placed.add(new Placed(label, leftwards, row));
    }
    return new BreakLabels(List.copyOf(placed), ends.size());
  }

  /** How high they are, in pixels. */
  double height() {
    return rows * ROW;
  }

  /** Draws them at the top of the picture, each with a line down to the bars' feet. */
  void draw(Svg svg, double bottom) {
    for (Placed placed : labels) {
      double x = placed.label().x();
      double y = placed.row() * ROW;
      svg.line("break", x, y + ROW, x, bottom);
      double aligned = x + (placed.leftwards() ? 3 : -3);
      Anchor anchor = placed.leftwards() ? Anchor.END : Anchor.START;
      svg.text("note", anchor, aligned, y + ROW - 5, placed.label().text());
    }
  }
}
