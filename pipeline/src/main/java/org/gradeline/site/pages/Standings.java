package org.gradeline.site.pages;

import org.gradeline.site.pages.DataTable.Cell;
import org.gradeline.site.pages.DataTable.Head;
import org.gradeline.site.pages.DataTable.Show;
import org.gradeline.tables.PublishedRow;

/** Where a council stands on a line: its grade, or why it has none. */
final class Standings {
  private Standings() {}

  /** The grade of a row of the latest standings. */
  static Show grade(PageData data) {
    return new Show(new Head("Grade", "grade", false), row -> cell(row, data));
  }

  static Cell cell(PublishedRow row, PageData data) {
    return row.isBlank("grade")
        ? Cell.of(why(row.text("status")), "")
        : Cell.grade(data.mark(row, "grade"), row.text("grade"));
  }

  private static String why(String status) {
    return switch (status) {
      case "not_inspected" -> "not inspected";
      case "not_judged" -> "not judged so far";
      default -> "no longer judged";
    };
  }
}
