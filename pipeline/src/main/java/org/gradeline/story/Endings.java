package org.gradeline.story;

import java.time.LocalDate;
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
   */
  static String withoutGrade(String council, Course course) {
    Line line = course.line();
    String start = council + " has no " + line.gradePhrase() + ": ";
    Step last = course.last();
    if (course.status() != Status.NO_LONGER_JUDGED || last == null) {
      return start
          + (course.status() == Status.NOT_JUDGED
              ? "no inspection has given one."
              : "these records have no inspection that could give one.");
    }
    return start
        + why(course)
        + ". The last was "
        + Words.grade(last.grade())
        + " ("
        + Words.date(last.inspection().published())
        + ").";
  }

  private static String why(Course course) {
    LocalDate from = course.noLongerJudgedFrom();
    if (from != null) {
      return EndedGrade.reason(course.line().scheme(), from);
    }
    Inspection ended = course.endedBy();
    return ended == null
        ? "its last grade is not in force"
        : "the report of " + Words.date(ended.published()) + " did not judge it";
  }
}
