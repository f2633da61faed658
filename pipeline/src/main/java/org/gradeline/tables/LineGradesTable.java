package org.gradeline.tables;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.Scale;

/** What a line can be at, for joining with every table of lines. */
final class LineGradesTable implements ReferenceTable<LineGradesTable.Row> {
  private static final Table<Row> TABLE =
      Table.<Row>of(
              "line_grades",
              "A grade that a line can be at, or the grades that pass together.",
              List.of(
                  CommonColumns.LINE.of(Row::line),
                  Column.text("grade", Row::key, "The grade, or the grades that pass together."),
                  Column.text("label", Row::label, "Its name in headings."),
                  Column.integerOrBlank(
                      "grade_rank",
                      Row::rank,
                      "Its place in its scale, 1 being the best; blank for several grades"
                          + " together."),
                  Column.oneOf(
                      "passes",
                      List.of("yes", "no"),
                      row -> row.passes() ? "yes" : "no",
                      "Whether it is at the scale's pass mark or better.")),
              "line",
              "grade")
          .withCaveats(Caveats.SCALES_NEVER_COMPARE);

  /**
   * What a line can be at.
   *
   * @param line the line
   * @param key the grade's name in tables
   * @param label its name in headings
   * @param rank its place in the scale; none for several grades together
   * @param passes whether it is at the pass mark or better
   */
  record Row(Line line, String key, String label, OptionalLong rank, boolean passes) {
    static Row of(Line line, Grade grade) {
      return new Row(
          line,
          grade.key(),
          grade.label(),
          OptionalLong.of(grade.rank()),
          grade.rank() <= line.scale().passMark());
    }

    static Stream<Row> together(Line line) {
      Scale scale = line.scale();
      return scale.passName().isEmpty()
          ? Stream.empty()
          : Stream.of(
              new Row(line, scale.passName(), scale.passLabel(), OptionalLong.empty(), true));
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public Stream<Row> rows(RunView run) {
    return run.reference().lines().stream()
        .flatMap(
            line ->
                Stream.concat(
                    line.scale().grades().stream().map(grade -> Row.of(line, grade)),
                    Row.together(line)));
  }
}
