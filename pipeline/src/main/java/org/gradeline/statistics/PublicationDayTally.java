package org.gradeline.statistics;

import java.io.IOException;
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
 * year is on no day.
 *
 * <p>It grows with the records, so that what was added stays as the bytes it came in, and the days
 * are made one after the other.
 */
public final class PublicationDayTally implements Tally {
  private static final String KIND = "publication days";
  private static final List<Direction> DIRECTIONS = List.of(Direction.values());

  private final Reference reference;
  private final ReportingDate date;

  /** What was counted here, not in order. */
  private long[] counted = new long[16];

  private int size;

  /** What was added: runs in order. */
  private final List<byte[]> runs = new ArrayList<>();

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
  public PublicationDayTally(Reference reference, ReportingDate date) {
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

  @Override
  public void write(CountsOutput out) {
    out.head(KIND, reference.councils().all().size(), reference.lines().size());
    if (size == 0 && runs.size() == 1) {
      out.bytes(runs.get(0));
      return;
    }
    PublicationRun.Writer one = new PublicationRun.Writer();
    PublicationRun.Merge merge = new PublicationRun.Merge(allRuns());
    while (merge.advance()) {
      one.add(merge.rating());
    }
    out.bytes(one.written());
  }

  private List<byte[]> allRuns() {
    List<byte[]> all = new ArrayList<>(runs);
    if (size > 0) {
      long[] inOrder = Arrays.copyOf(counted, size);
      Arrays.sort(inOrder);
      PublicationRun.Writer own = new PublicationRun.Writer();
      for (long rating : inOrder) {
        own.add(rating);
      }
      all.add(own.written().bytes());
    }
    return all;
  }

  @Override
  public void add(CountsInput in) throws IOException {
    in.head(KIND, reference.councils().all().size(), reference.lines().size());
    byte[] run = in.bytes();
    PublicationRun.Reader ratings = new PublicationRun.Reader(run);
    int published = 0;
    while (ratings.advance()) {
      check(ratings.rating());
      if (PackedRating.published(ratings.rating()) != published) {
        published = PackedRating.published(ratings.rating());
        check(CountsInput.date(published));
      }
    }
    if (run.length > 0) {
      runs.add(run);
    }
  }

  private void check(long rating) throws IOException {
    int line = PackedRating.line(rating);
    int rank = PackedRating.rank(rating);
    if (PackedRating.council(rating) >= reference.councils().all().size()
        || line >= reference.lines().size()
        || rank == 0
        || rank > reference.lines().get(line).scale().grades().size()) {
      throw CountsInput.damaged("a publication is of no council, line or grade");
    }
  }

  private static void check(PartialDate published) throws IOException {
    if (!published.isFull()) {
      throw CountsInput.damaged("a publication is on no day");
    }
  }

  /**
   * The days of publication, in the order of time, then of the lines, each made when it is asked
   * for.
   */
  public Stream<Day> days() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            new Days(new PublicationRun.Merge(allRuns())),
            Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
        false);
  }

  private static final class Days implements Iterator<Day> {
    private final PublicationRun.Merge ratings;
    private boolean more;

    Days(PublicationRun.Merge ratings) {
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
      List<Rating> ofDay = new ArrayList<>();
      while (more && PackedRating.day(ratings.rating()) == PackedRating.day(first)) {
        ofDay.add(Rating.of(ratings.rating()));
        more = ratings.advance();
      }
      return new Day(
          new PartialDate(PackedRating.published(first)), PackedRating.line(first), ofDay);
    }
  }
}
