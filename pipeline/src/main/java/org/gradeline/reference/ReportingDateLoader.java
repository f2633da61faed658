package org.gradeline.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gradeline.reference.ReferenceTable.Row;
import org.jspecify.annotations.Nullable;

/** Loads the dates that tables are made for from {@code reference/reporting_dates.csv}. */
final class ReportingDateLoader {
  private static final String FILE = "reference/reporting_dates.csv";

  private ReportingDateLoader() {}

  /** All reporting dates, in order. */
  static List<ReportingDate> load(Path data, Problems problems) {
    List<ReportingDate> dates = new ArrayList<>();
    for (Row row : ReferenceTable.read(data, FILE, List.of("as_at", "published_by"), problems)) {
      LocalDate asAt = filledDay(row, "as_at");
      LocalDate publishedBy = filledDay(row, "published_by");
      if (asAt != null && publishedBy != null) {
        ReportingDate date = new ReportingDate(asAt, publishedBy);
        check(row, date, dates);
        dates.add(date);
      }
    }
    dates.sort(Comparator.comparing(ReportingDate::asAt).thenComparing(ReportingDate::publishedBy));
    return List.copyOf(dates);
  }

  private static @Nullable LocalDate filledDay(Row row, String column) {
    if (row.get(column).isEmpty()) {
      row.problem(column + " is blank", "Write it as yyyy-mm-dd.");
    }
    return row.inspectionDay(column);
  }

  private static void check(Row row, ReportingDate date, List<ReportingDate> before) {
    if (date.publishedBy().isBefore(date.asAt())) {
      row.problem(
          "published_by " + date.publishedBy() + " is before as_at " + date.asAt(),
          "Reports come out after their inspections: swap the two dates, or fix them.");
    }
    if (before.contains(date)) {
      row.problem("the reporting date " + date.asAt() + " appears twice", "Keep one of the two.");
    }
  }
}
