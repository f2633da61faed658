package org.gradeline.tables;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns of a table that refer to the row of another table, which explains them. Immutable. For
 * example: {@code line} and {@code grade} of {@code latest} refer to those of {@code line_grades}.
 *
 * @param columns the columns that refer
 * @param table name of the table that they refer to
 * @param referenced the columns there, as many and in the same order: its key
 */
public record ForeignKey(List<String> columns, String table, List<String> referenced) {
  private static final String LINE = "line";
  private static final String FRAMEWORK = "framework";
  private static final String AREA = "area";
  private static final String GRADE = "grade";

  /** Names mean the same in every table, so that the name tells what a column refers to. */
  private static final List<ForeignKey> BY_NAME =
      List.of(
          key("councils", List.of("la_code"), "la_code"),
          key("councils", List.of("neighbour_la_code"), "la_code"),
          key("schemes", List.of("scheme"), "scheme"),
          key("frameworks", List.of(FRAMEWORK), FRAMEWORK),
          key("areas", List.of(FRAMEWORK, AREA), FRAMEWORK, AREA),
          key("area_grades", List.of(FRAMEWORK, AREA, GRADE), FRAMEWORK, AREA, GRADE),
          key("area_grades", List.of(FRAMEWORK, AREA, "kept_grade"), FRAMEWORK, AREA, GRADE),
          key("area_grades", List.of(FRAMEWORK, AREA, "other_grade"), FRAMEWORK, AREA, GRADE),
          key("scopes", List.of("scope"), "scope"),
          key("lines", List.of(LINE), LINE),
          lineGrade(GRADE),
          lineGrade("previous_grade"),
          lineGrade("first_grade"),
          lineGrade("best_grade"),
          lineGrade("worst_grade"),
          lineGrade("from_grade"),
          lineGrade("to_grade"),
          key("visit_types", List.of("visit_type"), "visit_type"),
          key("measures", List.of("measure"), "measure"),
          key("marks", List.of("mark"), "mark"));

  public ForeignKey {
    columns = List.copyOf(columns);
    referenced = List.copyOf(referenced);
  }

  private static ForeignKey key(String table, List<String> columns, String... referenced) {
    return new ForeignKey(columns, table, List.of(referenced));
  }

  private static ForeignKey lineGrade(String column) {
    return key("line_grades", List.of(LINE, column), LINE, GRADE);
  }

  /** Whether a table is one that others refer to, and so must be where they are. */
  public static boolean refersTo(Table<?> table) {
    return BY_NAME.stream().anyMatch(key -> key.table.equals(table.name()));
  }

  /** The column that the key is read for: its last. */
  public String subject() {
    return columns.get(columns.size() - 1);
  }

  /** The keys of a table with these columns. Its own key refers to nothing but itself. */
  static List<ForeignKey> of(List<String> header, Table<?> table) {
    List<ForeignKey> keys = new ArrayList<>();
    for (ForeignKey key : BY_NAME) {
      if (header.containsAll(key.columns) && !key.table.equals(table.name())) {
        keys.add(key);
      }
    }
    return List.copyOf(keys);
  }
}
