package org.gradeline.site.pages;

import java.util.List;

/** The rows of published tables that a council's page shows, as CSV files of their own. */
final class CouncilDownloads {
  /** The tables, by name. */
  static final List<String> TABLES =
      List.of("latest", "trajectories", "visits", "neighbour_grades", "context");

  private CouncilDownloads() {}

  /** The ending of the file of a table, behind the page's own name. */
  static String ending(String table) {
    return "-" + table.replace('_', '-') + ".csv";
  }
}
