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
 * @param years every reporting year, from that of the first rating to the last whose reporting date
 *     is reached
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
   * The view of a run at its reporting date. It knows nothing of what was published later: other
   * reporting dates are counted to its own {@code publishedBy}.
   *
   * @param firstRated earliest publication of a rating; null when there is none
   * @param lastPublished latest publication of a record; null when there is none
   */
  public static RunView of(
      Reference reference,
      ReportingDate date,
      @Nullable PartialDate firstRated,
      @Nullable PartialDate lastPublished,
      List<String> sources) {
    List<ReportingDate> dates =
        new ArrayList<>(
            reference.reportingDates().stream()
                .filter(other -> !other.asAt().isAfter(date.asAt()))
                .map(other -> other.countedTo(date.publishedBy()))
                .toList());
    if (!dates.contains(date)) {
      dates.removeIf(other -> sameFigures(other, date));
      dates.add(date);
    }
    dates.sort(Comparator.comparing(ReportingDate::asAt).thenComparing(ReportingDate::publishedBy));
    return new RunView(
        reference,
        date,
        List.copyOf(dates),
        years(reference, date, firstRated, lastPublished),
        sources);
  }

  /** The run's own date has the same key in tables as a reporting date of the same two days. */
  private static boolean sameFigures(ReportingDate one, ReportingDate other) {
    return one.asAt().equals(other.asAt()) && one.publishedBy().equals(other.publishedBy());
  }

  /**
   * The years whose reporting date is reached. A year without one counts what was out at its end,
   * when records go on after that.
   */
  private static List<ReportingYear> years(
      Reference reference,
      ReportingDate date,
      @Nullable PartialDate firstRated,
      @Nullable PartialDate lastPublished) {
    List<ReportingYear> years = new ArrayList<>();
    if (firstRated != null && lastPublished != null) {
      for (int year = firstRated.year(); !yearEnd(year).isAfter(date.asAt()); year++) {
        ReportingDate end =
            reportingDate(reference, yearEnd(year), lastPublished).countedTo(date.publishedBy());
        if (!end.provisional()
            && !end.publishedBy().isAfter(date.publishedBy())
            && firstRated.latest() <= PartialDate.pack(end.publishedBy())) {
          years.add(new ReportingYear(year, end));
        }
      }
    }
    return List.copyOf(years);
  }

  private static LocalDate yearEnd(int year) {
    return LocalDate.of(year, Month.MARCH, 31);
  }

  /**
   * The reporting date of a day. A day that has none counts what was out on it; when no record came
   * out after it, it is never reached.
   */
  private static ReportingDate reportingDate(
      Reference reference, LocalDate day, PartialDate lastPublished) {
    return reference.reportingDates().stream()
        .filter(date -> date.asAt().equals(day))
        .findFirst()
        .orElse(
            lastPublished.latest() > PartialDate.pack(day)
                ? new ReportingDate(day, day)
                : new ReportingDate(day, LocalDate.MAX));
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
