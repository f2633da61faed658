package org.gradeline.site.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gradeline.reference.Council;
import org.gradeline.reference.KnownPeriod;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Scheme;
import org.gradeline.reference.VisitType;
import org.gradeline.site.charts.GradeBlock;
import org.gradeline.site.charts.Period;
import org.gradeline.site.charts.Timeline;
import org.gradeline.story.Words;
import org.gradeline.tables.PublishedRow;
import org.jspecify.annotations.Nullable;

/** A council's ratings and visits through the years, as pictures draw them. */
final class Courses {
  private final PageData data;
  private final Period axis;

  Courses(PageData data) {
    this.data = data;
    this.axis = new Period(firstDay(data), data.asAt().plusDays(1));
  }

  /** The first of January before the first rating of all. */
  private static LocalDate firstDay(PageData data) {
    return data.rows("trajectories").stream()
        .map(row -> day(row.text("published_date")))
        .min(LocalDate::compareTo)
        .orElse(data.asAt())
        .withDayOfYear(1);
  }

  static LocalDate day(String printed) {
    return Objects.requireNonNull(PartialDate.parse(printed), printed).toLocalDate();
  }

  /** The days that all pictures of councils draw, so that they can be compared. */
  Period axis() {
    return axis;
  }

  /** The steps of a council along a line, in order. */
  List<PublishedRow> steps(Council council, Line line) {
    return data.rows("trajectories", council).stream()
        .filter(row -> row.text("line").equals(line.key()))
        .toList();
  }

  /** The grades of a council along a line, each for as long as it was in force. */
  List<GradeBlock> blocks(Council council, Line line) {
    List<GradeBlock> blocks = new ArrayList<>();
    for (PublishedRow step : steps(council, line)) {
      LocalDate from = day(step.text("published_date"));
      LocalDate until = until(step, council);
      if (from.isBefore(until)) {
        blocks.add(
            new GradeBlock(
                data.mark(step, "grade"),
                from,
                until,
                step.text("comparable").equals("with_care"),
                hover(step)));
      }
    }
    return blocks;
  }

  private LocalDate until(PublishedRow step, Council council) {
    String end = step.text("in_force_until");
    if (!end.isEmpty()) {
      return day(end);
    }
    LocalDate closed = council.closed();
    return closed != null && closed.isBefore(axis.until()) ? closed : axis.until();
  }

  private String hover(PublishedRow step) {
    return data.mark(step, "grade").label()
        + ", report of "
        + Words.date(step.text("published_date"));
  }

  /** A council's lanes of a scheme: every line on which it has had a grade. */
  List<Timeline.LabelledLane> lanes(Council council, Scheme scheme) {
    return data.lines(scheme).stream()
        .map(line -> new Timeline.LabelledLane(line.label(), blocks(council, line)))
        .filter(lane -> !lane.blocks().isEmpty())
        .toList();
  }

  /** A council's visits of a scheme whose start is known. */
  List<Timeline.Visit> visits(Council council, Scheme scheme) {
    return data.rows("visits", council).stream()
        .filter(row -> isOf(row.text("visit_type"), scheme))
        .filter(row -> PartialDate.parseDay(visited(row)) != null)
        .map(
            row ->
                new Timeline.Visit(
                    day(visited(row)),
                    Words.capitalised(row.text("visit_type"))
                        + ", "
                        + Words.date(visited(row))
                        + (row.isBlank("theme") ? "" : ": " + row.text("theme"))))
        .toList();
  }

  /** A visit's day: its start, or else its publication. */
  static String visited(PublishedRow row) {
    return row.isBlank("start_date") ? row.text("published_date") : row.text("start_date");
  }

  private boolean isOf(String type, Scheme scheme) {
    return data.reference().visitTypes().stream()
        .filter(each -> each.key().equals(type))
        .anyMatch(each -> isOf(each, scheme));
  }

  /** Visits of no scheme stand with the first one. */
  private static boolean isOf(VisitType type, Scheme scheme) {
    Scheme own = type.scheme();
    return own == null ? scheme.position() == 0 : own.position() == scheme.position();
  }

  /** When visits of a scheme are not known; none where no visit of it ever is. */
  List<Period> unknown(Scheme scheme) {
    @Nullable LocalDate from = null;
    @Nullable LocalDate until = null;
    for (KnownPeriod period : data.reference().knownPeriods()) {
      if (isOf(period.event(), scheme)) {
        from = from == null || period.from().isBefore(from) ? period.from() : from;
        until = until == null || period.until().isAfter(until) ? period.until() : until;
      }
    }
    List<Period> unknown = new ArrayList<>();
    if (from != null && axis.from().isBefore(from)) {
      unknown.add(new Period(axis.from(), from));
    }
    if (until != null && until.plusDays(1).isBefore(axis.until())) {
      unknown.add(new Period(until.plusDays(1), axis.until()));
    }
    return unknown;
  }
}
