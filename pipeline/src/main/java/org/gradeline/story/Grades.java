package org.gradeline.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.histories.Step;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.Wording;

/** What is said of ratings inside sentences. */
final class Grades {
  private Grades() {}

  /** What was judged: "safeguarding services". */
  static String judged(Step step) {
    return step.member().judged();
  }

  /** What was judged, by the line's short name where that says it: "leadership". */
  static String subject(Step step, Line line) {
    return line.isNamedBy(step.member()) ? line.phrase() : judged(step);
  }

  /**
   * {@code rated inadequate for leadership and good for care leavers}, the same grades together.
   */
  static String rated(List<Step> steps) {
    Map<Grade, List<String>> byGrade = new LinkedHashMap<>();
    for (Step step : steps) {
      List<String> judged = byGrade.computeIfAbsent(step.grade(), grade -> new ArrayList<>());
      if (!judged.contains(judged(step))) {
        judged.add(judged(step));
      }
    }
    List<String> groups = new ArrayList<>();
    byGrade.forEach((grade, judged) -> groups.add(Words.grade(grade) + " for " + joined(judged)));
    return "rated " + String.join(", and ", groups);
  }

  /** A text that has a comma ends with one where the sentence goes on. */
  static String closed(String text) {
    return text.contains(",") ? text + "," : text;
  }

  /**
   * {@code leadership and care leavers}; texts with commas of their own are told apart by "for".
   */
  private static String joined(List<String> judged) {
    if (judged.stream().noneMatch(text -> text.contains(","))) {
      return Words.list(judged);
    }
    List<String> texts = new ArrayList<>();
    judged.forEach(text -> texts.add(texts.isEmpty() ? text : "for " + text));
    if (texts.size() > 1) {
      texts.set(texts.size() - 2, closed(texts.get(texts.size() - 2)));
    }
    return Words.list(texts);
  }

  /**
   * {@code one grade down}, {@code two grades up}, {@code as before} or {@code first in these
   * records}.
   */
  static String direction(Step step) {
    return switch (step.direction()) {
      case FIRST -> "the first in these records";
      case SAME -> "as before";
      case IMPROVED -> steps(step) + " up";
      case DECLINED -> steps(step) + " down";
    };
  }

  private static String steps(Step step) {
    boolean outcomes = step.member().area().scale().outcomes();
    return Words.count(
        Math.abs(step.change()), outcomes ? "step" : "grade", outcomes ? "steps" : "grades");
  }

  /**
   * {@code (printed as "Adequate")} where the report has another word for the grade; else empty.
   */
  static String printed(Step step) {
    String wording = Course.wording(step);
    String form = Wording.of(wording);
    String label = Wording.of(step.grade().label());
    return form.contains(label) || label.contains(form) ? "" : " (printed as \"" + wording + "\")";
  }

  /** {@code On 30 June 2014 Knowsley was rated inadequate for children's services overall}. */
  static String event(Step step, String council, Line line) {
    String when = Words.capitalised(Words.when(step.inspection().published()));
    String grade = Words.grade(step.grade()) + printed(step);
    return line.scale().outcomes()
        ? when + " the outcome for " + judged(step) + " in " + council + " was: " + grade
        : when + " " + council + " was rated " + grade + " for " + judged(step);
  }
}
