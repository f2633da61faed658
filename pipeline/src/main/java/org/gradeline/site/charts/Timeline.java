package org.gradeline.site.charts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gradeline.site.charts.Legend.Entry;
import org.gradeline.site.charts.Svg.Anchor;

/** A council's grades over time: a lane for each judgement, and one for the visits in between. */
public final class Timeline {
  /** Natural width, in pixels. */
  public static final double WIDTH = 720;

  private static final double LEFT = 150;
  private static final double RIGHT = WIDTH - 20;
  private static final double TOP = 8;
  private static final double BLOCK = 30;
  private static final double LANE_SPACE = 14;
  private static final double LABEL_LINE = 15;
  private static final double VISITS = 22;
  private static final double VISIT_RADIUS = 6;
  private static final double AXIS = 30;
  private static final double OVERHANG = 5;

  /**
   * A lane of grades.
   *
   * @param label what is judged; stands to the left, in several lines if it is long
   * @param blocks the grades, in order of time and not overlapping; days off the axis are cut off
   */
  public record LabelledLane(String label, List<GradeBlock> blocks) {
    /** Copies the list. */
    public LabelledLane {
      blocks = List.copyOf(blocks);
    }

    private List<String> lines() {
      return Lettering.lines(label, Lettering.SIZE, LEFT - 12);
    }

    private double height() {
      return Math.max(BLOCK, lines().size() * LABEL_LINE) + LANE_SPACE;
    }
  }

  /**
   * A visit that gave no grade.
   *
   * @param day when it began
   * @param label what is said of it under the pointer
   */
  public record Visit(LocalDate day, String label) {}

  /**
   * What is drawn.
   *
   * @param axis the days that are drawn
   * @param lanes from top to bottom
   * @param visits in order of time; those off the axis are left out
   * @param unknown when visits may have taken place that nobody wrote down
   */
  public record Course(
      Period axis, List<LabelledLane> lanes, List<Visit> visits, List<Period> unknown) {
    /** Copies the lists. */
    public Course {
      lanes = List.copyOf(lanes);
      visits = List.copyOf(visits);
      unknown = List.copyOf(unknown);
    }

    private boolean hasVisits() {
      return !visits.isEmpty() || !unknown.isEmpty();
    }
  }

  private final Course course;
  private final String hatching;
  private final DayScale scale;

  private Timeline(Caption caption, Course course) {
    this.course = course;
    this.hatching = caption.id() + "-unknown";
    this.scale = new DayScale(course.axis(), LEFT, RIGHT);
  }

  /** Draws a course as inline SVG, 720 pixels wide. */
  public static String svg(Caption caption, Course course) {
    return new Timeline(caption, course).draw(caption);
  }

  private String draw(Caption caption) {
    double lanes = course.lanes().stream().mapToDouble(LabelledLane::height).sum();
    double bottom = TOP + lanes + (course.hasVisits() ? VISITS + LANE_SPACE / 2 : 0);
    Legend legend = Legend.of(entries(), RIGHT);
    Svg svg = Svg.image(caption, "timeline", WIDTH, bottom + AXIS + legend.height());
    if (!course.unknown().isEmpty()) {
      svg.hatching(hatching);
    }
    new YearAxis(scale).draw(svg, TOP, bottom);
    double top = TOP;
    for (LabelledLane lane : course.lanes()) {
      drawLane(svg, lane, top);
      top += lane.height();
    }
    if (course.hasVisits()) {
      drawVisits(svg, top);
    }
    legend.draw(svg, 0, bottom + AXIS);
    return svg.end();
  }

  private void drawLane(Svg svg, LabelledLane lane, double top) {
    double middle = top + lane.height() / 2;
    double first = middle - (lane.lines().size() - 1) * LABEL_LINE / 2;
    for (String line : lane.lines()) {
      svg.text("label", Anchor.START, 0, Lettering.baseline(first, Lettering.SIZE), line);
      first += LABEL_LINE;
    }
    new BlockRow(scale, middle - BLOCK / 2, BLOCK, OVERHANG, Lettering.SIZE)
        .drawNamed(svg, lane.blocks());
  }

  private void drawVisits(Svg svg, double top) {
    double middle = top + VISITS / 2;
    svg.text("label", Anchor.START, 0, Lettering.baseline(middle, Lettering.SIZE), "Visits");
    svg.line("lane", LEFT, middle, RIGHT, middle);
    for (Period period : course.unknown()) {
      if (period.overlaps(scale.axis())) {
        double x = scale.x(period.from());
        double width = Math.max(1, scale.end(period, 0) - x);
        svg.hatched(hatching, x, middle - VISIT_RADIUS - 2, width, 16, "Visits not known");
      }
    }
    for (Visit visit : course.visits()) {
      if (new Period(visit.day(), visit.day().plusDays(1)).overlaps(scale.axis())) {
        svg.path("visit", diamond(scale.x(visit.day()), middle), visit.label());
      }
    }
  }

  private static StringBuilder diamond(double x, double y) {
    StringBuilder path = new StringBuilder("M");
    Decimals.append(path, x - VISIT_RADIUS);
    path.append(' ');
    Decimals.append(path, y);
    return path.append("l6-6 6 6-6 6z");
  }

  private List<Entry> entries() {
    List<GradeBlock> blocks =
        course.lanes().stream()
            .flatMap(lane -> lane.blocks().stream())
            .filter(block -> block.period().overlaps(scale.axis()))
            .toList();
    List<Entry> entries =
        new ArrayList<>(Legend.grades(blocks.stream().map(GradeBlock::mark).toList()));
    if (blocks.stream().anyMatch(GradeBlock::newTest)) {
      entries.add(new Entry(Timeline::newTestSign, "New framework: not the same test"));
    }
    if (!course.visits().isEmpty()) {
      entries.add(
          new Entry(
              (svg, x, y) -> svg.path("visit", diamond(x + 8, y + 8)), "Visit without a grade"));
    }
    if (!course.unknown().isEmpty()) {
      entries.add(
          new Entry(
              (svg, x, y) -> svg.hatched(hatching, x, y, 16, 16, "Visits not known"),
              "Visits not known"));
    }
    return entries;
  }

  private static void newTestSign(Svg svg, double x, double y) {
    svg.line("new-test", x + Legend.SIGN / 2, y - 3, x + Legend.SIGN / 2, y + Legend.SIGN + 3);
  }
}
