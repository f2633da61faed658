package org.gradeline.histories;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gradeline.histories.LineEvent.Kind;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Line;
import org.gradeline.reference.Line.Member;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scale;
import org.gradeline.reference.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A council's events on one line within one scope, in the order of publication, then start.
 * Immutable.
 */
public final class LineHistory {
  private final Line line;
  private final List<LineEvent> events;

  /** The last day that each event's publication can be, packed: searched for every table. */
  private final int[] published;

  private LineHistory(Line line, List<LineEvent> events) {
    this.line = line;
    this.events = events;
    this.published =
        events.stream().mapToInt(event -> event.inspection().published().latest()).toArray();
  }

  /** The line. */
  public Line line() {
    return line;
  }

  /** All that is known; which of the events count depends on the reporting date. */
  public List<LineEvent> events() {
    return Collections.unmodifiableList(events);
  }

  /**
   * How the council stands at a reporting date.
   *
   * @param status graded, or why not
   * @param rated the rating in force; null unless graded
   * @param position its place among the events; -1 unless graded
   */
  public record Standing(Status status, @Nullable LineEvent rated, int position) {
    private static Standing ungraded(Status status) {
      return new Standing(status, null, -1);
    }
  }

  /**
   * Follows a line through inspections.
   *
   * @param line the line
   * @param scope the frameworks that count
   * @param frameworks all frameworks, by position
   * @param inspections in the order of publication, then start
   */
  static LineHistory follow(
      Line line, Scope scope, List<Framework> frameworks, List<Inspection> inspections) {
    List<LineEvent> events = new ArrayList<>();
    for (Inspection inspection : inspections) {
      Framework framework = frameworks.get(inspection.framework());
      boolean sameScheme = framework.scheme().position() == line.scheme().position();
      if (sameScheme && scope.includes(framework)) {
        LineEvent event = event(inspection, framework, line.member(framework));
        if (event != null) {
          events.add(event);
        }
      }
    }
    return new LineHistory(line, events);
  }

  private static @Nullable LineEvent event(
      Inspection inspection, Framework framework, @Nullable Member member) {
    Judgement judgement = member == null ? null : inspection.judgement(member.area().position());
    if (judgement != null && judgement.rank() != Scale.NOT_JUDGED) {
      return new LineEvent(inspection, Kind.RATED, member, judgement);
    }
    boolean unreadable =
        member != null && ((inspection.unreadableAreas() >> member.area().position()) & 1) == 1;
    if (framework.coversAll(inspection.type()) && !unreadable) {
      return new LineEvent(inspection, Kind.ENDED, member, null);
    }
    return judgement != null ? new LineEvent(inspection, Kind.PASSED_OVER, member, null) : null;
  }

  /** How many events were published by a reporting date: as they are in that order, the first. */
  private int published(ReportingDate date) {
    int day = PartialDate.pack(date.countedTo());
    int first = 0;
    int end = published.length;
    while (first < end) {
      int middle = (first + end) >>> 1;
      if (published[middle] <= day) {
        first = middle + 1;
      } else {
        end = middle;
      }
    }
    return first;
  }

  /** How the council stands at a reporting date. */
  public Standing at(ReportingDate date) {
    boolean ended = false;
    boolean passedOver = false;
    for (int i = published(date) - 1; i >= 0; i--) {
      LineEvent event = events.get(i);
      if (event.counts(date)) {
        switch (event.kind()) {
          case RATED -> {
            return ended
                ? Standing.ungraded(Status.NO_LONGER_JUDGED)
                : new Standing(Status.GRADED, event, i);
          }
          case ENDED -> ended = true;
          case PASSED_OVER -> passedOver = true;
        }
      }
    }
    return Standing.ungraded(ended || passedOver ? Status.NOT_JUDGED : Status.NOT_INSPECTED);
  }

  /**
   * The ranks that a council's movement compares.
   *
   * @param first rank of its first rating
   * @param previous rank of the rating before the one in force
   * @param latest rank of the rating in force
   */
  public record Movement(int first, int previous, int latest) {}

  /**
   * How the council moved up to a reporting date; null unless it has had two ratings and the last
   * is in force.
   */
  public @Nullable Movement movement(ReportingDate date) {
    Standing standing = at(date);
    LineEvent latest = standing.rated();
    if (latest == null) {
      return null;
    }
    LineEvent previous = before(standing, date);
    LineEvent first = null;
    for (int i = 0; i < events.size() && first == null; i++) {
      first = ratedAt(i, date);
    }
    return previous == null || first == null
        ? null
        : new Movement(first.rank(), previous.rank(), latest.rank());
  }

  /**
   * The rating before the one in force at a reporting date; null where there is none.
   *
   * @param standing how the council stands at that date
   */
  public @Nullable LineEvent before(Standing standing, ReportingDate date) {
    for (int i = standing.position() - 1; i >= 0; i--) {
      LineEvent earlier = ratedAt(i, date);
      if (earlier != null) {
        return earlier;
      }
    }
    return null;
  }

  private @Nullable LineEvent ratedAt(int position, ReportingDate date) {
    LineEvent event = events.get(position);
    return event.kind() == Kind.RATED && event.counts(date) ? event : null;
  }

  /** The events that count at a reporting date, in order. */
  public List<LineEvent> counting(ReportingDate date) {
    List<LineEvent> counting = new ArrayList<>();
    for (LineEvent event : events.subList(0, published(date))) {
      if (event.counts(date)) {
        counting.add(event);
      }
    }
    return counting;
  }
}
