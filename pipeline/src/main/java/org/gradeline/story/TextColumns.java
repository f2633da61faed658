package org.gradeline.story;

import java.util.List;

/** Rows of a small table as lines of text, in columns. */
public final class TextColumns {
  private static final String GAP = "  ";

  private TextColumns() {}

  /** A line for each row, its cells below each other. */
  public static List<String> lines(List<List<String>> rows) {
    return rows.stream().map(row -> line(row, rows)).toList();
  }

  private static String line(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      int at = column;
      int width = rows.stream().mapToInt(other -> other.get(at).length()).max().orElse(0);
      line.append(row.get(column)).append(" ".repeat(width - row.get(column).length())).append(GAP);
    }
    return line.toString().stripTrailing();
  }
}
