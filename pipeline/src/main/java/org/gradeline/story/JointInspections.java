package org.gradeline.story;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;

/**
 * Inspections of a joint service: one record of a source that gives ratings to several councils.
 *
 * @param councils positions of the councils that a record gives ratings to, by its place
 */
record JointInspections(Map<Place, TreeSet<Integer>> councils) {

  /**
   * A record in the sources.
   *
   * @param source position of the source
   * @param lineNumber its line
   */
  record Place(int source, long lineNumber) {
    private static Place of(Judgement judgement) {
      return new Place(judgement.source(), judgement.lineNumber());
    }
  }

  static JointInspections of(List<CouncilHistory> histories) {
    Map<Place, TreeSet<Integer>> councils = new HashMap<>();
    for (CouncilHistory history : histories) {
      for (Inspection inspection : history.merged().inspections()) {
        places(inspection)
            .forEach(
                place ->
                    councils
                        .computeIfAbsent(place, key -> new TreeSet<>())
                        .add(inspection.council()));
      }
    }
    councils.values().removeIf(together -> together.size() < 2);
    return new JointInspections(councils);
  }

  /** Positions of all councils that were inspected together, in order; empty for one alone. */
  List<Integer> together(Inspection inspection) {
    return places(inspection)
        .map(councils::get)
        .filter(Objects::nonNull)
        .flatMap(Collection::stream)
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<Place> places(Inspection inspection) {
    return inspection.judgements().stream().map(Place::of).distinct();
  }
}
