package org.gradeline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Direction;
import org.gradeline.histories.Step;
import org.gradeline.reference.Council;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;

/**
 * The ratings of all councils along the lines that count at a reporting date. What many stories ask
 * is found once.
 */
final class Ratings {
  private final Reference reference;
  private final List<CouncilHistory> histories;
  private final ReportingDate date;
  private final Map<Integer, List<Step>> steps = new HashMap<>();
  private final Map<Integer, Course> courses = new HashMap<>();
  private final Map<Integer, List<Step>> inForce = new HashMap<>();
  private final Map<Way, List<Arrival>> arrivals = new HashMap<>();

  /** How a rating came about: by a step to a grade of a line. */
  private record Way(int line, Direction direction, int rank) {}

  /**
   * A council that came to a grade, and when.
   *
   * @param council the council
   * @param published when the report came out
   */
  record Arrival(Council council, PartialDate published) {}

  /**
   * @param reference the run's reference data
   * @param histories of all councils, by their positions
   * @param date what counts
   */
  Ratings(Reference reference, List<CouncilHistory> histories, ReportingDate date) {
    this.reference = reference;
    this.histories = histories;
    this.date = date;
  }

  /** A council's ratings along a line that count, in order. */
  List<Step> steps(CouncilHistory history, Line line) {
    return steps.computeIfAbsent(
        place(history.council(), line),
        made -> history.steps(reference.everyFramework(), line, date));
  }

  private int place(Council council, Line line) {
    return council.position() * reference.lines().size() + line.position();
  }

  Course course(Council council, Line line) {
    return courses.computeIfAbsent(
        place(council, line),
        made -> Course.of(histories.get(council.position()), line, reference, date));
  }

  /** The ratings in force on a line, of all councils that count. */
  List<Step> inForce(Line line) {
    return inForce.computeIfAbsent(line.position(), position -> findInForce(line));
  }

  private List<Step> findInForce(Line line) {
    return reference
        .countedOn(date.asAt())
        .map(council -> course(council, line).inForce())
        .filter(Objects::nonNull)
        .map(Step.class::cast)
        .toList();
  }

  /**
   * The councils that came to a rating's grade in its direction, by a comparable step, in order.
   *
   * @param arrived the rating, which is of the line
   */
  List<Arrival> arrivals(Line line, Step arrived) {
    return arrivals.computeIfAbsent(
        new Way(line.position(), arrived.direction(), arrived.grade().rank()),
        way -> findArrivals(line, way));
  }

  private List<Arrival> findArrivals(Line line, Way way) {
    List<Arrival> found = new ArrayList<>();
    for (CouncilHistory history : histories) {
      if (reference.counts(history.council())) {
        steps(history, line).stream()
            .filter(step -> step.comparable() && cameAs(step, way))
            .map(step -> new Arrival(history.council(), step.inspection().published()))
            .forEach(found::add);
      }
    }
    found.sort(
        Comparator.comparing(Arrival::published)
            .thenComparing(arrival -> arrival.council().laCode()));
    return List.copyOf(found);
  }

  private static boolean cameAs(Step step, Way way) {
    return step.direction() == way.direction() && step.grade().rank() == way.rank();
  }
}
