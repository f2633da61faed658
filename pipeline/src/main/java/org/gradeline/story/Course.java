package org.gradeline.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Direction;
import org.gradeline.histories.LineEvent;
import org.gradeline.histories.LineEvent.Kind;
import org.gradeline.histories.Status;
import org.gradeline.histories.Step;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.reference.Area;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scale;
import org.jspecify.annotations.Nullable;

/**
 * A council's course along a line, as it is known at a reporting date. Immutable.
 *
 * @param line the line
 * @param status how the council stands; of a closed one, how it stood when it closed
 * @param steps its ratings, in order
 * @param notJudged the reports that say that they did not judge it, in order
 * @param endedBy the inspection that ended the last rating without giving another; null when none
 *     did
 */
record Course(
    Line line,
    Status status,
    List<Step> steps,
    List<NotJudged> notJudged,
    @Nullable Inspection endedBy) {

  /**
   * A report that says in so many words that it did not judge the line.
   *
   * @param inspection the inspection
   * @param wording what it says, as printed
   */
  record NotJudged(Inspection inspection, String wording) {}

  static Course of(CouncilHistory history, Line line, Reference reference, ReportingDate date) {
    List<LineEvent> events = history.line(reference.everyFramework(), line).counting(date);
    Inspection endedBy = null;
    for (LineEvent event : events) {
      if (event.kind() == Kind.RATED) {
        endedBy = null;
      } else if (event.kind() == Kind.ENDED && endedBy == null) {
        endedBy = event.inspection();
      }
    }
    return new Course(
        line,
        history.line(reference.everyFramework(), line).at(date).status(),
        history.steps(reference.everyFramework(), line, date),
        events.stream().flatMap(event -> notJudged(event, line, reference).stream()).toList(),
        endedBy);
  }

  private static List<NotJudged> notJudged(LineEvent event, Line line, Reference reference) {
    Inspection inspection = event.inspection();
    Line.Member member = line.member(reference.frameworks().get(inspection.framework()));
    Judgement judgement = member == null ? null : inspection.judgement(member.area().position());
    return judgement == null || judgement.rank() != Scale.NOT_JUDGED
        ? List.of()
        : List.of(new NotJudged(inspection, judgement.wording()));
  }

  /** The last rating; null when there is none. */
  @Nullable Step last() {
    return steps.isEmpty() ? null : steps.get(steps.size() - 1);
  }

  /** The rating in force; null unless there is one. */
  @Nullable Step inForce() {
    return status == Status.GRADED ? last() : null;
  }

  /** The unbroken run of ratings at one grade that ends with a rating, in order. */
  static List<Step> run(Step last) {
    List<Step> run = new ArrayList<>(List.of(last));
    Step first = last;
    while (first.continuesPrevious() && first.previous() != null) {
      first = first.previous();
      run.add(0, first);
    }
    return run;
  }

  /** Whether ratings that follow each other are all of one framework and definition. */
  static boolean isOneTest(List<Step> run) {
    return run.stream().skip(1).allMatch(Step::comparable);
  }

  /** How the grade of a rating came about: the direction of the first rating of its run. */
  static Direction cameBy(Step last) {
    return run(last).get(0).direction();
  }

  /**
   * The day from which inspections that start no longer judge the line, where the last rating ended
   * for that reason; null otherwise.
   */
  @Nullable LocalDate noLongerJudgedFrom() {
    if (endedBy == null || steps.isEmpty()) {
      return null;
    }
    for (Line.Member member : line.members()) {
      Area area = member.area();
      PartialDate start = endedBy.start();
      if (member.framework().position() == endedBy.framework()
          && area.until() != null
          && start != null
          && start.earliest() >= PartialDate.pack(area.until())) {
        return area.until();
      }
    }
    return null;
  }

  /** The judgement of a rating, as printed. */
  static String wording(Step step) {
    Judgement judgement = step.inspection().judgement(step.member().area().position());
    return judgement == null ? "" : judgement.wording();
  }
}
