package org.gradeline.tables;

import java.util.List;
import java.util.stream.Stream;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Scale;

/** The grades, for joining. */
final class GradesTable implements ReferenceTable<GradesTable.Row> {
  private static final Table<Row> TABLE =
      Table.<Row>of(
              "grades",
              "A grade of a scale.",
              List.of(
                  Column.text("scale", row -> row.scale().key(), "The scale."),
                  Column.text("grade", row -> row.grade().key(), "The grade."),
                  Column.text("label", row -> row.grade().label(), "Its name in headings."),
                  Column.integer(
                      "grade_rank",
                      row -> row.grade().rank(),
                      "Its place in the scale, 1 being the best. Ranks are an order, not a measure:"
                          + " do not average them."),
                  Column.oneOf(
                      "passes",
                      List.of("yes", "no"),
                      row -> row.grade().rank() <= row.scale().passMark() ? "yes" : "no",
                      "Whether it is at the scale's pass mark or better.")),
              "scale",
              "grade")
          .withCaveats(Caveats.SCALES_NEVER_COMPARE);

  /**
   * A grade.
   *
   * @param scale the scale
   * @param grade the grade
   */
  record Row(Scale scale, Grade grade) {}

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public Stream<Row> rows(RunView run) {
    return run.reference().frameworks().stream()
        .flatMap(framework -> framework.scales().stream())
        .distinct()
        .flatMap(scale -> scale.grades().stream().map(grade -> new Row(scale, grade)));
  }
}
