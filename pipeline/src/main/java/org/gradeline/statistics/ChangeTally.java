package org.gradeline.statistics;

import java.io.Serializable;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Direction;
import org.gradeline.histories.Step;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scope;

/**
 * What the inspections of a year changed: each rating compared with the council's previous one in
 * the scope, in the year of the inspection's start or, where that is unknown, of its publication.
 */
public final class ChangeTally implements Tally<ChangeTally> {
  private static final long serialVersionUID = 1L;

  private final Reference reference;
  private final ReportingDate date;
  private final TreeMap<Cell, EnumMap<Direction, Long>> ratings = new TreeMap<>();

  /**
   * A year of a line in a scope.
   *
   * @param yearType the kind of year
   * @param year the calendar year in which it begins
   * @param scope position of the scope
   * @param line position of the line
   */
  public record Cell(YearType yearType, int year, int scope, int line)
      implements Comparable<Cell>, Serializable {
    private static final Comparator<Cell> ORDER =
        Comparator.comparing(Cell::yearType)
            .thenComparingInt(Cell::year)
            .thenComparingInt(Cell::scope)
            .thenComparingInt(Cell::line);

    @Override
    public int compareTo(Cell other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * @param reference what is known
   * @param date what counts
   */
  public ChangeTally(Reference reference, ReportingDate date) {
    this.reference = reference;
    this.date = date;
  }

  @Override
  public ChangeTally empty() {
    return new ChangeTally(reference, date);
  }

  @Override
  public void count(CouncilHistory history) {
    for (Scope scope : reference.scopes()) {
      for (Line line : reference.lines()) {
        for (Step step : history.steps(scope, line, date)) {
          PartialDate start = step.inspection().start();
          PartialDate day = start != null ? start : step.inspection().published();
          for (YearType yearType : YearType.values()) {
            int year = yearType.yearOf(day.toLocalDate());
            add(new Cell(yearType, year, scope.position(), line.position()), step.direction(), 1L);
          }
        }
      }
    }
  }

  private void add(Cell cell, Direction direction, long count) {
    ratings
        .computeIfAbsent(cell, key -> new EnumMap<>(Direction.class))
        .merge(direction, count, Long::sum);
  }

  @Override
  public void merge(ChangeTally other) {
    other.ratings.forEach(
        (cell, counts) -> counts.forEach((direction, count) -> add(cell, direction, count)));
  }

  /** Ratings of every year by direction, in order. */
  public SortedMap<Cell, Map<Direction, Long>> ratings() {
    return new TreeMap<>(ratings);
  }
}
