package org.gradeline.site.charts;

import java.util.List;
import org.gradeline.site.charts.Svg.Anchor;

/** A share of councils on one reporting date after another, with its 95 % interval. */
public final class YearBars {
  /** Natural width, in pixels. */
  public static final double WIDTH = 720;

  private static final double LEFT = 64;
  private static final double RIGHT = WIDTH - 8;
  private static final double PLOT = 240;
  private static final double ROW = 18;
  private static final double ABOVE_ALL = 18;
  private static final double WIDEST = 36;
  private static final double WHISKER = 4;
  private static final int SMALL_BASE = 10;

  /**
   * The share on a reporting date.
   *
   * @param label the date, such as "2024"
   * @param percent the share, 0 to 100
   * @param lower lower end of its interval, 0 to 100
   * @param upper upper end of its interval, 0 to 100
   * @param count how many councils it is
   * @param base of how many councils; 0 when there are none yet, and nothing else is looked at
   */
  public record Bar(String label, double percent, double lower, double upper, int count, int base) {
    /** A date on which there were no councils yet. */
    public static Bar none(String label) {
      return new Bar(label, 0, 0, 0, 0, 0);
    }

    private boolean isSmall() {
      return base < SMALL_BASE;
    }

    private String hover() {
      return label
          + ": "
          + Decimals.oneDecimal(percent)
          + "%, "
          + count
          + " of "
          + Lettering.councils(base)
          + " (95% interval "
          + Decimals.oneDecimal(lower)
          + "% to "
          + Decimals.oneDecimal(upper)
          + "%)";
    }
  }

  /**
   * A change of the inspection framework.
   *
   * @param at label of the first bar after it; a label that no bar has is left out
   * @param text what is written above it
   */
  public record Break(String at, String text) {}

  /**
   * What is drawn.
   *
   * @param bars in order of time
   * @param breaks in order of time
   */
  public record Shares(List<Bar> bars, List<Break> breaks) {
    /** Copies the lists. */
    public Shares {
      bars = List.copyOf(bars);
      breaks = List.copyOf(breaks);
    }
  }

  private final List<Bar> bars;
  private final double slot;
  private final BreakLabels breaks;
  private final PercentAxis axis;

  private YearBars(Shares shares) {
    this.bars = shares.bars();
    this.slot = (RIGHT - LEFT) / Math.max(1, bars.size());
    this.breaks = BreakLabels.of(placed(shares.breaks()), WIDTH);
    double top = breaks.height() + ABOVE_ALL;
    this.axis = new PercentAxis(LEFT, RIGHT, top, top + PLOT);
  }

  private List<BreakLabels.Label> placed(List<Break> frameworks) {
    List<String> labels = bars.stream().map(Bar::label).toList();
    return frameworks.stream()
        .filter(framework -> labels.contains(framework.at()))
        .map(
            framework ->
                new BreakLabels.Label(
                    framework.text(), LEFT + labels.indexOf(framework.at()) * slot))
        .toList();
  }

  /** Draws shares as inline SVG, 720 pixels wide. */
  public static String svg(Caption caption, Shares shares) {
    return new YearBars(shares).draw(caption);
  }

  private String draw(Caption caption) {
    double bottom = axis.bottom();
    Svg svg = Svg.image(caption, "year-bars", WIDTH, bottom + 2 * ROW + 10);
    axis.draw(svg);
    breaks.draw(svg, bottom);
    svg.text("tick", Anchor.END, LEFT - 8, bottom + 2 * ROW, "councils");
    for (int i = 0; i < bars.size(); i++) {
      drawSlot(svg, bars.get(i), LEFT + (i + 0.5) * slot);
    }
    drawBlanks(svg);
    return svg.end();
  }

  private void drawSlot(Svg svg, Bar bar, double middle) {
    double bottom = axis.bottom();
    svg.text("tick", Anchor.MIDDLE, middle, bottom + ROW, bar.label());
    if (bar.base() == 0) {
      return;
    }
    String base = bar.isSmall() ? "only " + bar.base() : Integer.toString(bar.base());
    svg.text("tick small", Anchor.MIDDLE, middle, bottom + 2 * ROW, base);
    double width = Math.min(WIDEST, slot * 0.64);
    double y = axis.y(bar.percent());
    String css = bar.isSmall() ? "bar bar-small" : "bar";
    svg.rect(css, middle - width / 2, y, width, bottom - y, bar.hover());
    drawWhisker(svg, bar, middle);
    double top = axis.y(Math.max(bar.upper(), bar.percent()));
    svg.text("value", Anchor.MIDDLE, middle, top - 6, Decimals.percent(bar.percent()));
  }

  private void drawWhisker(Svg svg, Bar bar, double x) {
    double upper = axis.y(bar.upper());
    double lower = axis.y(bar.lower());
    StringBuilder path = new StringBuilder();
    tick(path, x, upper);
    tick(path, x, lower);
    path.append('M');
    point(path, x, upper).append('V');
    Decimals.append(path, lower);
    // Drawn twice, so that it stands out from the bar as well as from the page.
    svg.path("whisker-edge", path).path("whisker", path);
  }

  private static void tick(StringBuilder path, double x, double y) {
    path.append('M');
    point(path, x - WHISKER, y).append('H');
    Decimals.append(path, x + WHISKER);
  }

  private static StringBuilder point(StringBuilder path, double x, double y) {
    Decimals.append(path, x);
    path.append(' ');
    Decimals.append(path, y);
    return path;
  }

  private void drawBlanks(Svg svg) {
    for (int first = 0; first < bars.size(); first++) {
      int end = first;
      while (end < bars.size() && bars.get(end).base() == 0) {
        end++;
      }
      if (end > first) {
        drawBlank(svg, LEFT + (first + end) * slot / 2, (end - first) * slot);
        first = end;
      }
    }
  }

  private void drawBlank(Svg svg, double middle, double width) {
    String text = "no councils yet";
    double y = axis.y(12.5);
    if (Lettering.width(text, Lettering.SIZE) <= width) {
      svg.text("note", Anchor.MIDDLE, middle, Lettering.baseline(y, Lettering.SIZE), text);
    } else {
      svg.upright("note", Lettering.baseline(middle, Lettering.SIZE), axis.y(25), text);
    }
  }
}
