package org.gradeline.tables;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gradeline.reference.Area;
import org.gradeline.reference.Framework;

/** The areas that frameworks judge, for joining. */
final class AreasTable implements ReferenceTable<AreasTable.Row> {
  private static final Table<Row> TABLE =
      Table.<Row>of(
              "areas",
              "An area that a framework judges.",
              List.of(
                  CommonColumns.FRAMEWORK.of(Row::framework),
                  Column.text("area", row -> row.area().key(), "The area."),
                  Column.text("label", row -> row.area().label(), "Its name in headings."),
                  Column.text("scale", row -> row.area().scale().key(), "The scale of its grades."),
                  Column.partialDateOrBlank(
                      "judged_from",
                      row -> CommonColumns.date(row.area().from()),
                      "Inspections that start on this day or later judge it; blank when there is no"
                          + " first day."),
                  Column.partialDateOrBlank(
                      "judged_until",
                      row -> CommonColumns.date(row.area().until()),
                      "Inspections that start on this day or later no longer judge it; blank when"
                          + " there is no such day.")),
              "framework",
              "area")
          .withCaveats(Caveats.AREAS_COME_AND_GO);

  /**
   * An area.
   *
   * @param framework whose area it is
   * @param area the area
   */
  record Row(Framework framework, Area area) {
    /** Every area, in the order of frameworks and keys. */
    static Stream<Row> all(RunView run) {
      return run.reference().frameworks().stream()
          .flatMap(
              framework ->
                  framework.areas().stream()
                      .sorted(Comparator.comparing(Area::key))
                      .map(area -> new Row(framework, area)));
    }
  }

  @Override
  public Table<Row> table() {
    return TABLE;
  }

  @Override
  public Stream<Row> rows(RunView run) {
    return Row.all(run);
  }
}
