package org.gradeline.statistics;

import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
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
public final class ChangeTally implements Tally {
  private static final String KIND = "changes";
  private static final List<Direction> DIRECTIONS = List.of(Direction.values());
  private static final List<YearType> YEAR_TYPES = List.of(YearType.values());
  private static final int YEARS = PartialDate.MAX_YEAR + 1;

  private final Reference reference;
  private final ReportingDate date;

  /** Ratings of every year by the positions of the directions. */
  private final HashMap<Cell, long[]> ratings = new HashMap<>();

  /**
   * A year of a line in a scope.
   *
   * @param yearType the kind of year
   * @param year the calendar year in which it begins
   * @param scope position of the scope
   * @param line position of the line
   */
  public record Cell(YearType yearType, int year, int scope, int line) implements Comparable<Cell> {
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
   * @param reference the run's reference data
   * @param date what counts
   */
  public ChangeTally(Reference reference, ReportingDate date) {
    this.reference = reference;
    this.date = date;
  }

  @Override
  public void count(CouncilHistory history) {
    for (Scope scope : reference.scopes()) {
      for (Line line : reference.lines()) {
        List<Step> steps = history.steps(scope, line, date);
        for (YearType yearType : YEAR_TYPES) {
          count(steps, yearType, scope.position(), line.position());
        }
      }
    }
  }

  /** Steps of one year mostly follow each other, so that its cell is looked up once. */
  private void count(List<Step> steps, YearType yearType, int scope, int line) {
    int yearOfCell = Integer.MIN_VALUE;
    long[] cell = new long[0];
    for (Step step : steps) {
      PartialDate start = step.inspection().start();
      int year = yearType.yearOf((start != null ? start : step.inspection().published()).latest());
      if (year != yearOfCell) {
        yearOfCell = year;
        cell = counts(new Cell(yearType, year, scope, line));
      }
      cell[DIRECTIONS.indexOf(step.direction())]++;
    }
  }

  private long[] counts(Cell cell) {
    return ratings.computeIfAbsent(cell, key -> new long[DIRECTIONS.size()]);
  }

  @Override
  public void write(CountsOutput out) {
    out.head(KIND, reference.scopes().size(), reference.lines().size());
    out.number(ratings.size());
    long next = 0;
    for (Map.Entry<Cell, long[]> entry : new TreeMap<>(ratings).entrySet()) {
      long number = number(entry.getKey());
      out.number(number - next);
      for (long count : entry.getValue()) {
        out.number(count);
      }
      next = number + 1;
    }
  }

  @Override
  public void add(CountsInput in) throws IOException {
    in.head(KIND, reference.scopes().size(), reference.lines().size());
    long next = 0;
    for (int more = in.count(); more > 0; more--) {
      long number = next + in.below(Integer.MAX_VALUE);
      long[] own = counts(cell(number));
      for (int direction = 0; direction < own.length; direction++) {
        own[direction] += in.number();
      }
      next = number + 1;
    }
  }

  /** A cell's number, in the order of the cells. */
  private long number(Cell cell) {
    long years = (long) YEAR_TYPES.indexOf(cell.yearType()) * YEARS + cell.year();
    return (years * reference.scopes().size() + cell.scope()) * reference.lines().size()
        + cell.line();
  }

  private Cell cell(long number) throws IOException {
    int lines = reference.lines().size();
    int scopes = reference.scopes().size();
    long years = number / lines / scopes;
    if (years >= (long) YEARS * YEAR_TYPES.size()) {
      throw CountsInput.damaged("there is no such year");
    }
    return new Cell(
        YEAR_TYPES.get((int) (years / YEARS)),
        (int) (years % YEARS),
        (int) (number / lines % scopes),
        (int) (number % lines));
  }

  /** Ratings of every year by direction, in order. */
  public SortedMap<Cell, Map<Direction, Long>> ratings() {
    TreeMap<Cell, Map<Direction, Long>> inOrder = new TreeMap<>();
    ratings.forEach(
        (cell, counts) -> {
          Map<Direction, Long> byDirection = new EnumMap<>(Direction.class);
          for (Direction direction : DIRECTIONS) {
            byDirection.put(direction, counts[DIRECTIONS.indexOf(direction)]);
          }
          inOrder.put(cell, byDirection);
        });
    return inOrder;
  }
}
