package org.gradeline.site.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gradeline.site.charts.Svg.Anchor;
import org.jspecify.annotations.Nullable;

/** A council's figure over the years, beside England's. */
public final class MeasureLine {
  /** Natural width, in pixels. */
  public static final double WIDTH = 320;

  /** Natural height, in pixels. */
  public static final double HEIGHT = 120;

  private static final double LEFT = 40;
  private static final double RIGHT = 206;
  private static final double TOP = 12;
  private static final double BOTTOM = 96;
  private static final double LINE = 13;
  private static final double DOT = 3;

  /**
   * A figure of a year.
   *
   * @param year the year
   * @param value the figure; null when there is none, which leaves a gap
   */
  public record Point(int year, @Nullable Double value) {}

  /**
   * Figures in order of time.
   *
   * @param name what is written at the end of the line
   * @param points one for each year
   */
  public record Series(String name, List<Point> points) {
    /** Copies the list. */
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * What is drawn.
   *
   * @param council drawn solid
   * @param england drawn dashed
   * @param unit is written behind a figure: "%", or nothing
   */
  public record Figures(Series council, Series england, String unit) {}

  private record Label(String css, List<String> lines, double middle) {
    private double height() {
      return lines.size() * LINE;
    }
  }

  private final Figures figures;
  private final int firstYear;
  private final int lastYear;
  private final ValueScale scale;

  private MeasureLine(Figures figures) {
    this.figures = figures;
    List<Point> points =
        Stream.of(figures.council(), figures.england()).flatMap(s -> s.points().stream()).toList();
    OptionalInt first = points.stream().mapToInt(Point::year).min();
    firstYear = first.orElse(0);
    lastYear = points.stream().mapToInt(Point::year).max().orElse(0);
    List<Double> values = new ArrayList<>();
    for (Point point : points) {
      if (point.value() != null) {
        values.add(point.value());
      }
    }
    scale = ValueScale.of(values, TOP, BOTTOM);
  }

  /** Draws figures as inline SVG, 320 by 120 pixels. */
  public static String svg(Caption caption, Figures figures) {
    return new MeasureLine(figures).draw(caption);
  }

  private String draw(Caption caption) {
    Svg svg = Svg.image(caption, "measure-line", WIDTH, HEIGHT);
    for (double value : scale.ticks()) {
      double y = scale.y(value);
      svg.line(value == 0 ? "axis" : "grid", LEFT, y, RIGHT, y);
      double baseline = Lettering.baseline(y, Lettering.SMALL);
      svg.text("tick small", Anchor.END, LEFT - 6, baseline, text(value));
    }
    drawYears(svg);
    drawSeries(svg, "england", figures.england());
    drawSeries(svg, "council", figures.council());
    drawLabels(svg);
    return svg.end();
  }

  private String text(double value) {
    return Decimals.oneDecimal(value) + figures.unit();
  }

  private double x(int year) {
    return lastYear == firstYear
        ? RIGHT
        : LEFT + (RIGHT - LEFT) * (year - firstYear) / (lastYear - firstYear);
  }

  private void drawYears(Svg svg) {
    if (scale.isEmpty()) {
      svg.text("note", Anchor.START, LEFT, (TOP + BOTTOM) / 2, "No figures");
      return;
    }
    svg.text("tick small", Anchor.MIDDLE, x(lastYear), BOTTOM + 18, Integer.toString(lastYear));
    if (firstYear < lastYear) {
      svg.text("tick small", Anchor.MIDDLE, LEFT, BOTTOM + 18, Integer.toString(firstYear));
    }
  }

  /** A line through years that follow one another; a figure alone is a dot, and so is the last. */
  private void drawSeries(Svg svg, String css, Series series) {
    StringBuilder path = new StringBuilder();
    Point last = null;
    int length = 0;
    for (Point point : series.points()) {
      Double value = point.value();
      if (value == null) {
        continue;
      }
      boolean follows = last != null && point.year() == last.year() + 1;
      if (last != null && !follows && length == 1) {
        dot(svg, css, last);
      }
      length = follows ? length + 1 : 1;
      path.append(follows ? 'L' : 'M');
      Decimals.append(path, x(point.year()));
      path.append(' ');
      Decimals.append(path, scale.y(value));
      last = point;
    }
    if (last != null) {
      svg.path("line-" + css, path);
      dot(svg, css, last);
    }
  }

  private void dot(Svg svg, String css, Point point) {
    if (point.value() != null) {
      svg.circle("dot-" + css, x(point.year()), scale.y(point.value()), DOT);
    }
  }

  private void drawLabels(Svg svg) {
    List<Label> labels = new ArrayList<>();
    addLabel(labels, "label-council", figures.council());
    addLabel(labels, "label-england", figures.england());
    for (Label label : apart(labels)) {
      double middle = label.middle() - label.height() / 2 + LINE / 2;
      for (String line : label.lines()) {
        double baseline = Lettering.baseline(middle, Lettering.SMALL);
        svg.text(label.css() + " small", Anchor.START, RIGHT + 8, baseline, line);
        middle += LINE;
      }
    }
  }

  private void addLabel(List<Label> labels, String css, Series series) {
    List<Point> known = series.points().stream().filter(point -> point.value() != null).toList();
    if (known.isEmpty()) {
      return;
    }
    Point last = known.get(known.size() - 1);
    Double value = last.value();
    if (value != null) {
      String year = last.year() < lastYear ? " in " + last.year() : "";
      String text = text(value) + " " + series.name() + year;
      List<String> lines = Lettering.lines(text, Lettering.SMALL, WIDTH - RIGHT - 10);
      labels.add(new Label(css, lines, scale.y(value)));
    }
  }

  /** Moves two labels away from each other if they would overlap, and both into the picture. */
  private static List<Label> apart(List<Label> labels) {
    if (labels.size() < 2) {
      return labels.stream().map(label -> at(label, label.middle())).toList();
    }
    boolean councilAbove = labels.get(0).middle() <= labels.get(1).middle();
    Label upper = labels.get(councilAbove ? 0 : 1);
    Label lower = labels.get(councilAbove ? 1 : 0);
    double distance = (upper.height() + lower.height()) / 2 + 2;
    double tooNear = Math.max(0, distance - (lower.middle() - upper.middle()));
    double highest = HEIGHT - lower.height() / 2 - distance;
    Label first = at(upper, Math.min(highest, upper.middle() - tooNear / 2));
    return List.of(
        first, at(lower, Math.max(lower.middle() + tooNear / 2, first.middle() + distance)));
  }

  private static Label at(Label label, double middle) {
    double half = label.height() / 2;
    double inside = Math.max(half, Math.min(HEIGHT - half, middle));
    return new Label(label.css(), label.lines(), inside);
  }
}
