package org.gradeline.statistics;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Step;
import org.gradeline.reference.Council;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The grade in force of every open council on every line, brought together so that councils can be
 * compared with their neighbours. Grades are ordered and are not numbers: the comparison counts and
 * never takes a mean.
 */
public final class StandingTally implements Tally {
  private static final String KIND = "standings";

  /** How many numbers a rating has, and the places of those after its rank. */
  private static final int NUMBERS = 3;

  private static final int[] NONE = {};
  private static final int PUBLISHED = 1;
  private static final int SINCE = 2;

  private final Reference reference;
  private final ReportingDate date;
  private final int lines;

  /**
   * By council, its ratings in force: line by line the rank, 0 where there is none, and the packed
   * dates of the publication and of the first at this grade. Empty where the council has none: of
   * all councils, a part has few.
   */
  private final int[][] ratings;

  /**
   * A rating in force.
   *
   * @param rank its rank
   * @param published when its report came out
   * @param since the first publication of the unbroken run of ratings at its grade
   */
  public record InForce(int rank, PartialDate published, PartialDate since) {}

  /**
   * A council among its statistical neighbours.
   *
   * @param rank rank of its own grade; 0 without one
   * @param neighbours its open neighbours
   * @param byGrade how many of them have each grade, best first
   * @param better how many have a better grade; of a council with a grade
   * @param same how many have the same; of a council with a grade
   * @param worse how many have a worse one; of a council with a grade
   */
  public record Comparison(
      int rank, long neighbours, List<Long> byGrade, long better, long same, long worse) {
    /** How many neighbours have a grade. */
    public long graded() {
      return byGrade.stream().mapToLong(Long::longValue).sum();
    }

    /** Whether the council itself has a grade. */
    public boolean hasGrade() {
      return rank > 0;
    }

    /**
     * The council's place among itself and its neighbours, from 1, which equals share; of a council
     * with a grade.
     */
    public long position() {
      return better + 1;
    }

    /**
     * Neighbours at a grade or a better one.
     *
     * @param mark rank of the grade
     */
    public long atOrAbove(int mark) {
      return byGrade.subList(0, mark).stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * @param reference the run's reference data
   * @param date what counts
   */
  public StandingTally(Reference reference, ReportingDate date) {
    this.reference = reference;
    this.date = date;
    this.lines = reference.lines().size();
    this.ratings = new int[reference.councils().all().size()][];
    Arrays.fill(ratings, NONE);
  }

  @Override
  public void count(CouncilHistory history) {
    if (history.council().openOn(date.asAt())) {
      for (Line line : reference.lines()) {
        Scope scope = reference.everyFramework();
        if (history.line(scope, line).at(date).rated() != null) {
          List<Step> steps = history.steps(scope, line, date);
          Step last = steps.get(steps.size() - 1);
          set(
              ratings(history.council().position()),
              line,
              last.grade().rank(),
              last.inspection().published(),
              last.gradeSince());
        }
      }
    }
  }

  private int[] ratings(int council) {
    int[] own = ratings[council];
    if (own.length == 0) {
      own = new int[lines * NUMBERS];
      ratings[council] = own;
    }
    return own;
  }

  private static void set(
      int[] byLine, Line line, int rank, PartialDate published, PartialDate since) {
    int cell = line.position() * NUMBERS;
    byLine[cell] = rank;
    byLine[cell + PUBLISHED] = published.packed();
    byLine[cell + SINCE] = since.packed();
  }

  @Override
  public void write(CountsOutput out) {
    out.head(KIND, ratings.length, lines);
    out.number(Arrays.stream(ratings).filter(own -> own.length > 0).count());
    int next = 0;
    for (int council = 0; council < ratings.length; council++) {
      int[] own = ratings[council];
      if (own.length > 0) {
        out.number(council - next);
        write(own, out);
        next = council + 1;
      }
    }
  }

  private static void write(int[] byLine, CountsOutput out) {
    for (int cell = 0; cell < byLine.length; cell += NUMBERS) {
      out.number(byLine[cell]);
      if (byLine[cell] > 0) {
        int published = byLine[cell + PUBLISHED];
        int since = byLine[cell + SINCE];
        out.number(published);
        out.number(since == published ? 0 : since);
      }
    }
  }

  @Override
  public void add(CountsInput in) throws IOException {
    in.head(KIND, ratings.length, lines);
    int next = 0;
    for (int councils = in.count(); councils > 0; councils--) {
      int council = next + in.below(ratings.length - next);
      if (ratings[council].length > 0) {
        throw CountsInput.damaged("the same council was counted in two parts");
      }
      addTo(ratings(council), in);
      next = council + 1;
    }
  }

  private void addTo(int[] byLine, CountsInput in) throws IOException {
    for (Line line : reference.lines()) {
      int rank = in.below(line.scale().grades().size() + 1);
      if (rank > 0) {
        PartialDate published = in.knownDate();
        PartialDate since = in.date();
        set(byLine, line, rank, published, since == null ? published : since);
      }
    }
  }

  /** The rating of a council in force on a line, or null. */
  public @Nullable InForce inForce(Council council, Line line) {
    int rank = rank(council, line);
    if (rank == 0) {
      return null;
    }
    int[] own = ratings(council.position());
    int cell = line.position() * NUMBERS;
    return new InForce(
        rank, new PartialDate(own[cell + PUBLISHED]), new PartialDate(own[cell + SINCE]));
  }

  private int rank(Council council, Line line) {
    int[] own = ratings[council.position()];
    return own.length == 0 ? 0 : own[line.position() * NUMBERS];
  }

  /** A council's statistical neighbours that are open and counted, the closest first. */
  public List<Council> neighbours(Council council) {
    return reference.neighbours().getOrDefault(council.position(), List.of()).stream()
        .filter(neighbour -> neighbour.openOn(date.asAt()) && reference.counts(neighbour))
        .toList();
  }

  /** A council among its statistical neighbours that are open and counted. */
  public Comparison compare(Council council, Line line) {
    int own = rank(council, line);
    Long[] byGrade = new Long[line.scale().grades().size()];
    Arrays.fill(byGrade, 0L);
    long neighbours = 0;
    long better = 0;
    long worse = 0;
    long same = 0;
    for (Council neighbour : neighbours(council)) {
      neighbours++;
      int rank = rank(neighbour, line);
      if (rank > 0) {
        byGrade[rank - 1]++;
        better += rank < own ? 1 : 0;
        same += rank == own ? 1 : 0;
        worse += rank > own ? 1 : 0;
      }
    }
    return new Comparison(own, neighbours, List.of(byGrade), better, same, worse);
  }
}
