package org.gradeline.reference;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An area that a framework judges, between two dates. Immutable.
 *
 * @param position its place in the framework, from 0
 * @param key its name in records and tables
 * @param label its name in sentences
 * @param from inspections that start on this day or later judge it; null when there is no first day
 * @param until inspections that start on this day or later no longer judge it; null when there is
 *     no such day
 * @param scale the grades it is given
 */
public record Area(
    int position,
    String key,
    String label,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    Scale scale)
    implements Serializable {

  /**
   * Whether an inspection can have judged this area. A date known only to its month or year counts
   * when any of its days would. Without a start date, the date of publication shows only that an
   * inspection was too early: what was published before {@code from} also started before it.
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

  /** Which inspections judge the area, in words that follow "is judged". */
  public String window() {
    if (from != null && until != null) {
      return "by inspections starting from " + from + " and before " + until;
    }
    return from != null
        ? "by inspections starting from " + from
        : until != null ? "by inspections starting before " + until : "by every inspection";
  }
}
