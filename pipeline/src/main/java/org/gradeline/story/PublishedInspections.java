package org.gradeline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.reference.PartialDate;

/**
 * The inspections of all councils by the day on which their publication begins.
 *
 * @param days the inspections of each day
 */
record PublishedInspections(NavigableMap<Integer, List<Published>> days) {

  /**
   * An inspection and whose it is.
   *
   * @param history of the council
   * @param inspection the inspection
   */
  record Published(CouncilHistory history, Inspection inspection) {}

  static PublishedInspections of(List<CouncilHistory> histories) {
    NavigableMap<Integer, List<Published>> days = new TreeMap<>();
    for (CouncilHistory history : histories) {
      for (Inspection inspection : history.merged().inspections()) {
        days.computeIfAbsent(inspection.published().earliest(), day -> new ArrayList<>())
            .add(new Published(history, inspection));
      }
    }
    return new PublishedInspections(days);
  }

  /** All inspections, in the order of their publication. */
  List<Published> all() {
    return flat(days);
  }

  /** The inspections whose publication begins in a day, month or year, in its order. */
  List<Published> in(PartialDate date) {
    return flat(days.subMap(date.earliest(), true, date.latest(), true));
  }

  private static List<Published> flat(Map<Integer, List<Published>> days) {
    return days.values().stream().flatMap(List::stream).toList();
  }
}
