package org.gradeline.statistics;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Step;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.statistics.KaplanMeier.Exits;
import org.jspecify.annotations.Nullable;

/**
 * How long councils stay at the lowest grade of a line. A spell begins with the publication of the
 * first rating at it and ends with that of the first better one; a line that is no longer judged, a
 * council that closes, or the reporting date ends the watch. Spells that begin or end on a day that
 * is not known are left out, and so are those that begin after the watch has ended.
 */
public final class RecoveryTally implements Tally {
  private static final String KIND = "recoveries";

  private final Reference reference;
  private final ReportingDate date;
  private final List<ExitsByDay> byLine;

  /**
   * @param reference the run's reference data
   * @param date what counts, and the end of the watch
   */
  public RecoveryTally(Reference reference, ReportingDate date) {
    this.reference = reference;
    this.date = date;
    this.byLine = reference.lines().stream().map(line -> new ExitsByDay()).toList();
  }

  @Override
  public void count(CouncilHistory history) {
    for (Line line : reference.lines()) {
      int lowest = line.scale().grades().size();
      List<Step> steps = history.steps(reference.everyFramework(), line, date);
      PartialDate begun = null;
      for (int i = 0; i < steps.size(); i++) {
        Step step = steps.get(i);
        if (step.grade().rank() == lowest && begun == null) {
          begun = step.inspection().published();
        }
        Step next = i + 1 < steps.size() ? steps.get(i + 1) : null;
        PartialDate until = step.inForceUntil();
        boolean followed = next != null && next.inspection().published().equals(until);
        boolean recovered = followed && next != null && next.grade().rank() < lowest;
        if (begun != null && (recovered || !followed)) {
          add(line, begun, until, recovered);
          begun = null;
        }
      }
    }
  }

  private void add(Line line, PartialDate begun, @Nullable PartialDate until, boolean recovered) {
    PartialDate watched = PartialDate.of(date.asAt());
    PartialDate end = until == null ? watched : until;
    boolean closedBefore = until != null && begun.compareTo(until) >= 0;
    boolean neverWatched = begun.compareTo(watched) > 0 || closedBefore;
    if (!begun.isFull() || !end.isFull() || neverWatched) {
      return;
    }
    boolean inTime = end.compareTo(watched) <= 0;
    LocalDate last = inTime ? end.toLocalDate() : date.asAt();
    long days = ChronoUnit.DAYS.between(begun.toLocalDate(), last);
    Exits exit = recovered && inTime ? new Exits(1, 0) : new Exits(0, 1);
    byLine.get(line.position()).add(days, exit);
  }

  @Override
  public void write(CountsOutput out) {
    out.head(KIND, byLine.size());
    byLine.forEach(exits -> exits.write(out));
  }

  @Override
  public void add(CountsInput in) throws IOException {
    in.head(KIND, byLine.size());
    for (ExitsByDay exits : byLine) {
      exits.add(in);
    }
  }

  /** Recoveries and ends of watch on a line, by days since the spell began. */
  public SortedMap<Long, Exits> exits(Line line) {
    return byLine.get(line.position()).exits();
  }
}
