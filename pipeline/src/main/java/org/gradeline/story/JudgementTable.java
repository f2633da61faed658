package org.gradeline.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gradeline.histories.Step;

/** The judgements of today in a small table: judgement, grade, since when, before, direction. */
final class JudgementTable {
  private static final List<String> HEADER =
      List.of("Judgement", "Grade", "Since", "Before", "Direction");
  private static final String NONE = "-";

  private JudgementTable() {}

  static Chapter chapter(List<Course> leading, List<Course> history, LocalDate asAt) {
    List<List<String>> rows = new ArrayList<>(List.of(HEADER));
    leading.forEach(course -> rows.add(row(course)));
    List<String> sentences =
        history.stream()
            .flatMap(course -> EndedGrade.noLongerLeads(course.line(), asAt).stream())
            .toList();
    return new Chapter("Judgements", rows, sentences);
  }

  private static List<String> row(Course course) {
    String label = course.line().label();
    Step last = course.inForce();
    if (last == null) {
      String why =
          switch (course.status()) {
            case NOT_INSPECTED -> "none in these records";
            case NOT_JUDGED -> "not judged so far";
            default -> "no longer judged";
          };
      Step before = course.last();
      return List.of(label, why, NONE, before == null ? NONE : before.grade().label(), NONE);
    }
    List<Step> run = Course.run(last);
    Step first = run.get(0);
    Step before = first.previous();
    return List.of(
        label,
        last.grade().label(),
        Words.date(first.inspection().published())
            + (run.size() < 2 ? "" : ", " + run.size() + " reports")
            + (Course.isOneTest(run) ? "" : ", not all the same test"),
        before == null ? NONE : before.grade().label(),
        Grades.direction(first));
  }
}
