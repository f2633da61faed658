package org.gradeline.tables;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;

/**
 * What all tables of a run are made from, besides the records.
 *
 * @param reference what is known
 * @param date the run's own reporting date
 * @param dates every reporting date up to the run's, and the run's own, in order
 * @param sources names of the sources, by position
 */
public record RunView(
    Reference reference, ReportingDate date, List<ReportingDate> dates, List<String> sources)
    implements Serializable {

  /** The view of a run at its reporting date. */
  public static RunView of(Reference reference, ReportingDate date, List<String> sources) {
    List<ReportingDate> dates = new ArrayList<>(reference.reportingDates());
    dates.removeIf(other -> other.asAt().isAfter(date.asAt()));
    if (!dates.contains(date)) {
      dates.add(date);
    }
    dates.sort(Comparator.comparing(ReportingDate::asAt).thenComparing(ReportingDate::publishedBy));
    return new RunView(reference, date, List.copyOf(dates), sources);
  }

  /** Name of a source. */
  public String source(int position) {
    return sources.get(position);
  }
}
