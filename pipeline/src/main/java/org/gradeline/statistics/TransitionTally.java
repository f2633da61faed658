package org.gradeline.statistics;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Step;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scope;

/**
 * How often a rating of one grade was followed by one of another: each two consecutive ratings of a
 * council on a line.
 */
public final class TransitionTally implements Tally {
  private static final String KIND = "transitions";

  /** More days than there are between any two dates of records. */
  private static final int MAX_DAYS =
      366 * (PartialDate.LAST_PLAUSIBLE_YEAR - PartialDate.FIRST_PLAUSIBLE_YEAR + 1);

  private static final int[] NO_DAYS = {};

  private final Reference reference;
  private final ReportingDate date;
  private final CellIndex index;
  private final int grades;
  private final long[] transitions;

  /** Of each transition, how many took so many days. */
  private final int[][] days;

  /**
   * @param reference the run's reference data
   * @param date what counts
   */
  public TransitionTally(Reference reference, ReportingDate date) {
    this.reference = reference;
    this.date = date;
    this.index = CellIndex.of(reference);
    this.grades =
        reference.lines().stream().mapToInt(line -> line.scale().grades().size()).max().orElse(0);
    int cells = index.size() * grades * grades;
    this.transitions = new long[cells];
    this.days = new int[cells][];
    Arrays.fill(days, NO_DAYS);
  }

  @Override
  public void count(CouncilHistory history) {
    for (Scope scope : reference.scopes()) {
      for (Line line : reference.lines()) {
        for (Step step : history.steps(scope, line, date)) {
          Step previous = step.previous();
          if (previous != null) {
            int cell = cell(scope, line, previous.grade().rank(), step.grade().rank());
            transitions[cell]++;
            OptionalLong between = step.daysSincePrevious();
            if (between.isPresent()) {
              int day = Math.toIntExact(between.getAsLong());
              reserve(cell, day + 1);
              days[cell][day]++;
            }
          }
        }
      }
    }
  }

  private int cell(Scope scope, Line line, int from, int to) {
    return (index.of(scope, line) * grades + from - 1) * grades + to - 1;
  }

  private void reserve(int cell, int length) {
    if (days[cell].length < length) {
      days[cell] = Arrays.copyOf(days[cell], Math.max(length, days[cell].length * 3 / 2));
    }
  }

  @Override
  public void write(CountsOutput out) {
    out.head(KIND, transitions.length);
    out.number(Arrays.stream(transitions).filter(count -> count > 0).count());
    int next = 0;
    for (int cell = 0; cell < transitions.length; cell++) {
      if (transitions[cell] > 0) {
        out.number(cell - next);
        out.number(transitions[cell]);
        out.cells(days[cell]);
        next = cell + 1;
      }
    }
  }

  @Override
  public void add(CountsInput in) throws IOException {
    in.head(KIND, transitions.length);
    int next = 0;
    for (int more = in.count(); more > 0; more--) {
      int cell = next + in.below(transitions.length - next);
      transitions[cell] += in.number();
      addDays(cell, in);
      next = cell + 1;
    }
  }

  private void addDays(int cell, CountsInput in) throws IOException {
    int next = 0;
    for (int counted = in.count(); counted > 0; counted--) {
      int day = next + in.below(MAX_DAYS - next);
      reserve(cell, day + 1);
      days[cell][day] += in.below(Integer.MAX_VALUE - days[cell][day]);
      next = day + 1;
    }
  }

  /** How often one grade was followed by another. */
  public long transitions(Scope scope, Line line, int from, int to) {
    return transitions[cell(scope, line, from, to)];
  }

  /**
   * Median days between the two publications, of the pairs whose days are both known; empty when
   * there is none.
   */
  public OptionalDouble medianDays(Scope scope, Line line, int from, int to) {
    SortedMap<Long, Long> counts = new TreeMap<>();
    int[] byDay = days[cell(scope, line, from, to)];
    for (int day = 0; day < byDay.length; day++) {
      if (byDay[day] > 0) {
        counts.put((long) day, (long) byDay[day]);
      }
    }
    return Quantiles.median(counts);
  }
}
