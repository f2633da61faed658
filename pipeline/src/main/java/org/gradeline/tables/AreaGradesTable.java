package org.gradeline.tables;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Scale;

/** What an area can be given, for joining with the ratings. */
final class AreaGradesTable implements ReferenceTable<AreaGradesTable.Row> {
  private static final String NOT_JUDGED_LABEL = "Not judged";

  private static final Table<Row> TABLE =
      Table.<Row>of(
              "area_grades",
              "A grade that an area of a framework can be given, or that it was not judged.",
              List.of(
                  CommonColumns.FRAMEWORK.of(row -> row.of().framework()),
                  Column.text("area", row -> row.of().area().key(), "The area."),
                  Column.text("grade", Row::key, "The grade."),
                  Column.text("label", Row::label, "Its name in headings."),
                  Column.integerOrBlank(
                      "grade_rank",
                      Row::rank,
                      "Its place in its scale, 1 being the best; blank where the area was not"
                          + " judged.")),
              "framework",
              "area",
              "grade")
          .withCaveats(Caveats.SCALES_NEVER_COMPARE);

  /**
   * What an area can be given.
   *
   * @param of the area
   * @param key the grade's name in tables
   * @param label its name in headings
   * @param rank its place in the scale; none for "not judged"
   */
  record Row(AreasTable.Row of, String key, String label, OptionalLong rank) {
    static Row of(AreasTable.Row area, Grade grade) {
      return new Row(area, grade.key(), grade.label(), OptionalLong.of(grade.rank()));
    }

    static Row notJudged(AreasTable.Row area) {
      return new Row(area, Scale.NOT_JUDGED_KEY, NOT_JUDGED_LABEL, OptionalLong.empty());
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public Stream<Row> rows(RunView run) {
    return AreasTable.Row.all(run)
        .flatMap(
            area ->
                Stream.concat(
                    area.area().scale().grades().stream().map(grade -> Row.of(area, grade)),
                    Stream.of(Row.notJudged(area))));
  }
}
