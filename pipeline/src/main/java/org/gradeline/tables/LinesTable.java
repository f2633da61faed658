package org.gradeline.tables;

import java.util.List;
import java.util.stream.Stream;
import org.gradeline.reference.Line;

/** The lines, for joining. */
final class LinesTable implements ReferenceTable<Line> {
  private static final Table<Line> TABLE =
      Table.<Line>of(
              "lines",
              "A line: an area followed across the frameworks of a scheme.",
              List.of(
                  CommonColumns.LINE,
                  Column.text("label", Line::label, "Its name in headings."),
                  Column.text(
                      "scheme", line -> line.scheme().key(), "The programme of inspections."),
                  Column.text(
                      "scheme_label", line -> line.scheme().label(), "Name of the programme."),
                  Column.text("scale", line -> line.scale().key(), "The scale of its grades."),
                  Column.text(
                      "defined_as",
                      Line::definition,
                      "What it follows in each framework, oldest first: framework: what was judged"
                          + " (area).")),
              "line")
          .withCaveats(
              Caveats.DIFFERENT_TESTS, Caveats.WHAT_WAS_JUDGED, Caveats.SCALES_NEVER_COMPARE);

  @Override
  public Table<Line> table() {
    return TABLE;
  }

  @Override
  public Stream<Line> rows(RunView run) {
    return run.reference().lines().stream();
  }
}
