package org.gradeline.histories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Finds which records of one council and one framework (or kind of visit) are of one event: those
 * with the same publication or the same start. A date known only to the month or year is the same
 * as a full one inside it, unless the other date contradicts it or several events fit. The result
 * does not depend on the order of the records.
 *
 * @param <R> the records
 */
final class SameEvent<R extends CouncilRecord> {

  /**
   * Records of one event.
   *
   * @param records in the order of the sources
   * @param ambiguous whether a date known in part fits several other events, so that it was left
   *     alone
   */
  record Event<R extends CouncilRecord>(List<R> records, boolean ambiguous) {}

  private final class Group {
    private final List<R> records = new ArrayList<>();
    private boolean ambiguous;

    private @Nullable PartialDate published() {
      return best(records, CouncilRecord::published);
    }

    private @Nullable PartialDate start() {
      return best(records, CouncilRecord::start);
    }

    private boolean isFull() {
      PartialDate date = published() != null ? published() : start();
      return date != null && date.isFull();
    }

    private boolean fits(Group other) {
      return !contradict(published(), other.published())
          && !contradict(start(), other.start())
          && (bothKnown(published(), other.published()) || bothKnown(start(), other.start()));
    }
  }

  private final Comparator<CouncilRecord> bySource;

  private SameEvent(Comparator<CouncilRecord> bySource) {
    this.bySource = bySource;
  }

  /**
   * Groups records into events.
   *
   * @param records in the order of the sources
   * @param bySource this order
   * @return events in the order of their first records
   */
  static <R extends CouncilRecord> List<Event<R>> among(
      List<R> records, Comparator<CouncilRecord> bySource) {
    return new SameEvent<R>(bySource).group(records);
  }

  private List<Event<R>> group(List<R> records) {
    List<Group> settled = new ArrayList<>();
    List<Group> vague = new ArrayList<>();
    for (Group group : byExactDates(records)) {
      (group.isFull() ? settled : vague).add(group);
    }
    // The better known go first: by month before by year, with a start before without.
    vague.sort(
        Comparator.comparingInt((Group group) -> precision(group.published()))
            .thenComparingInt(group -> precision(group.start()))
            .reversed()
            .thenComparing(group -> packed(group.published()))
            .thenComparing(group -> packed(group.start())));
    for (Group group : vague) {
      List<Group> fitting = settled.stream().filter(group::fits).toList();
      if (fitting.size() == 1) {
        fitting.get(0).records.addAll(group.records);
      } else {
        group.ambiguous = fitting.size() > 1;
        settled.add(group);
      }
    }
    return settled.stream()
        .map(
            group -> new Event<>(group.records.stream().sorted(bySource).toList(), group.ambiguous))
        .sorted(Comparator.comparing(event -> event.records().get(0), bySource))
        .toList();
  }

  /**
   * Records that share a full date, whatever their other date says, and those whose dates known in
   * part are the same.
   */
  private List<Group> byExactDates(List<R> records) {
    Map<String, Group> byDate = new HashMap<>();
    List<Group> groups = new ArrayList<>();
    for (R record : records) {
      List<Group> found = new ArrayList<>();
      for (String key : keys(record)) {
        Group group = byDate.get(key);
        if (group != null && !found.contains(group)) {
          found.add(group);
        }
      }
      Group group = found.isEmpty() ? new Group() : found.get(0);
      if (found.isEmpty()) {
        groups.add(group);
      }
      group.records.add(record);
      for (Group other : found.subList(Math.min(1, found.size()), found.size())) {
        group.records.addAll(other.records);
        group.records.sort(bySource);
        groups.remove(other);
      }
      for (R member : found.size() > 1 ? group.records : List.of(record)) {
        keys(member).forEach(key -> byDate.put(key, group));
      }
    }
    return groups;
  }

  private static List<String> keys(CouncilRecord record) {
    List<String> keys = new ArrayList<>(2);
    PartialDate published = record.published();
    PartialDate start = record.start();
    if (published != null && published.isFull()) {
      keys.add("published " + published);
    }
    if (start != null && start.isFull()) {
      keys.add("start " + start);
    }
    if (keys.isEmpty()) {
      keys.add("published " + published + " start " + start);
    }
    return keys;
  }

  private static boolean contradict(@Nullable PartialDate one, @Nullable PartialDate other) {
    return one != null && other != null && !one.matches(other);
  }

  private static boolean bothKnown(@Nullable PartialDate one, @Nullable PartialDate other) {
    return one != null && other != null;
  }

  private static int precision(@Nullable PartialDate date) {
    return date == null ? 0 : date.isFull() ? 3 : date.packed() % 10000 != 0 ? 2 : 1;
  }

  private static int packed(@Nullable PartialDate date) {
    return date == null ? 0 : date.packed();
  }

  /** The best known of the dates that records give, the first of equally good ones. */
  static <R extends CouncilRecord> @Nullable PartialDate best(
      List<R> records, Function<? super R, @Nullable PartialDate> date) {
    PartialDate best = null;
    for (R record : records) {
      PartialDate candidate = date.apply(record);
      if (precision(candidate) > precision(best)) {
        best = candidate;
      }
    }
    return best;
  }
}
