package org.gradeline.statistics;

import java.io.Serializable;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Step;
import org.gradeline.reference.Line;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scope;

/**
 * How often a rating of one grade was followed by one of another: each two consecutive ratings of a
 * council on a line.
 */
public final class TransitionTally implements Tally<TransitionTally> {
  private static final long serialVersionUID = 1L;

  private final Reference reference;
  private final ReportingDate date;
  private final TreeMap<Cell, TreeMap<Long, Long>> days = new TreeMap<>();
  private final TreeMap<Cell, Long> transitions = new TreeMap<>();

  private record Cell(int scope, int line, int from, int to)
      implements Comparable<Cell>, Serializable {
    @Override
    public int compareTo(Cell other) {
      return Long.compare(order(), other.order());
    }

    private long order() {
      return (((long) scope << 16 | line) << 16 | from) << 16 | to;
    }
  }

  /**
   * @param reference what is known
   * @param date what counts
   */
  public TransitionTally(Reference reference, ReportingDate date) {
    this.reference = reference;
    this.date = date;
  }

  @Override
  public TransitionTally empty() {
    return new TransitionTally(reference, date);
  }

  @Override
  public void count(CouncilHistory history) {
    for (Scope scope : reference.scopes()) {
      for (Line line : reference.lines()) {
        for (Step step : history.steps(scope, line, date)) {
          Step previous = step.previous();
          if (previous != null) {
            Cell cell =
                new Cell(
                    scope.position(),
                    line.position(),
                    previous.grade().rank(),
                    step.grade().rank());
            transitions.merge(cell, 1L, Long::sum);
            OptionalLong between = step.daysSincePrevious();
            if (between.isPresent()) {
              days.computeIfAbsent(cell, key -> new TreeMap<>())
                  .merge(between.getAsLong(), 1L, Long::sum);
            }
          }
        }
      }
    }
  }

  @Override
  public void merge(TransitionTally other) {
    other.transitions.forEach((cell, count) -> transitions.merge(cell, count, Long::sum));
    other.days.forEach(
        (cell, counts) -> {
          TreeMap<Long, Long> own = days.computeIfAbsent(cell, key -> new TreeMap<>());
          counts.forEach((between, count) -> own.merge(between, count, Long::sum));
        });
  }

  /** How often one grade was followed by another. */
  public long transitions(Scope scope, Line line, int from, int to) {
    return transitions.getOrDefault(new Cell(scope.position(), line.position(), from, to), 0L);
  }

  /**
   * Median days between the two publications, of the pairs whose days are both known; empty when
   * there is none.
   */
  public OptionalDouble medianDays(Scope scope, Line line, int from, int to) {
    return Quantiles.median(
        days.getOrDefault(new Cell(scope.position(), line.position(), from, to), new TreeMap<>()));
  }
}
