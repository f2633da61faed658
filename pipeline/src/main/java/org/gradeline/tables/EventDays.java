package org.gradeline.tables;

import java.util.Arrays;
import java.util.List;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.LineEvent;
import org.gradeline.histories.LineHistory;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scheme;
import org.jspecify.annotations.Nullable;

/**
 * The days of a council's inspections or visits, to count those between two days: an event is on
 * its first day, or on that of its publication where the first is unknown.
 */
final class EventDays {
  private final int[] days;

  private EventDays(int[] days) {
    this.days = days;
  }

  /** Days of the inspections that gave a line a grade and count at a reporting date. */
  static EventDays ofRatings(LineHistory history, ReportingDate date) {
    List<LineEvent> counting = history.counting(date);
    int[] days = new int[counting.size()];
    int size = 0;
    for (LineEvent event : counting) {
      if (event.kind() == LineEvent.Kind.RATED) {
        days[size++] = day(event.inspection().start(), event.inspection().published());
      }
    }
    return new EventDays(Arrays.copyOf(days, size));
  }

  /** Days of a scheme's visits that count at a reporting date. */
  static EventDays ofVisits(
      CouncilHistory history, Scheme scheme, Reference reference, ReportingDate date) {
    List<Visit> visits = history.merged().visits();
    int[] days = new int[visits.size()];
    int size = 0;
    for (Visit visit : visits) {
      if (reference.countsVisits(reference.visitTypes().get(visit.type()), scheme)
          && date.counts(visit.start(), visit.published())) {
        days[size++] = day(visit.start(), visit.published());
      }
    }
    return new EventDays(Arrays.copyOf(days, size));
  }

  /** The last day that it can mean, packed; 0 when there is none. */
  private static int day(@Nullable PartialDate start, @Nullable PartialDate published) {
    PartialDate date = start != null ? start : published;
    return date == null ? 0 : date.latest();
  }

  /**
   * How many events were between two days.
   *
   * @param first the first day, packed
   * @param last the last, packed
   */
  long between(int first, int last) {
    long count = 0;
    for (int day : days) {
      if (first <= day && day <= last) {
        count++;
      }
    }
    return count;
  }
}
