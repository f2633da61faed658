package org.gradeline.statistics;

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
public final class StandingTally implements Tally<StandingTally> {
  private static final long serialVersionUID = 1L;

  private final Reference reference;
  private final ReportingDate date;
  private final CellIndex index;

  /** Rank in force by council and line; 0 where there is none. */
  private final int[] ranks;

  /** Publication of the rating in force by council and line, packed; 0 where there is none. */
  private final int[] published;

  /** The first publication at the grade in force by council and line, packed; 0 where none. */
  private final int[] since;

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
    this.index = CellIndex.of(reference);
    int cells = reference.councils().all().size() * reference.lines().size();
    this.ranks = new int[cells];
    this.published = new int[cells];
    this.since = new int[cells];
  }

  @Override
  public StandingTally empty() {
    return new StandingTally(reference, date);
  }

  @Override
  public void count(CouncilHistory history) {
    if (history.council().openOn(date.asAt())) {
      for (Line line : reference.lines()) {
        Scope scope = reference.everyFramework();
        if (history.line(scope, line).at(date).rated() != null) {
          List<Step> steps = history.steps(scope, line, date);
          Step last = steps.get(steps.size() - 1);
          int cell = index.of(history.council(), line);
          ranks[cell] = last.grade().rank();
          published[cell] = last.inspection().published().packed();
          since[cell] = last.gradeSince().packed();
        }
      }
    }
  }

  @Override
  public void merge(StandingTally other) {
    // A council is counted in one part alone, so that every other part has 0.
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] += other.ranks[i];
      published[i] += other.published[i];
      since[i] += other.since[i];
    }
  }

  /** The rating of a council in force on a line, or null. */
  public @Nullable InForce inForce(Council council, Line line) {
    int cell = index.of(council, line);
    return ranks[cell] == 0
        ? null
        : new InForce(ranks[cell], new PartialDate(published[cell]), new PartialDate(since[cell]));
  }

  /** A council's statistical neighbours that are open and counted, the closest first. */
  public List<Council> neighbours(Council council) {
    return reference.neighbours().getOrDefault(council.position(), List.of()).stream()
        .filter(neighbour -> neighbour.openOn(date.asAt()) && reference.counts(neighbour))
        .toList();
  }

  /** A council among its statistical neighbours that are open and counted. */
  public Comparison compare(Council council, Line line) {
    int own = ranks[index.of(council, line)];
    Long[] byGrade = new Long[line.scale().grades().size()];
    Arrays.fill(byGrade, 0L);
    long neighbours = 0;
    long better = 0;
    long worse = 0;
    long same = 0;
    for (Council neighbour : neighbours(council)) {
      neighbours++;
      int rank = ranks[index.of(neighbour, line)];
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
