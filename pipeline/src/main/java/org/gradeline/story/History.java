package org.gradeline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.gradeline.histories.Status;
import org.gradeline.histories.Step;
import org.gradeline.reference.Council;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.story.Known.Estimate;

/**
 * The history of a council along a line, in sentences.
 *
 * @param council the council
 * @param course its course along the line
 * @param known what is known of all councils
 */
record History(Council council, Course course, Known known) {
  private static final double QUARTER = 0.25;
  private static final double HALF = 0.5;
  private static final double THREE_QUARTERS = 0.75;

  Chapter chapter() {
    return Chapter.of(course.line().label(), sentences());
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (Step step : course.steps()) {
      String test = test(step);
      if (!test.isEmpty()) {
        sentences.add(test);
      }
      sentences.add(event(step));
    }
    boolean open = council.openOn(known.date().asAt());
    if (open && course.status() != Status.GRADED) {
      sentences.add(Endings.withoutGrade(council.name(), course));
    }
    Step last = course.inForce();
    if (open && last != null && last.grade().equals(line().scale().lowest())) {
      sentences.addAll(recovery(last.grade()));
    }
    return sentences;
  }

  private Line line() {
    return course.line();
  }

  /** Says once where another test begins: {@code 2014: Single inspection framework; ...}. */
  private static String test(Step step) {
    Step previous = step.previous();
    String year = step.inspection().published().year() + ": ";
    String label = step.member().framework().label();
    if (previous == null) {
      return year + label + ".";
    }
    if (previous.member().framework().position() != step.member().framework().position()) {
      return year + label + "; not the same test as before.";
    }
    return step.comparable()
        ? ""
        : year + "a new definition of what is judged; not the same test as before.";
  }

  private String event(Step step) {
    Step previous = step.previous();
    String compared =
        switch (step.direction()) {
          case FIRST, SAME -> ", " + Grades.direction(step);
          case IMPROVED, DECLINED ->
              ", "
                  + Grades.direction(step)
                  + (previous == null ? "" : " from " + Words.grade(previous.grade()));
        };
    String report = step.inspection().report();
    return Grades.event(step, council.name(), line())
        + joint(step)
        + compared
        + "."
        + (report.isEmpty() ? "" : " " + report);
  }

  /** {@code , in a joint inspection with Westminster}; empty for one of the council alone. */
  private String joint(Step step) {
    List<Council> others = known.jointWith(step.inspection());
    return others.isEmpty()
        ? ""
        : ", in a joint inspection with " + Words.list(others.stream().map(Council::name).toList());
  }

  /** How long it took others to have a better grade: an estimate, and said to be one. */
  private List<String> recovery(Grade lowest) {
    Estimate estimate = known.recovery(line());
    OptionalDouble half = estimate.estimate().quantile(HALF);
    if (estimate.exits().recovered() == 0) {
      return List.of();
    }
    String noun = line().scale().noun();
    String start =
        "Of "
            + Words.count(estimate.exits().total(), "spell", "spells")
            + " at "
            + Words.grade(lowest)
            + " of all councils, "
            + Words.number(estimate.exits().recovered())
            + (estimate.exits().recovered() == 1 ? " has" : " have")
            + " ended with a better "
            + noun;
    if (half.isEmpty()) {
      return List.of(start + ", too few to estimate how long that takes.");
    }
    return List.of(
        start
            + "; an estimated half had a better "
            + noun
            + " after "
            + Words.days(half.getAsDouble())
            + quantile(", a quarter after ", estimate, QUARTER)
            + quantile(", three quarters after ", estimate, THREE_QUARTERS)
            + " ("
            + Words.grade(line().scale().grade(lowest.rank() - 1))
            + " counts as recovered).");
  }

  private static String quantile(String text, Estimate estimate, double share) {
    OptionalDouble days = estimate.estimate().quantile(share);
    return days.isEmpty() ? "" : text + Words.days(days.getAsDouble());
  }
}
