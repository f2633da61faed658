package org.gradeline.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gradeline.reference.ReferenceTable.Row;
import org.jspecify.annotations.Nullable;

/** Loads and checks all reference data of a data folder. */
public final class ReferenceLoader {
  private static final String REPORTING_DATES = "reference/reporting_dates.csv";

  private ReferenceLoader() {}

  /**
   * Loads {@code reference/*.csv}, {@code frameworks/*.yaml}, {@code layouts/*.yaml} and {@code
   * sources.yaml}.
   *
   * @param data the data folder
   * @throws ReferenceException with everything that is wrong
   */
  public static Reference load(Path data) throws ReferenceException {
    Problems problems = new Problems();
    CouncilLoader.Loaded councils = CouncilLoader.load(data, problems);
    FrameworkLoader.Loaded frameworks = FrameworkLoader.load(data, problems);
    List<ReportingDate> reportingDates = reportingDates(data, problems);
    // Layouts name areas and frameworks, and sources name layouts: faults would be told twice.
    problems.throwIfAny();
    List<Layout> layouts = LayoutLoader.load(data, frameworks, problems);
    List<SourceKind> sources = SourceLoader.load(data, layouts, problems);
    problems.throwIfAny();
    return new Reference(
        councils.register(),
        frameworks.frameworks(),
        frameworks.lines(),
        frameworks.scopes(),
        frameworks.visitTypes(),
        layouts,
        sources,
        councils.geographies(),
        reportingDates,
        councils.neighbours(),
        councils.successors());
  }

  private static List<ReportingDate> reportingDates(Path data, Problems problems) {
    List<ReportingDate> dates = new ArrayList<>();
    for (Row row :
        ReferenceTable.read(data, REPORTING_DATES, List.of("as_at", "published_by"), problems)) {
      LocalDate asAt = day(row, "as_at", problems);
      LocalDate publishedBy = day(row, "published_by", problems);
      if (asAt != null && publishedBy != null) {
        check(row, asAt, publishedBy, dates, problems);
        dates.add(new ReportingDate(asAt, publishedBy));
      }
    }
    dates.sort(Comparator.comparing(ReportingDate::asAt).thenComparing(ReportingDate::publishedBy));
    return List.copyOf(dates);
  }

  private static @Nullable LocalDate day(Row row, String column, Problems problems) {
    if (row.get(column).isEmpty()) {
      problems.add(row.file(), row.lineNumber(), column + " is blank", "Write it as yyyy-mm-dd.");
    }
    return problems.day(row.file(), row.lineNumber(), column, row.get(column));
  }

  private static void check(
      Row row,
      LocalDate asAt,
      LocalDate publishedBy,
      List<ReportingDate> before,
      Problems problems) {
    if (publishedBy.isBefore(asAt)) {
      problems.add(
          row.file(),
          row.lineNumber(),
          "published_by " + publishedBy + " is before as_at " + asAt,
          "Reports come out after their inspections: swap the two or mend them.");
    }
    if (before.contains(new ReportingDate(asAt, publishedBy))) {
      problems.add(
          row.file(),
          row.lineNumber(),
          "the reporting date " + asAt + " stands twice",
          "Keep one of the two.");
    }
  }
}
