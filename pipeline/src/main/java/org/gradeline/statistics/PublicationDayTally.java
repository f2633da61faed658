package org.gradeline.statistics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Direction;
import org.gradeline.histories.Step;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;

/**
 * Which ratings came out on the same day, line by line. A publication known only to its month or
 * year is on no day.
 */
public final class PublicationDayTally implements Tally<PublicationDayTally> {
  private static final long serialVersionUID = 1L;
  private static final List<Direction> DIRECTIONS = List.of(Direction.values());

  private final Reference reference;
  private final ReportingDate date;
  private final TreeMap<Day, Ratings> days = new TreeMap<>();

  /**
   * A day of publication on a line.
   *
   * @param published the day
   * @param line position of the line
   */
  public record Day(PartialDate published, int line) implements Comparable<Day>, Serializable {
    private static final Comparator<Day> ORDER =
        Comparator.comparing(Day::published).thenComparingInt(Day::line);

    @Override
    public int compareTo(Day other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * A rating that came out.
   *
   * @param council position of the council
   * @param rank rank of the grade
   * @param direction how it compares with the council's rating before
   */
  public record Rating(int council, int rank, Direction direction) {}

  /** Ratings in a few bytes each, because there is one for every step of every council. */
  private static final class Ratings implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int BITS = 8;

    private int[] councils = new int[2];
    private short[] outcomes = new short[2];
    private int size;

    void add(int council, int outcome) {
      if (size == councils.length) {
        councils = Arrays.copyOf(councils, size * 2);
        outcomes = Arrays.copyOf(outcomes, size * 2);
      }
      councils[size] = council;
      outcomes[size] = (short) outcome;
      size++;
    }

    void add(Ratings other) {
      for (int i = 0; i < other.size; i++) {
        add(other.councils[i], other.outcomes[i]);
      }
    }

    List<Rating> inCouncilOrder() {
      List<Rating> ratings = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        Direction direction = DIRECTIONS.get(outcomes[i] & ((1 << BITS) - 1));
        ratings.add(new Rating(councils[i], outcomes[i] >> BITS, direction));
      }
      ratings.sort(
          Comparator.comparingInt(Rating::council)
              .thenComparing(Rating::direction)
              .thenComparingInt(Rating::rank));
      return ratings;
    }
  }

  /**
   * @param reference what is known
   * @param date what counts
   */
  public PublicationDayTally(Reference reference, ReportingDate date) {
    this.reference = reference;
    this.date = date;
  }

  @Override
  public PublicationDayTally empty() {
    return new PublicationDayTally(reference, date);
  }

  @Override
  public void count(CouncilHistory history) {
    for (Line line : reference.lines()) {
      for (Step step : history.steps(reference.everyFramework(), line, date)) {
        PartialDate published = step.inspection().published();
        if (published.isFull()) {
          int outcome = step.grade().rank() << Ratings.BITS | DIRECTIONS.indexOf(step.direction());
          days.computeIfAbsent(new Day(published, line.position()), key -> new Ratings())
              .add(history.council().position(), outcome);
        }
      }
    }
  }

  @Override
  public void merge(PublicationDayTally other) {
    other.days.forEach(
        (day, ratings) -> days.computeIfAbsent(day, key -> new Ratings()).add(ratings));
  }

  /** The days of publication, in order. */
  public Iterable<Day> days() {
    return days.keySet();
  }

  /** The ratings of a day, in the order of the councils. */
  public List<Rating> ratings(Day day) {
    return days.getOrDefault(day, new Ratings()).inCouncilOrder();
  }
}
