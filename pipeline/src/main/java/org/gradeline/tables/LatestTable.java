package org.gradeline.tables;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Direction;
import org.gradeline.histories.LineHistory.Standing;
import org.gradeline.histories.Status;
import org.gradeline.histories.Step;
import org.gradeline.reference.Council;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Scope;

/** Where every open council stands on every line at the run's reporting date. */
final class LatestTable implements CouncilTable {
  private final TableSchema schema =
      TableSchema.table(
          "latest",
          "Where an open council stands on a line at the run's as_at.",
          List.of(
              CommonColumns.AS_AT,
              CommonColumns.LA_CODE,
              Column.text("gss_code", "The council's nine-character code on that day."),
              CommonColumns.COUNCIL,
              Column.text("council_type", "The kind of council.").filled(),
              Column.text("region", "The region it is in.").filled(),
              CommonColumns.LINE,
              CommonColumns.STATUS,
              Column.text("grade", "The grade in force; blank unless graded."),
              Column.integer("grade_rank", "Its place in its scale, 1 being the best."),
              Column.text("framework", "The framework of the rating in force."),
              CommonColumns.START_DATE,
              CommonColumns.PUBLISHED_DATE,
              Column.integer(
                  "days_in_force",
                  "Days from publication to as_at, 0 when it came out later; blank unless the day is known."),
              Column.text("previous_grade", "The grade before the one in force."),
              Column.oneOf(
                  "direction",
                  CommonColumns.DIRECTIONS,
                  "How the grade in force compares with the one before."),
              Column.text("first_grade", "The first grade on the line."),
              Column.oneOf(
                  "direction_since_first",
                  CommonColumns.DIRECTIONS,
                  "How the grade in force compares with the first; first when it is the first."),
              Column.integer("ratings", "How many ratings the council has had on the line.")
                  .filled(),
              Column.text("best_grade", "The best grade it has had."),
              Column.text("worst_grade", "The worst grade it has had."),
              Column.text("history", "All its grades in order, joined by ' > '.")),
          "la_code",
          "line");

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public void write(CouncilHistory history, RunView run, TableParts parts) {
    RowWriter rows = parts.rows(schema);
    Council council = history.council();
    if (!council.openOn(run.date().asAt())) {
      return;
    }
    Scope scope = run.reference().everyFramework();
    for (Line line : run.reference().lines()) {
      Standing standing = history.line(scope, line).at(run.date());
      rows.day(run.date().asAt())
          .text(council.laCode())
          .text(council.codeOn(run.date().asAt()))
          .text(council.name())
          .text(council.type())
          .text(council.geography(Geography.REGION))
          .text(line.key())
          .text(standing.status().key());
      List<Step> steps = history.steps(scope, line, run.date());
      writeInForce(standing.status(), steps, run, rows);
      writeAll(steps, rows);
      rows.endRow();
    }
  }

  private static void writeInForce(Status status, List<Step> steps, RunView run, RowWriter rows) {
    String firstGrade = steps.isEmpty() ? "" : steps.get(0).grade().key();
    if (status != Status.GRADED) {
      rows.blanks(8).text(firstGrade).blank();
      return;
    }
    Step last = steps.get(steps.size() - 1);
    rows.text(last.grade().key())
        .number(last.grade().rank())
        .text(last.member().framework().key())
        .date(last.inspection().start())
        .date(last.inspection().published())
        .number(daysInForce(last, run))
        .text(last.previous() == null ? "" : last.previous().grade().key())
        .text(last.direction().key())
        .text(firstGrade);
    Direction sinceFirst =
        steps.size() == 1
            ? Direction.FIRST
            : Direction.between(steps.get(0).grade().rank(), last.grade().rank());
    rows.text(sinceFirst.key());
  }

  /**
   * A report that was not out yet on the day of as_at, and counts, has been in force for no day.
   */
  private static OptionalLong daysInForce(Step last, RunView run) {
    OptionalLong days = last.inspection().published().daysTo(PartialDate.of(run.date().asAt()));
    return days.isPresent() ? OptionalLong.of(Math.max(0, days.getAsLong())) : days;
  }

  private static void writeAll(List<Step> steps, RowWriter rows) {
    rows.number(steps.size());
    if (steps.isEmpty()) {
      rows.blanks(3);
      return;
    }
    List<Grade> grades =
        steps.stream().map(Step::grade).sorted(Comparator.comparingInt(Grade::rank)).toList();
    rows.text(grades.get(0).key())
        .text(grades.get(grades.size() - 1).key())
        .text(steps.stream().map(step -> step.grade().key()).collect(Collectors.joining(" > ")));
  }
}
