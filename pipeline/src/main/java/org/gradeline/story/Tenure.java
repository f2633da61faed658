package org.gradeline.story;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradeline.histories.Step;
import org.gradeline.reference.Line;
import org.jspecify.annotations.Nullable;

/**
 * Since when a council has had its grade on a line, and what it had before, in sentences. Other
 * tests are called other tests.
 *
 * @param council the council's name
 * @param course its course along the line, with a grade in force
 * @param open whether the council is open
 */
record Tenure(String council, Course course, boolean open) {

  /** Since when it has had the grade, where that is longer than its last report. */
  Optional<String> longStanding() {
    List<Step> run = Course.run(last());
    if (run.size() < 2) {
      return Optional.empty();
    }
    String start =
        course.line().scale().outcomes()
            ? "The outcome has been the same "
            : council
                + hasBeen()
                + "rated "
                + grade(last())
                + " for "
                + Grades.closed(subject(last()))
                + " ";
    return Optional.of(start + since(run) + tests(run) + before(run.get(0), "it") + ".");
  }

  /**
   * Since when it has had the grade that the line has a name for: {@code Its overall grade has been
   * ...}. A grade for something else, which stands on this line, is not an overall grade.
   */
  String named() {
    List<Step> run = sameSubject();
    return course.line().isNewest(last().member())
        ? "Its "
            + course.line().gradePhrase()
            + hasBeen()
            + grade(last())
            + " "
            + since(run)
            + before(run.get(0), council)
            + "."
        : council
            + hasBeen()
            + "rated "
            + grade(last())
            + " for "
            + Grades.closed(Grades.judged(last()))
            + " "
            + since(run)
            + before(run.get(0), "it")
            + ".";
  }

  private Step last() {
    return Objects.requireNonNull(course.inForce());
  }

  private String hasBeen() {
    return open ? " has been " : " had been ";
  }

  private String subject(Step step) {
    return Grades.subject(step, course.line());
  }

  private static String grade(Step step) {
    return Words.grade(step.grade());
  }

  /** The end of the unbroken run at its grade in which the same was judged, in so many words. */
  private List<Step> sameSubject() {
    List<Step> run = Course.run(last());
    int first = run.size() - 1;
    while (first > 0 && Grades.judged(run.get(first - 1)).equals(Grades.judged(last()))) {
      first--;
    }
    return run.subList(first, run.size());
  }

  /** {@code since 17 March 2020, over two reports}. */
  private static String since(List<Step> run) {
    long kinds = run.stream().map(step -> step.member().framework().key()).distinct().count();
    return "since "
        + Words.date(run.get(0).inspection().published())
        + (run.size() < 2 ? "" : ", over " + Words.count(run.size(), "report", "reports"))
        + (kinds < 2 ? "" : " of " + Words.count(kinds, "kind", "kinds") + " of inspection");
  }

  /** {@code (not all the same test: the first judged safeguarding services)}; else empty. */
  private String tests(List<Step> run) {
    if (Course.isOneTest(run)) {
      return "";
    }
    Line line = course.line();
    List<Step> others =
        run.stream().filter(step -> !subject(step).equals(subject(last()))).toList();
    String first = others.size() < 2 ? "the first" : "the first " + Words.number(others.size());
    return others.isEmpty()
        ? " (not all the same test)"
        : " (not all the same test: "
            + first
            + " judged "
            + Words.list(judged(others.stream(), line))
            + ")";
  }

  private static List<String> judged(Stream<Step> steps, Line line) {
    return steps.map(step -> Grades.subject(step, line)).distinct().toList();
  }

  /**
   * What it was before a rating.
   *
   * @param rated who was rated, inside the sentence: "it" or the council's name
   */
  private String before(Step first, String rated) {
    Step before = first.previous();
    if (before == null) {
      return "; these records have no " + course.line().scale().noun() + " before that";
    }
    if (course.line().scale().outcomes()) {
      return "; before that it was: " + grade(before);
    }
    return isOfTheSame(before, first)
        ? "; before that it was " + grade(before) + (first.comparable() ? "" : ", by another test")
        : "; before that, "
            + rated
            + " was rated "
            + grade(before)
            + " for "
            + Grades.judged(before)
            + ": another test";
  }

  private boolean isOfTheSame(@Nullable Step before, Step first) {
    return before != null
        && (course.line().isNamedGrade()
            ? Grades.judged(before).equals(Grades.judged(first))
            : subject(before).equals(subject(first)));
  }
}
