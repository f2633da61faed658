package org.gradeline.statistics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

  // A rating is one number, because there is one for every step of every council: from the left its
  // day, line, council, direction and rank, so that the numbers are in the order of all of these.
  private static final int RANK_BITS = 7;
  private static final int DIRECTION_BITS = 2;
  private static final int COUNCIL_BITS = 20;
  private static final int LINE_BITS = 7;
  private static final int DAY_BITS = RANK_BITS + DIRECTION_BITS + COUNCIL_BITS;

  private final Reference reference;
  private final ReportingDate date;
  private long[] ratings = new long[16];
  private int size;
  private boolean sorted;

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

    private long packed() {
      return (long) published.packed() << LINE_BITS | line;
    }

    private static Day of(long packed) {
      PartialDate published = new PartialDate((int) (packed >> LINE_BITS));
      return new Day(published, (int) packed & mask(LINE_BITS));
    }
  }

  /**
   * A rating that came out.
   *
   * @param council position of the council
   * @param rank rank of the grade
   * @param direction how it compares with the council's rating before
   */
  public record Rating(int council, int rank, Direction direction) {
    private long packed() {
      long known = (long) council << DIRECTION_BITS | DIRECTIONS.indexOf(direction);
      return known << RANK_BITS | rank;
    }

    private static Rating of(long packed) {
      return new Rating(
          (int) (packed >> (RANK_BITS + DIRECTION_BITS)) & mask(COUNCIL_BITS),
          (int) packed & mask(RANK_BITS),
          DIRECTIONS.get((int) (packed >> RANK_BITS) & mask(DIRECTION_BITS)));
    }
  }

  /**
   * @param reference the run's reference data
   * @param date what counts
   */
  public PublicationDayTally(Reference reference, ReportingDate date) {
    this.reference = reference;
    this.date = date;
  }

  private static int mask(int bits) {
    return (1 << bits) - 1;
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
          Rating rating =
              new Rating(history.council().position(), step.grade().rank(), step.direction());
          reserve(1);
          ratings[size++] =
              new Day(published, line.position()).packed() << DAY_BITS | rating.packed();
        }
      }
    }
    sorted = false;
  }

  private void reserve(int more) {
    if (size + more > ratings.length) {
      ratings = Arrays.copyOf(ratings, Math.max(ratings.length * 3 / 2, size + more));
    }
  }

  @Override
  public void merge(PublicationDayTally other) {
    reserve(other.size);
    System.arraycopy(other.ratings, 0, ratings, size, other.size);
    size += other.size;
    sorted = false;
  }

  /** The days of publication, in order. */
  public List<Day> days() {
    sort();
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (i == 0 || ratings[i] >> DAY_BITS != ratings[i - 1] >> DAY_BITS) {
        days.add(Day.of(ratings[i] >> DAY_BITS));
      }
    }
    return days;
  }

  /** The ratings of a day, in the order of the councils. */
  public List<Rating> ratings(Day day) {
    sort();
    int from = Arrays.binarySearch(ratings, 0, size, day.packed() << DAY_BITS);
    List<Rating> ofDay = new ArrayList<>();
    for (int i = from < 0 ? -from - 1 : from;
        i < size && ratings[i] >> DAY_BITS == day.packed();
        i++) {
      ofDay.add(Rating.of(ratings[i]));
    }
    return ofDay;
  }

  private void sort() {
    if (!sorted) {
      Arrays.parallelSort(ratings, 0, size);
      sorted = true;
    }
  }
}
