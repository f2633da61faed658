package org.gradeline.reference;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The days between which events of a kind are known. Outside them their number is unknown, which is
 * not zero. Immutable.
 *
 * @param event the kind of event: the key of a visit type
 * @param from first day
 * @param until last day
 * @param source where the events are from
 */
public record KnownPeriod(String event, LocalDate from, LocalDate until, String source)
    implements Serializable {

  /** Whether all days from one to another are known. */
  public boolean covers(LocalDate first, LocalDate last) {
    return covers(PartialDate.pack(first), PartialDate.pack(last));
  }

  boolean covers(int first, int last) {
    return first >= PartialDate.pack(from) && last <= PartialDate.pack(until);
  }
}
