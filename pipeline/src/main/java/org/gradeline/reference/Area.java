package org.gradeline.reference;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An area that a framework judges, between two dates.
 *
 * @param position its place in the framework, from 0
 * @param key its name in records and tables
 * @param label its name in sentences
 * @param from first start date of an inspection that judges it; null when it was always judged
 * @param until first start date of an inspection that no longer does; null when it still is
 */
public record Area(
    int position, String key, String label, @Nullable LocalDate from, @Nullable LocalDate until)
    implements Serializable {

  /**
   * Whether an inspection can have judged this area. A date known in part is given the benefit of
   * the doubt. Without a start date the publication stands in at the early end alone: what was
   * published before the area came in was inspected before.
   *
   * @param start when the inspection started; null when unknown
   * @param published when its report came out
   */
  public boolean judgedBy(@Nullable PartialDate start, PartialDate published) {
    PartialDate known = start != null ? start : published;
    boolean tooEarly = from != null && known.latest() < PartialDate.pack(from);
    boolean tooLate = until != null && start != null && start.earliest() >= PartialDate.pack(until);
    return !tooEarly && !tooLate;
  }

  /** The days between which the area is judged, in words. */
  public String window() {
    if (from != null && until != null) {
      return "by inspections starting from " + from + " and before " + until;
    }
    return from != null
        ? "by inspections starting from " + from
        : until != null ? "by inspections starting before " + until : "by every inspection";
  }
}
