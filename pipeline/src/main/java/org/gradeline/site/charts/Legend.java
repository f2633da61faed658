package org.gradeline.site.charts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gradeline.site.charts.Svg.Anchor;

/** Says what the signs of a picture mean, in as many rows as it takes. */
final class Legend {
  /** Side of a sign, in pixels. */
  static final double SIGN = 16;

  private static final double ROW = 24;
  private static final double SPACE_AFTER_SIGN = 6;
  private static final double SPACE_BETWEEN = 20;

  private final List<Placed> entries;
  private final int rows;

  /** Draws a sign into a square. */
  @FunctionalInterface
  interface Sign {
    /** Draws it, given the square's left and upper edge. */
    void draw(Svg svg, double x, double y);
  }

  /** A sign and what it means. */
  record Entry(Sign sign, String meaning) {}

  private record Placed(Entry entry, double x, int row) {}

  private Legend(List<Placed> entries, int rows) {
    this.entries = entries;
    this.rows = rows;
  }

  /** Lays out entries one after another in rows of a width. */
  static Legend of(List<Entry> entries, double width) {
    List<Placed> placed = new ArrayList<>();
    double x = 0;
    int row = 0;
    for (Entry entry : entries) {
      double end = x + SIGN + SPACE_AFTER_SIGN + Lettering.width(entry.meaning(), Lettering.SIZE);
      if (x > 0 && end > width) {
        end -= x;
        x = 0;
        row++;
      }
      placed.add(new Placed(entry, x, row));
      x = end + SPACE_BETWEEN;
    }
    return new Legend(List.copyOf(placed), entries.isEmpty() ? 0 : row + 1);
  }

  /** An entry for each grade, in the order of the grades. */
  static List<Entry> grades(Collection<GradeMark> marks) {
    return marks.stream().distinct().sorted(GradeMark.ORDER).map(Legend::grade).toList();
  }

  private static Entry grade(GradeMark mark) {
    return new Entry(
        (svg, x, y) -> {
          svg.rect(mark.areaClass(), x, y, SIGN, SIGN);
          double baseline = Lettering.baseline(y + SIGN / 2, Lettering.SMALL);
          String css = mark.textClass() + " small";
          svg.text(css, Anchor.MIDDLE, x + SIGN / 2, baseline, mark.letter());
        },
        mark.label());
  }

  /** How high it is, in pixels. */
  double height() {
    return rows * ROW;
  }

  /** Draws it, given its left and upper edge. */
  void draw(Svg svg, double left, double top) {
    for (Placed placed : entries) {
      double x = left + placed.x();
      double y = top + placed.row() * ROW + (ROW - SIGN) / 2;
      placed.entry().sign().draw(svg, x, y);
      double baseline = Lettering.baseline(y + SIGN / 2, Lettering.SIZE);
      String meaning = placed.entry().meaning();
      svg.text("label", Anchor.START, x + SIGN + SPACE_AFTER_SIGN, baseline, meaning);
    }
  }
}
