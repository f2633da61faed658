package org.gradeline.site.charts;

import java.util.List;
import org.gradeline.site.charts.Svg.Anchor;

/** How many councils of each group have which grade. */
public final class GradeBars {
  /** Natural width, in pixels. */
  public static final double WIDTH = 720;

  private static final double LEFT = 170;
  private static final double RIGHT = 610;
  private static final double BAR = 26;
  private static final double SPACE = 12;
  private static final double LABEL_LINE = 15;
  private static final double UNDER_LEGEND = 8;
  private static final int SMALL_BASE = 10;

  /**
   * How many councils have a grade.
   *
   * @param mark the grade
   * @param count the councils; 0 is not drawn
   */
  public record Part(GradeMark mark, int count) {}

  /**
   * The councils of a group.
   *
   * @param label its name, such as "North East"; in several lines if it is long
   * @param parts in the order in which they are drawn, from the left
   * @param base all its councils: at least as many as the parts; those without a grade are left
   *     blank
   */
  public record Group(String label, List<Part> parts, int base) {
    /** Copies the list; refuses more councils in the parts than there are. */
    public Group {
      parts = List.copyOf(parts);
      int sum = parts.stream().mapToInt(Part::count).sum();
      if (sum > base) {
        throw new IllegalArgumentException(sum + " of " + base + " in " + label);
      }
    }

    private List<String> lines() {
      return Lettering.lines(label, Lettering.SIZE, LEFT - 12);
    }

    private double height() {
      return Math.max(BAR, lines().size() * LABEL_LINE) + SPACE;
    }

    private String baseText() {
      if (base == 0) {
        return "no councils";
      }
      return base < SMALL_BASE ? "only " + Lettering.councils(base) : Lettering.councils(base);
    }
  }

  private GradeBars() {}

  /**
   * Draws groups as inline SVG, 720 pixels wide. All bars have the same length, whatever the number
   * of councils, which stands to the right.
   */
  public static String svg(Caption caption, List<Group> groups) {
    List<GradeMark> marks =
        groups.stream()
            .flatMap(group -> group.parts().stream())
            .filter(part -> part.count() > 0)
            .map(Part::mark)
            .toList();
    Legend legend = Legend.of(Legend.grades(marks), WIDTH);
    double top = legend.height() + UNDER_LEGEND;
    double height = top + groups.stream().mapToDouble(Group::height).sum();
    Svg svg = Svg.image(caption, "grade-bars", WIDTH, height);
    legend.draw(svg, 0, 0);
    for (Group group : groups) {
      draw(svg, group, top);
      top += group.height();
    }
    return svg.end();
  }

  private static void draw(Svg svg, Group group, double top) {
    double middle = top + group.height() / 2;
    double line = middle - (group.lines().size() - 1) * LABEL_LINE / 2;
    for (String text : group.lines()) {
      svg.text("label", Anchor.START, 0, Lettering.baseline(line, Lettering.SIZE), text);
      line += LABEL_LINE;
    }
    drawBar(svg, group, middle);
    double baseline = Lettering.baseline(middle, Lettering.SIZE);
    svg.text("note", Anchor.START, RIGHT + 10, baseline, group.baseText());
  }

  private static void drawBar(Svg svg, Group group, double middle) {
    int before = 0;
    for (Part part : group.parts()) {
      if (part.count() > 0) {
        double x = x(before, group.base());
        before += part.count();
        double gap = before == group.base() ? 0 : BlockRow.GAP;
        drawPart(svg, part, middle, x, Math.max(1, x(before, group.base()) - gap - x));
      }
    }
  }

  private static double x(int councils, int base) {
    return LEFT + (RIGHT - LEFT) * councils / base;
  }

  private static void drawPart(Svg svg, Part part, double middle, double x, double width) {
    GradeMark mark = part.mark();
    String hover = mark.label() + ": " + Lettering.councils(part.count());
    svg.rect(mark.areaClass(), x, middle - BAR / 2, width, BAR, hover);
    String full = mark.letter() + " " + part.count();
    String count = Integer.toString(part.count());
    for (String text : List.of(full, count)) {
      if (Lettering.width(text, Lettering.SIZE) + 4 <= width) {
        double baseline = Lettering.baseline(middle, Lettering.SIZE);
        svg.text(mark.textClass(), Anchor.MIDDLE, x + width / 2, baseline, text);
        return;
      }
    }
  }
}
