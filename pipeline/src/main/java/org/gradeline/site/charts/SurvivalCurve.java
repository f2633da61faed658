package org.gradeline.site.charts;

import java.util.List;
import java.util.OptionalDouble;
import org.gradeline.site.charts.Svg.Anchor;

/** How many have not yet recovered as years go by, after Kaplan and Meier. */
public final class SurvivalCurve {
  /** Natural width, in pixels. */
  public static final double WIDTH = 720;

  private static final double DAYS_PER_YEAR = 365.25;
  private static final double LEFT = 56;
  private static final double RIGHT = WIDTH - 24;
  private static final double TOP = 34;
  private static final double PLOT = 260;
  private static final double ROW = 20;

  /**
   * The estimate from a day on.
   *
   * @param day days since the beginning
   * @param notYet estimated share that has not recovered, 0 to 1
   * @param lower lower 95 % limit, 0 to 1; {@link Double#NaN} when there is none, and the band ends
   * @param upper upper 95 % limit, 0 to 1; {@link Double#NaN} when there is none
   * @param atRisk how many councils were still followed up to this day and had not recovered
   */
  public record Step(double day, double notYet, double lower, double upper, int atRisk) {}

  /**
   * What is drawn.
   *
   * @param share what the curve is a share of: "Councils not yet out of inadequate"
   * @param beginning what the years are counted from: "Years since the inadequate grade"
   * @param steps in order of time, at least one
   * @param medianDay days after which half have recovered; empty when it is not reached
   */
  public record Curve(String share, String beginning, List<Step> steps, OptionalDouble medianDay) {
    /** Copies the list; refuses a curve without steps. */
    public Curve {
      steps = List.copyOf(steps);
      if (steps.isEmpty()) {
        throw new IllegalArgumentException("No steps");
      }
    }

    private double lastDay() {
      return steps.get(steps.size() - 1).day();
    }

    private int atRisk(double day) {
      return steps.stream()
          .filter(step -> step.day() >= day)
          .mapToInt(Step::atRisk)
          .findFirst()
          .orElse(0);
    }
  }

  private final Curve curve;
  private final int years;
  private final PercentAxis axis = new PercentAxis(LEFT, RIGHT, TOP, TOP + PLOT);

  private SurvivalCurve(Curve curve) {
    this.curve = curve;
    this.years = Math.max(1, (int) Math.ceil(curve.lastDay() / DAYS_PER_YEAR));
  }

  /** Draws a curve as inline SVG, 720 pixels wide. */
  public static String svg(Caption caption, Curve curve) {
    return new SurvivalCurve(curve).draw(caption);
  }

  private String draw(Caption caption) {
    Svg svg = Svg.image(caption, "survival-curve", WIDTH, axis.bottom() + 4 * ROW + 12);
    svg.text("heading", Anchor.START, 0, Lettering.SIZE, curve.share());
    axis.draw(svg);
    drawYears(svg);
    svg.path("band", band());
    svg.path("curve", line());
    curve.medianDay().ifPresent(day -> drawMedian(svg, day));
    return svg.end();
  }

  private double x(double day) {
    return LEFT + day / DAYS_PER_YEAR / years * (RIGHT - LEFT);
  }

  private void drawYears(Svg svg) {
    double bottom = axis.bottom();
    svg.text("note", Anchor.START, LEFT, bottom + 2 * ROW, curve.beginning());
    svg.text("note", Anchor.START, LEFT, bottom + 3 * ROW + 6, "Councils still followed");
    for (int year = 0; year <= years; year++) {
      double x = x(year * DAYS_PER_YEAR);
      svg.line("axis", x, bottom, x, bottom + 4);
      svg.text("tick", Anchor.MIDDLE, x, bottom + ROW, Integer.toString(year));
      String atRisk = Integer.toString(curve.atRisk(year * DAYS_PER_YEAR));
      svg.text("tick", Anchor.MIDDLE, x, bottom + 4 * ROW + 4, atRisk);
    }
  }

  private StringBuilder line() {
    StringBuilder path = new StringBuilder("M");
    Decimals.append(path, LEFT);
    path.append(' ');
    Decimals.append(path, axis.y(100));
    for (Step step : curve.steps()) {
      across(path, step.day());
      upOrDown(path, step.notYet());
    }
    return path;
  }

  /** Along the upper limits, and back along the lower ones. */
  private StringBuilder band() {
    StringBuilder path = new StringBuilder("M");
    Decimals.append(path, LEFT);
    path.append(' ');
    Decimals.append(path, axis.y(100));
    int end = 0;
    for (Step step : curve.steps()) {
      across(path, step.day());
      if (!isLimited(step)) {
        break;
      }
      upOrDown(path, step.upper());
      end++;
    }
    for (int i = end - 1; i >= 0; i--) {
      upOrDown(path, curve.steps().get(i).lower());
      across(path, curve.steps().get(i).day());
    }
    return path.append(end == 0 ? "" : "V" + Decimals.text(axis.y(100))).append('z');
  }

  private static boolean isLimited(Step step) {
    return Double.isFinite(step.lower()) && Double.isFinite(step.upper());
  }

  private void across(StringBuilder path, double day) {
    path.append('H');
    Decimals.append(path, x(day));
  }

  private void upOrDown(StringBuilder path, double share) {
    path.append('V');
    Decimals.append(path, axis.y(share * 100));
  }

  private void drawMedian(Svg svg, double day) {
    double half = axis.y(50);
    svg.line("median", LEFT, half, x(day), half);
    svg.line("median", x(day), half, x(day), axis.bottom());
    String length = Decimals.oneDecimal(day / DAYS_PER_YEAR);
    String text = "half after " + length + (length.equals("1") ? " year" : " years");
    svg.circle("median-dot", x(day), half, 4);
    // Below the curve, to the left if there is room: the curve is higher there.
    boolean left = x(day) - LEFT > Lettering.width(text, Lettering.SIZE) + 16;
    double x = x(day) + (left ? -8 : 8);
    svg.text("value", left ? Anchor.END : Anchor.START, x, axis.bottom() - 10, text);
  }
}
