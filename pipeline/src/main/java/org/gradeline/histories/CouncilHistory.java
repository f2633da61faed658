package org.gradeline.histories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradeline.histories.LineEvent.Kind;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.reference.Council;
import org.gradeline.reference.Line;
import org.gradeline.reference.Line.Member;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A council with all its merged records, followed along every line in every scope.
 *
 * @param council the council
 * @param merged its inspections and visits
 * @param lines its line histories, by the positions of scope and line
 */
public record CouncilHistory(Council council, MergedCouncil merged, List<List<LineHistory>> lines) {

  /** Follows a council along every line in every scope. */
  public static CouncilHistory of(Council council, MergedCouncil merged, Reference reference) {
    List<List<LineHistory>> lines = new ArrayList<>();
    for (Scope scope : reference.scopes()) {
      List<LineHistory> ofScope = new ArrayList<>();
      for (Line line : reference.lines()) {
        ofScope.add(LineHistory.follow(line, scope, reference.frameworks(), merged.inspections()));
      }
      lines.add(ofScope);
    }
    return new CouncilHistory(council, merged, lines);
  }

  /** The history of a line within a scope. */
  public LineHistory line(Scope scope, Line line) {
    return lines.get(scope.position()).get(line.position());
  }

  /**
   * The ratings on a line that count at a reporting date, each compared with the one before it.
   *
   * @return in order, none when there are none
   */
  public List<Step> steps(Scope scope, Line line, ReportingDate date) {
    List<LineEvent> events = line(scope, line).counting(date);
    int[] visits = daysOfVisits(date);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      LineEvent event = events.get(i);
      Member member = event.member();
      if (event.kind() == Kind.RATED && member != null) {
        Step previous = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        steps.add(
            new Step(
                steps.size() + 1,
                event.inspection(),
                member,
                line.scale().grade(event.rank()),
                previous,
                previous == null ? 0 : visitsBetween(previous, event, visits),
                inForceUntil(event, events.subList(i + 1, events.size()), date)));
      }
    }
    return steps;
  }

  /**
   * The council's closing ends a rating, even when a report on it comes later; what is published
   * after the closing ends at once.
   */
  private @Nullable PartialDate inForceUntil(
      LineEvent event, List<LineEvent> later, ReportingDate date) {
    PartialDate end = closedBy(date);
    for (LineEvent next : later) {
      if (next.kind() != Kind.PASSED_OVER) {
        end = earlier(end, next.inspection().published());
        break;
      }
    }
    PartialDate published = event.inspection().published();
    return end != null && end.compareTo(published) < 0 ? published : end;
  }

  private @Nullable PartialDate closedBy(ReportingDate date) {
    return council.closed() != null && !council.closed().isAfter(date.asAt())
        ? PartialDate.of(council.closed())
        : null;
  }

  private static PartialDate earlier(@Nullable PartialDate one, PartialDate other) {
    return one != null && one.compareTo(other) < 0 ? one : other;
  }

  /** The days of the visits that count at a reporting date, packed, in order. */
  private int[] daysOfVisits(ReportingDate date) {
    int[] days = new int[merged.visits().size()];
    int count = 0;
    for (Visit visit : merged.visits()) {
      PartialDate day = visit.start() != null ? visit.start() : visit.published();
      if (day != null && date.counts(visit.start(), visit.published())) {
        days[count++] = day.latest();
      }
    }
    int[] counting = Arrays.copyOf(days, count);
    Arrays.sort(counting);
    return counting;
  }

  private static int visitsBetween(Step previous, LineEvent event, int[] visits) {
    return visitsUntil(event.inspection().published().latest(), visits)
        - visitsUntil(previous.inspection().published().latest(), visits);
  }

  private static int visitsUntil(int day, int[] visits) {
    int place = Arrays.binarySearch(visits, day);
    while (place >= 0 && place + 1 < visits.length && visits[place + 1] == day) {
      place++;
    }
    return place >= 0 ? place + 1 : -place - 1;
  }
}
