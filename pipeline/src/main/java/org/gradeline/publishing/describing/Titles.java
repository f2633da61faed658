package org.gradeline.publishing.describing;

import java.util.Map;
import org.gradeline.tables.Column;
import org.gradeline.tables.Table;

/** What columns and tables are called in headings. */
final class Titles {
  private static final Map<String, String> NAMED =
      Map.of(
          "la_code", "Local authority code",
          "neighbour_la_code", "Neighbour's local authority code",
          "gss_code", "Nine-character code (GSS)",
          "col_name", "Column",
          "col_type", "Type of column",
          "indicator_dp", "Indicator's decimals",
          "lscb", "Local Safeguarding Children Board");

  private Titles() {}

  /** {@code Days in force} for the column {@code days_in_force}. */
  static String of(Column<?> column) {
    return of(column.name());
  }

  /** {@code Time in grade} for the table {@code time_in_grade}. */
  static String of(Table<?> table) {
    return of(table.name().replace(".meta", "_metadata"));
  }

  private static String of(String name) {
    String named = NAMED.get(name);
    if (named != null) {
      return named;
    }
    String words = name.replace('_', ' ').replace(" ci", " confidence limit");
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
