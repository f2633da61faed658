package org.gradeline.statistics;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Direction;
import org.gradeline.histories.Step;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;

/**
 * Which ratings came out on the same day, line by line. A publication known only to its month or
 * year is on no day. Not thread safe.
 */
public final class PublicationDays implements Gathering {
  private static final List<Direction> DIRECTIONS = List.of(Direction.values());

  private final Reference reference;
  private final ReportingDate date;

  /** What was counted, not in order. */
  private long[] counted = new long[16];

  private int size;

  /**
   * A day of publication on a line.
   *
   * @param published the day
   * @param line position of the line
   * @param ratings the ratings that came out, in the order of the councils; one at least
   */
  public record Day(PartialDate published, int line, List<Rating> ratings) {}

  /**
   * A rating that came out.
   *
   * @param council position of the council
   * @param rank rank of the grade
   * @param direction how it compares with the council's rating before
   */
  public record Rating(int council, int rank, Direction direction) {
    private static Rating of(long packed) {
      return new Rating(
          PackedRating.council(packed),
          PackedRating.rank(packed),
          DIRECTIONS.get(PackedRating.direction(packed)));
    }
  }

  /**
   * @param reference the run's reference data
   * @param date what counts
   */
  public PublicationDays(Reference reference, ReportingDate date) {
    this.reference = reference;
    this.date = date;
  }

  @Override
  public void count(CouncilHistory history) {
    for (Line line : reference.lines()) {
      for (Step step : history.steps(reference.everyFramework(), line, date)) {
        PartialDate published = step.inspection().published();
        if (published.isFull()) {
          if (size == counted.length) {
            counted = Arrays.copyOf(counted, size + (size >> 1));
          }
          counted[size++] =
              PackedRating.of(
                  PackedRating.day(published.packed(), line.position()),
                  history.council().position(),
                  step.grade().rank(),
                  DIRECTIONS.indexOf(step.direction()));
        }
      }
    }
  }

  /** Writes the ratings as packed numbers, in their order, eight bytes each. */
  @Override
  public void write(OutputStream out) throws IOException {
    long[] inOrder = Arrays.copyOf(counted, size);
    Arrays.sort(inOrder);
    DataOutputStream numbers = new DataOutputStream(out);
    for (long rating : inOrder) {
      numbers.writeLong(rating);
    }
    numbers.flush();
  }

  /**
   * The days of publication, in the order of time, then of the lines, each made when it is asked
   * for. Bytes that no gathering of this run has written end in an {@link UncheckedIOException}.
   *
   * @param gathered what gatherings have written, in any order
   */
  public static Stream<Day> days(Reference reference, List<InputStream> gathered) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            new Days(reference, new MergedRatings(gathered)),
            Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
        false);
  }

  private static final class Days implements Iterator<Day> {
    private final Reference reference;
    private final MergedRatings ratings;
    private boolean more;

    Days(Reference reference, MergedRatings ratings) {
      this.reference = reference;
      this.ratings = ratings;
      this.more = ratings.advance();
    }

    @Override
    public boolean hasNext() {
      return more;
    }

    @Override
    public Day next() {
      if (!more) {
        throw new NoSuchElementException();
      }
      long first = ratings.rating();
      int line = PackedRating.line(first);
      List<Rating> ofDay = new ArrayList<>();
      while (more && PackedRating.day(ratings.rating()) == PackedRating.day(first)) {
        ofDay.add(rating(ratings.rating()));
        more = ratings.advance();
      }
      return new Day(published(first), line, ofDay);
    }

    private static PartialDate published(long rating) {
      try {
        PartialDate published = CountsInput.date(PackedRating.published(rating));
        if (published.isFull()) {
          return published;
        }
        throw CountsInput.damaged("a publication is on no day");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Rating rating(long packed) {
      int line = PackedRating.line(packed);
      int rank = PackedRating.rank(packed);
      if (PackedRating.council(packed) >= reference.councils().all().size()
          || line >= reference.lines().size()
          || rank == 0
          || rank > reference.lines().get(line).scale().grades().size()) {
        throw new UncheckedIOException(
            CountsInput.damaged("a publication is of no council, line or grade"));
      }
      return Rating.of(packed);
    }
  }
}
