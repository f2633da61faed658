package org.gradeline.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.histories.Status;
import org.gradeline.histories.Step;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.reference.Line;

/** Why a council has no grade on a line, in sentences. */
final class Endings {
  private Endings() {}

  /**
   * {@code Somerset has no overall grade: Ofsted stopped giving one ... The last was good (21
   * September 2022).}
   *
   * @param council the council's name
   * @param course its course along the line, without a grade in force
   */
  static String withoutGrade(String council, Course course) {
    Line line = course.line();
    String start = council + " has no " + line.gradePhrase() + ": ";
    Step last = course.last();
    if (course.status() != Status.NO_LONGER_JUDGED || last == null) {
      return start + neverJudged(course) + ".";
    }
    return start
        + why(course)
        + ". The last was "
        + (line.scale().outcomes()
            ? "\"" + Words.grade(last.grade()) + "\""
            : lastGrade(last, line))
        + " ("
        + Words.date(last.inspection().published())
        + ").";
  }

  private static String lastGrade(Step last, Line line) {
    return Words.grade(last.grade())
        + (line.isNamedBy(last.member()) ? "" : " for " + Grades.judged(last));
  }

  private static String neverJudged(Course course) {
    if (course.status() != Status.NOT_JUDGED) {
      return "these records have no inspection that could give one";
    }
    return course.notJudged().isEmpty()
        ? "no inspection has given one"
        : printed(course.notJudged(), course.line());
  }

  /** {@code its report of 27 June 2016 says "Not judged"}. */
  private static String printed(List<Course.NotJudged> reports, Line line) {
    Map<String, List<String>> days = new LinkedHashMap<>();
    reports.forEach(
        report ->
            days.computeIfAbsent(report.wording(), wording -> new ArrayList<>())
                .add(Words.date(report.inspection().published())));
    return Words.list(
        days.entrySet().stream()
            .map(said -> said(said.getKey(), said.getValue(), line.scale().outcomes()))
            .toList());
  }

  /** An outcome may have been put in words for the records: they are then all that is known. */
  private static String said(String wording, List<String> days, boolean outcomes) {
    boolean one = days.size() == 1;
    String start = "its " + (one ? "report" : "reports") + " of " + Words.list(days);
    return start
        + (outcomes
            ? (one ? " is" : " are") + " recorded as \"" + wording + "\""
            : (one ? " says" : " say") + " \"" + wording + "\"");
  }

  private static String why(Course course) {
    LocalDate from = course.noLongerJudgedFrom();
    if (from != null) {
      return EndedGrade.reason(course.line().scheme(), from);
    }
    Inspection ended = course.endedBy();
    return ended == null
        ? "its last " + course.line().scale().noun() + " is not in force"
        : "the report of " + Words.date(ended.published()) + " did not judge it";
  }
}
