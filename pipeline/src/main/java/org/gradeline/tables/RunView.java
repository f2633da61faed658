package org.gradeline.tables;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What all tables of a run are made from, besides the records.
 *
 * @param reference the run's reference data
 * @param date the run's own reporting date
 * @param dates every reporting date up to the run's, and the run's own, in order
 * @param years every reporting year, from that of the first rating to the last that ended by the
 *     run's as_at
 * @param sources names of the sources, by position
 */
public record RunView(
    Reference reference,
    ReportingDate date,
    List<ReportingDate> dates,
    List<ReportingYear> years,
    List<String> sources)
    implements Serializable {

  /**
   * A year that ends on 31 March.
   *
   * @param year the calendar year in which it ends
   * @param date what counts at its end
   */
  public record ReportingYear(int year, ReportingDate date) implements Serializable {
    /** First day of the year. */
    public LocalDate firstDay() {
      return date.asAt().minusYears(1).plusDays(1);
    }

    /** The section of a table that is in the order of the years, see {@link CouncilTable}. */
    String section() {
      String digits = Integer.toString(year);
      return "0000".substring(Math.min(4, digits.length())) + digits + "-";
    }
  }

  /**
   * The view of a run at its reporting date.
   *
   * @param firstRated earliest publication of a rating; null when there is none
   */
  public static RunView of(
      Reference reference,
      ReportingDate date,
      @Nullable PartialDate firstRated,
      List<String> sources) {
    List<ReportingDate> dates = new ArrayList<>(reference.reportingDates());
    dates.removeIf(other -> other.asAt().isAfter(date.asAt()));
    if (!dates.contains(date)) {
      dates.add(date);
    }
    dates.sort(Comparator.comparing(ReportingDate::asAt).thenComparing(ReportingDate::publishedBy));
    return new RunView(
        reference, date, List.copyOf(dates), years(reference, date, firstRated), sources);
  }

  private static List<ReportingYear> years(
      Reference reference, ReportingDate date, @Nullable PartialDate firstRated) {
    List<ReportingYear> years = new ArrayList<>();
    if (firstRated != null) {
      for (int year = firstRated.year(); !yearEnd(year).isAfter(date.asAt()); year++) {
        ReportingDate end = reportingDate(reference, yearEnd(year));
        if (firstRated.latest() <= PartialDate.pack(end.publishedBy())) {
          years.add(new ReportingYear(year, end));
        }
      }
    }
    return List.copyOf(years);
  }

  private static LocalDate yearEnd(int year) {
    return LocalDate.of(year, Month.MARCH, 31);
  }

  /** The reporting date of a day; a day that has none counts what was out on it. */
  private static ReportingDate reportingDate(Reference reference, LocalDate day) {
    return reference.reportingDates().stream()
        .filter(date -> date.asAt().equals(day))
        .findFirst()
        .orElse(new ReportingDate(day, day));
  }

  /** The years that end on a reporting date that tables are made for. */
  public List<ReportingYear> yearsWithTables() {
    return years.stream().filter(year -> dates.contains(year.date())).toList();
  }

  /**
   * A line in a scope at a reporting date.
   *
   * @param position the date's place among the run's dates
   * @param date the date
   * @param scope which frameworks count
   * @param line the line
   */
  public record LineAtDate(int position, ReportingDate date, Scope scope, Line line) {}

  /** Every line in every scope at every reporting date, in the order of the tables. */
  public Stream<LineAtDate> linesAtDates() {
    return IntStream.range(0, dates.size())
        .boxed()
        .flatMap(
            position ->
                scopes().stream()
                    .flatMap(
                        scope ->
                            reference.lines().stream()
                                .map(
                                    line ->
                                        new LineAtDate(
                                            position, dates.get(position), scope, line))));
  }

  /** The scopes in the order in which tables have them. */
  public List<Scope> scopes() {
    return reference.scopes().stream().sorted(Comparator.comparing(Scope::key)).toList();
  }

  /** The whole country. */
  public Geography country() {
    return reference.geographies().stream()
        .filter(geography -> geography.level().equals(Geography.NATIONAL))
        .findFirst()
        .orElseThrow();
  }

  /** Name of a source. */
  public String source(int position) {
    return sources.get(position);
  }
}
