package org.gradeline.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Compares a table made by both, row by row and cell by cell. */
final class TableComparison {
  static final List<String> TABLES =
      List.of("ratings", "visits", "trajectories", "latest", "distributions");

  private static final double TOLERANCE = 1e-4 + 1e-9;
  private static final int MOST_DIFFERENCES = 5;
  private static final int KEY_CELLS = 5;

  /** DuckDB knows no lines of a file. */
  private static final String LINE = "source_line";

  private final List<String> differences = new ArrayList<>();
  private long rows;

  private TableComparison() {}

  /** The first differences; empty when there are none. */
  List<String> differences() {
    return differences;
  }

  /** How many rows both have. */
  long rows() {
    return rows;
  }

  /** Compares two files of one table. */
  static TableComparison of(Path gradeline, Path duckDb) throws IOException {
    TableComparison comparison = new TableComparison();
    try (CSVParser one = CSVParser.parse(gradeline, StandardCharsets.UTF_8, CSVFormat.RFC4180);
        CSVParser other = CSVParser.parse(duckDb, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
      comparison.compare(one.iterator(), other.iterator());
    }
    return comparison;
  }

  private void compare(Iterator<CSVRecord> one, Iterator<CSVRecord> other) {
    List<String> columns = one.next().toList();
    if (!columns.equals(other.next().toList())) {
      differences.add("other columns than " + columns);
      return;
    }
    while (one.hasNext() && other.hasNext() && differences.size() < MOST_DIFFERENCES) {
      rows++;
      compare(columns, one.next(), other.next());
    }
    if (differences.size() < MOST_DIFFERENCES && one.hasNext() != other.hasNext()) {
      differences.add("only " + (one.hasNext() ? "gradeline" : "duckdb") + " goes on at " + rows);
    }
  }

  private void compare(List<String> columns, CSVRecord one, CSVRecord other) {
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      boolean same =
          column.equals(LINE)
              || one.get(i).equals(other.get(i))
              || (column.startsWith("percent") && near(one.get(i), other.get(i)));
      if (!same) {
        differences.add(
            "row %d (%s), %s: gradeline '%s', duckdb '%s'"
                .formatted(
                    rows,
                    String.join(", ", one.toList().subList(0, KEY_CELLS)),
                    column,
                    one.get(i),
                    other.get(i)));
        return;
      }
    }
  }

  private static boolean near(String one, String other) {
    return !one.isEmpty()
        && !other.isEmpty()
        && Math.abs(Double.parseDouble(one) - Double.parseDouble(other)) <= TOLERANCE;
  }
}
