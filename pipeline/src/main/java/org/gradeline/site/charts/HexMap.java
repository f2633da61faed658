package org.gradeline.site.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.gradeline.site.charts.Legend.Entry;
import org.gradeline.site.charts.Outline.Centre;
import org.gradeline.site.charts.Svg.Anchor;
import org.jspecify.annotations.Nullable;

/**
 * A map in which a council's area is made of hexagons, each with about as many people as another.
 * North is up. All of England is 588 pixels wide.
 */
public final class HexMap {
  private static final double SCALE = 2;
  private static final double MARGIN = 4;
  private static final double LEAST_WIDTH = 320;
  private static final double UNDER_LEGEND = 8;

  /** Half the diagonal of a small letter: what it needs around its middle, in tenths. */
  private static final double LETTER_ROOM = 55;

  private static final double COMFORTABLE_ROOM = 90;

  /** Areas narrower than this, in tenths of pixels, are too small to point at. */
  private static final int TINY = 80;

  private static final double TARGET_RADIUS = 6;

  /** The shape of a council's area, worked out once for several maps. Immutable. */
  public static final class Ground {
    private final Outline outline;
    private final Bounds bounds;
    private final Centre centre;

    private Ground(Outline outline) {
      this.outline = outline;
      this.bounds = outline.bounds();
      this.centre = outline.centre(COMFORTABLE_ROOM);
    }

    /**
     * Reads an outline.
     *
     * @param outline on the lattice, y downwards: {@code M211,480 212,481 212,483 211,484Z}
     */
    public static Ground of(String outline) {
      return new Ground(Outline.read(outline, SCALE));
    }
  }

  /**
   * A council's area.
   *
   * @param ground its shape
   * @param mark its grade; null when it has none yet
   * @param name of the council
   * @param href of its page
   */
  public record Area(Ground ground, @Nullable GradeMark mark, String name, String href) {
    private String hover() {
      return name + ": " + (mark == null ? "no grade yet" : mark.label());
    }
  }

  private record Shape(Area area) {
    private Outline outline() {
      return area.ground().outline;
    }

    private Bounds bounds() {
      return area.ground().bounds;
    }

    private boolean isTiny() {
      return bounds().right() - bounds().left() < TINY;
    }
  }

  private final List<Shape> shapes;
  private final Bounds bounds;
  private final Legend legend;

  private HexMap(List<Area> areas) {
    // What is tiny comes last, lest the edges of its neighbours cover it.
    shapes = areas.stream().map(Shape::new).sorted(Comparator.comparing(Shape::isTiny)).toList();
    bounds =
        Bounds.around(shapes.stream().flatMap(shape -> shape.bounds().corners().stream()).toList());
    legend = Legend.of(entries(areas), width());
  }

  /** Draws areas as inline SVG; each is a link. Those of a single hexagon come last. */
  public static String svg(Caption caption, List<Area> areas) {
    return new HexMap(areas).draw(caption);
  }

  private double width() {
    return Math.max(LEAST_WIDTH, (bounds.right() - bounds.left()) / 10.0 + 2 * MARGIN);
  }

  private String draw(Caption caption) {
    double top = legend.height() + UNDER_LEGEND;
    double height = top + (bounds.bottom() - bounds.top()) / 10.0 + MARGIN;
    Svg svg = Svg.withLinks(caption, "hex-map", width(), height);
    legend.draw(svg, 0, 0);
    int right = (int) (MARGIN * 10) - bounds.left();
    int down = (int) (top * 10) - bounds.top();
    for (Shape shape : shapes) {
      draw(svg, shape, right, down);
    }
    return svg.end();
  }

  private static void draw(Svg svg, Shape shape, int right, int down) {
    Area area = shape.area();
    GradeMark mark = area.mark();
    svg.link(area.href(), area.hover());
    drawShape(svg, shape, right, down);
    if (mark != null) {
      Centre centre = area.ground().centre;
      if (centre.clearance() >= LETTER_ROOM) {
        double baseline = Lettering.baseline((centre.y() + down) / 10.0, Lettering.SMALL);
        String css = mark.textClass() + " small";
        svg.text(css, Anchor.MIDDLE, (centre.x() + right) / 10.0, baseline, mark.letter());
      }
    }
    svg.endLink();
  }

  private static void drawShape(Svg svg, Shape shape, int right, int down) {
    if (shape.isTiny()) {
      Bounds around = shape.bounds();
      double x = (around.left() + around.right() + 2 * right) / 20.0;
      double y = (around.top() + around.bottom() + 2 * down) / 20.0;
      svg.circle("target", x, y, TARGET_RADIUS);
    }
    String css = areaClass(shape.area().mark()) + (shape.isTiny() ? " tiny" : "");
    svg.path(css, shape.outline().path(right, down));
  }

  private static String areaClass(@Nullable GradeMark mark) {
    return "area " + (mark == null ? "no-grade" : mark.areaClass());
  }

  private static List<Entry> entries(List<Area> areas) {
    List<GradeMark> marks = new ArrayList<>();
    areas.stream().map(Area::mark).filter(Objects::nonNull).forEach(marks::add);
    List<Entry> entries = new ArrayList<>(Legend.grades(marks));
    if (marks.size() < areas.size()) {
      entries.add(new Entry((svg, x, y) -> svg.rect("no-grade", x, y, 16, 16), "No grade yet"));
    }
    return entries;
  }
}
