package org.gradeline.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gradeline.histories.Direction;
import org.gradeline.histories.Step;
import org.gradeline.reference.Grade;

/** What a council's last report did to its grades, in sentences. */
final class LastReport {
  private static final List<Direction> ORDER =
      List.of(Direction.DECLINED, Direction.IMPROVED, Direction.SAME, Direction.FIRST);

  private LastReport() {}

  /**
   * {@code The report of 20 January 2025 lowered three of the four grades (...) and left one as it
   * was.}
   *
   * @param report "The report of 20 January 2025"
   * @param courses the courses that it gave a grade
   */
  static List<String> sentences(String report, List<Course> courses) {
    List<String> clauses = new ArrayList<>();
    for (Direction direction : ORDER) {
      List<Course> group =
          courses.stream().filter(course -> step(course).direction() == direction).toList();
      if (!group.isEmpty()) {
        clauses.add(clause(direction, group, courses.size(), clauses.isEmpty()));
      }
    }
    List<String> sentences = new ArrayList<>(List.of(report + " " + Words.list(clauses) + "."));
    if (courses.stream().map(LastReport::step).anyMatch(LastReport::changedTest)) {
      sentences.add(
          "Compare with care: not all of the grades before were given under the same framework and definition.");
    }
    return sentences;
  }

  private static boolean changedTest(Step step) {
    return step.previous() != null && !step.comparable();
  }

  private static String clause(Direction direction, List<Course> group, int all, boolean first) {
    String which = which(group.size(), all, first);
    boolean one = group.size() == 1;
    return switch (direction) {
      case DECLINED -> "lowered " + which + before(group, all);
      case IMPROVED -> "raised " + which + before(group, all);
      case SAME -> "left " + which + (one ? " as it was" : " as they were");
      case FIRST -> "gave " + which + " for the first time in these records";
    };
  }

  /**
   * {@code three of the four grades}, {@code all four grades}, {@code the grade} or {@code one}.
   */
  private static String which(int some, int all, boolean first) {
    if (all == 1) {
      return "the grade";
    }
    if (some == all) {
      return (all == 2 ? "both" : "all " + Words.number(all)) + " grades";
    }
    return first
        ? Words.number(some) + " of the " + Words.number(all) + " grades"
        : Words.number(some);
  }

  /** {@code (leadership from good; care leavers from requires improvement)}. */
  private static String before(List<Course> group, int all) {
    if (all == 1) {
      return " from " + Words.grade(Objects.requireNonNull(step(group.get(0)).previous()).grade());
    }
    Map<Grade, List<String>> byGrade = new LinkedHashMap<>();
    for (Course course : group) {
      Step previous = Objects.requireNonNull(step(course).previous());
      byGrade
          .computeIfAbsent(previous.grade(), grade -> new ArrayList<>())
          .add(course.line().phrase());
    }
    List<String> parts = new ArrayList<>();
    byGrade.forEach(
        (grade, phrases) -> parts.add(Words.list(phrases) + " from " + Words.grade(grade)));
    return " (" + String.join("; ", parts) + ")";
  }

  private static Step step(Course course) {
    return Objects.requireNonNull(course.inForce());
  }
}
