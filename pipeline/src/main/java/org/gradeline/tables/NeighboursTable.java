package org.gradeline.tables;

import java.util.ArrayList;
import java.util.List;
import org.gradeline.reference.Council;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scale;
import org.gradeline.statistics.Share;
import org.gradeline.statistics.StandingTally;
import org.gradeline.statistics.StandingTally.Comparison;

/** How each council stands among its statistical neighbours. */
final class NeighboursTable implements NationalTable<StandingTally> {
  private final List<String> grades;
  private final TableSchema schema;

  NeighboursTable(Reference reference) {
    grades = CommonColumns.grades(reference);
    List<Column> columns =
        new ArrayList<>(
            List.of(
                CommonColumns.AS_AT,
                CommonColumns.LA_CODE,
                CommonColumns.COUNCIL,
                CommonColumns.LINE,
                Column.text("grade", "The council's own grade in force; blank without one."),
                Column.integer("neighbours", "Its open statistical neighbours.").filled(),
                Column.integer("graded", "How many of them have a grade in force.").filled()));
    columns.addAll(CommonColumns.perGrade(grades, "Neighbours at this grade."));
    columns.addAll(
        List.of(
            Column.percent(
                "good_or_outstanding_percent",
                "Neighbours whose grade passes, in percent of graded; blank if none."),
            Column.integer(
                "better", "Neighbours with a better grade; blank when the council has none."),
            Column.integer(
                "same", "Neighbours with the same grade; blank when the council has none."),
            Column.integer(
                "worse", "Neighbours with a worse grade; blank when the council has none."),
            Column.integer(
                "position",
                "The council's place among itself and its graded neighbours, 1 the best; ties share it.")));
    schema =
        TableSchema.table(
            "neighbours",
            "An open council on a line among its open statistical neighbours, at the run's as_at.",
            List.copyOf(columns),
            "la_code",
            "line");
  }

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public Class<StandingTally> counts() {
    return StandingTally.class;
  }

  @Override
  public StandingTally tally(RunView run) {
    return new StandingTally(run.reference(), run.date());
  }

  @Override
  public void write(StandingTally tally, RunView run, RowWriter rows) {
    for (Council council : run.reference().councils().all()) {
      if (council.openOn(run.date().asAt())) {
        for (Line line : run.reference().lines()) {
          rows.day(run.date().asAt());
          CommonColumns.council(council, rows).text(line.key());
          write(tally.compare(council, line), line.scale(), rows);
        }
      }
    }
  }

  private void write(Comparison comparison, Scale scale, RowWriter rows) {
    rows.text(comparison.hasGrade() ? scale.grade(comparison.rank()).key() : "")
        .number(comparison.neighbours())
        .number(comparison.graded());
    CommonColumns.perGrade(
        grades, scale, (Grade grade) -> comparison.byGrade().get(grade.rank() - 1), rows);
    if (comparison.graded() > 0) {
      rows.percent(Share.percent(comparison.atOrAbove(scale.passMark()), comparison.graded()));
    } else {
      rows.blank();
    }
    if (comparison.hasGrade()) {
      rows.number(comparison.better())
          .number(comparison.same())
          .number(comparison.worse())
          .number(comparison.position());
    } else {
      rows.blanks(4);
    }
    rows.endRow();
  }
}
