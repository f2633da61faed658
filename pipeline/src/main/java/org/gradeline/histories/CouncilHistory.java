package org.gradeline.histories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalLong;
import org.gradeline.histories.LineEvent.Kind;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.reference.Council;
import org.gradeline.reference.Line;
import org.gradeline.reference.Line.Member;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scheme;
import org.gradeline.reference.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A council with all its merged records, followed along every line in every scope. What it tells
 * never changes; but it keeps the steps that were asked for last, because many tables and tallies
 * ask for the same ones. So it is not for several threads.
 */
public final class CouncilHistory {
  private final Council council;
  private final MergedCouncil merged;

  /** Line histories by the positions of scope and line. */
  private final List<List<LineHistory>> lines;

  private final Reference reference;

  /** Steps at the date that was asked for last, by the line histories. */
  private final IdentityHashMap<LineHistory, List<Step>> stepsOfLines = new IdentityHashMap<>();

  private @Nullable ReportingDate dateOfSteps;

  private CouncilHistory(
      Council council, MergedCouncil merged, List<List<LineHistory>> lines, Reference reference) {
    this.council = council;
    this.merged = merged;
    this.lines = lines;
    this.reference = reference;
  }

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
    return new CouncilHistory(council, merged, lines, reference);
  }

  /** The council. */
  public Council council() {
    return council;
  }

  /** Its inspections and visits. */
  public MergedCouncil merged() {
    return merged;
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
  @SuppressWarnings("ReferenceEquality")
  public List<Step> steps(Scope scope, Line line, ReportingDate date) {
    // Nearly always it is the very date that was asked for last.
    if (date != dateOfSteps && !date.equals(dateOfSteps)) {
      stepsOfLines.clear();
      dateOfSteps = date;
    }
    return stepsOfLines.computeIfAbsent(line(scope, line), history -> follow(history, line, date));
  }

  private List<Step> follow(LineHistory history, Line line, ReportingDate date) {
    List<LineEvent> events = history.counting(date);
    int[] visits = daysOfVisits(line.scheme(), date);
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
                visitsBetween(previous, event, line.scheme(), visits),
                inForceUntil(event, events.subList(i + 1, events.size()), date)));
      }
    }
    return List.copyOf(steps);
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

  /** The days of a scheme's visits that count at a reporting date, packed, in order. */
  private int[] daysOfVisits(Scheme scheme, ReportingDate date) {
    int[] days = new int[merged.visits().size()];
    int count = 0;
    for (Visit visit : merged.visits()) {
      if (!reference.countsVisits(reference.visitTypes().get(visit.type()), scheme)) {
        continue;
      }
      PartialDate day = visit.start() != null ? visit.start() : visit.published();
      if (day != null && date.counts(visit.start(), visit.published())) {
        days[count++] = day.latest();
      }
    }
    int[] counting = Arrays.copyOf(days, count);
    Arrays.sort(counting);
    return counting;
  }

  /** Visits between two publications; empty unless it is known that these are all. */
  private OptionalLong visitsBetween(
      @Nullable Step previous, LineEvent event, Scheme scheme, int[] visits) {
    if (previous == null) {
      return OptionalLong.empty();
    }
    PartialDate from = previous.inspection().published();
    PartialDate to = event.inspection().published();
    boolean known =
        from.isFull() && to.isFull() && reference.visitsKnown(scheme, from.packed(), to.packed());
    return known
        ? OptionalLong.of(visitsUntil(to.latest(), visits) - visitsUntil(from.latest(), visits))
        : OptionalLong.empty();
  }

  private static int visitsUntil(int day, int[] visits) {
    int place = Arrays.binarySearch(visits, day);
    while (place >= 0 && place + 1 < visits.length && visits[place + 1] == day) {
      place++;
    }
    return place >= 0 ? place + 1 : -place - 1;
  }
}
