package org.gradeline.publishing.revisions;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gradeline.tables.Revision;
import org.gradeline.tables.Revision.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How many revisions there are, and the first of them.
 *
 * @param comparison what there was to compare with
 * @param unreadable why the earlier ratings could not be read; null when they could, or were none
 * @param earlierRatings how many ratings the earlier reports have
 * @param counts how many revisions there are of each kind
 * @param first the first few of each kind, in the order of the table
 */
public record RevisionTotals(
    Comparison comparison,
    @Nullable String unreadable,
    long earlierRatings,
    Map<Kind, Long> counts,
    Map<Kind, List<Revision>> first) {

  /** What there was to compare with. */
  public enum Comparison {
    MADE,
    NO_EARLIER_REPORTS,
    EARLIER_REPORTS_UNREADABLE
  }

  public static final RevisionTotals NO_EARLIER_REPORTS =
      new RevisionTotals(Comparison.NO_EARLIER_REPORTS, null, 0, Map.of(), Map.of());

  public static RevisionTotals unreadable(String why) {
    return new RevisionTotals(Comparison.EARLIER_REPORTS_UNREADABLE, why, 0, Map.of(), Map.of());
  }

  public static RevisionTotals none(long earlierRatings) {
    return new RevisionTotals(Comparison.MADE, null, earlierRatings, Map.of(), Map.of());
  }

  /** How many revisions of a kind there are. */
  public long count(Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** The first few revisions of a kind. */
  public List<Revision> first(Kind kind) {
    return first.getOrDefault(kind, List.of());
  }

  /** Counts revisions as they are found. */
  static final class Counter {
    private static final int KEPT = 3;

    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Revision>> first = new EnumMap<>(Kind.class);

    void count(Revision revision) {
      counts.merge(revision.kind(), 1L, Long::sum);
      List<Revision> kept = first.computeIfAbsent(revision.kind(), key -> new ArrayList<>());
      if (kept.size() < KEPT) {
        kept.add(revision);
      }
    }

    RevisionTotals totals(long earlierRatings) {
      return new RevisionTotals(Comparison.MADE, null, earlierRatings, counts, first);
    }
  }
}
