package org.gradeline.site.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gradeline.reference.Council;
import org.gradeline.reference.Line;
import org.gradeline.site.charts.Caption;
import org.gradeline.site.charts.GradeBlock;
import org.gradeline.site.charts.Lane;
import org.gradeline.site.pages.DataTable.Cell;
import org.gradeline.site.pages.DataTable.Head;
import org.gradeline.site.pages.DataTable.Row;
import org.gradeline.tables.PublishedRow;

/** Makes the table of a council's statistical neighbours. */
final class NeighbourTables {
  private static final String ROOT = "../";

  private final PageData data;
  private final Courses courses;

  /** The lanes by council: each is a neighbour of several. */
  private final Map<String, String> lanes = new HashMap<>();

  NeighbourTables(PageData data, Courses courses) {
    this.data = data;
    this.courses = courses;
  }

  /** A row a neighbour: its grades on the leading lines, and its lane on the first of them. */
  DataTable table(Council council) {
    List<Line> lines = data.reference().leadingLines(data.mainScheme());
    List<PublishedRow> rows = data.rows("neighbour_grades", council);
    List<Head> heads = new ArrayList<>(List.of(new Head("Neighbour", "neighbour", false)));
    lines.forEach(line -> heads.add(new Head(line.label(), "grade", false)));
    heads.add(
        new Head(lines.get(0).label() + " since " + courses.axis().from().getYear(), "", false));
    Map<String, PublishedRow> graded = new HashMap<>();
    for (PublishedRow row : rows) {
      if (!row.isBlank("grade")) {
        graded.putIfAbsent(key(row.text("neighbour_la_code"), row.text("line")), row);
      }
    }
    List<Row> made = new ArrayList<>();
    for (PublishedRow first : rows) {
      if (first.text("line").equals(lines.get(0).key())) {
        made.add(neighbour(first, lines, graded));
      }
    }
    return new DataTable(
        "Statistical neighbours",
        "tables/neighbour_grades.csv",
        "la_code neighbour_la_code",
        heads,
        made);
  }

  private static String key(String laCode, String line) {
    return laCode + " " + line;
  }

  private Row neighbour(PublishedRow first, List<Line> lines, Map<String, PublishedRow> graded) {
    String code = first.text("neighbour_la_code");
    List<Cell> cells = new ArrayList<>();
    cells.add(
        Cell.of(first.text("neighbour"), first.text("neighbour"))
            .linked(ROOT + data.links().council(code)));
    for (Line line : lines) {
      PublishedRow row = graded.get(key(code, line.key()));
      cells.add(row == null ? Cell.BLANK : Cell.grade(data.mark(row, "grade"), row.text("grade")));
    }
    cells.add(Cell.drawn(lanes.computeIfAbsent(code, made -> lane(made, lines.get(0)))));
    return new Row(first.text("la_code") + "|" + code, cells);
  }

  /** A council's grades along a line, small. */
  private String lane(String laCode, Line line) {
    Council council = Objects.requireNonNull(data.reference().councils().byLaCode(laCode));
    Caption caption =
        new Caption("lane-" + laCode, line.label() + ": grades of " + council.name(), "");
    return Lane.svg(
        caption,
        courses.axis(),
        courses.blocks(council, line).stream()
            .map(
                block ->
                    new GradeBlock(block.mark(), block.from(), block.until(), block.newTest(), ""))
            .toList());
  }
}
