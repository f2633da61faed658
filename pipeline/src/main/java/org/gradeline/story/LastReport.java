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
   * @param only whether the story has no other line that leads
   */
  static List<String> sentences(String report, List<Course> courses, boolean only) {
    List<String> clauses = new ArrayList<>();
    for (Direction direction : ORDER) {
      List<Course> group =
          courses.stream().filter(course -> step(course).direction() == direction).toList();
      if (!group.isEmpty()) {
        String which = which(group, courses.size(), only, clauses.isEmpty());
        clauses.add(clause(direction, group, courses.size(), which));
      }
    }
    List<String> sentences = new ArrayList<>(List.of(report + " " + Words.list(clauses) + "."));
    if (courses.stream().map(LastReport::step).anyMatch(LastReport::changedTest)) {
      sentences.add(
          "Compare with care: not all of the grades before were given under the same framework and"
              + " definition.");
    }
    return sentences;
  }

  private static boolean changedTest(Step step) {
    return step.previous() != null && !step.comparable();
  }

  private static String clause(Direction direction, List<Course> group, int all, String which) {
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
  private static String which(List<Course> group, int all, boolean only, boolean first) {
    Course course = group.get(0);
    String noun = course.line().scale().noun();
    int some = group.size();
    if (all == 1) {
      return "the " + noun + (only ? "" : " for " + Grades.judged(step(course)));
    }
    if (some == all) {
      return (all == 2 ? "both" : "all " + Words.number(all)) + " " + noun + "s";
    }
    return first
        ? Words.number(some) + " of the " + Words.number(all) + " " + noun + "s"
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
          .add(Grades.subject(step(course), course.line()));
    }
    List<String> parts = new ArrayList<>();
    byGrade.forEach((grade, phrases) -> parts.add(closed(phrases) + " from " + Words.grade(grade)));
    return " (" + String.join("; ", parts) + ")";
  }

  private static String closed(List<String> phrases) {
    String last = phrases.get(phrases.size() - 1);
    return Words.list(phrases) + (last.contains(",") ? "," : "");
  }

  private static Step step(Course course) {
    return Objects.requireNonNull(course.inForce());
  }
}
