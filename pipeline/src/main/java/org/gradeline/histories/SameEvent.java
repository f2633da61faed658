package org.gradeline.histories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.reference.Field;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Finds which records of one council and one framework (or kind of visit) are of one event: those
 * with the same publication or the same start, if their other dates are at most {@value
 * EventDates#MAX_DAYS_APART} days apart. A date known only to the month or year is the same as a
 * full one inside it, unless several events fit. Two records are also of one event when a third is
 * of the event of each.
 *
 * <p>The result does not depend on the order of the records: only their dates decide, the best
 * known ones first.
 *
 * @param <R> the records
 */
final class SameEvent<R extends CouncilRecord> {

  /**
   * Records of one event.
   *
   * @param records in the order in which they are believed
   * @param ambiguous whether a date known in part fits several other events, so that it was left
   *     alone
   * @param distant dates that keep it apart from records with which it shares the other date
   */
  record Event<R extends CouncilRecord>(List<R> records, boolean ambiguous, Set<Distant> distant) {}

  /**
   * A date that is too far from that of another record with which it shares the other date.
   *
   * @param field the date that differs
   * @param value what the record says
   * @param shared the date that both share
   * @param other what the other record says
   */
  record Distant(Field field, PartialDate value, PartialDate shared, PartialDate other) {}

  /** Records with the same dates, which are of one event for that reason alone. */
  private final class Node {
    private final EventDates dates;
    private final List<R> records = new ArrayList<>(1);
    private Group group = new Group(this);

    private Node(EventDates dates) {
      this.dates = dates;
    }
  }

  private final class Group {
    private final List<Node> nodes = new ArrayList<>(1);
    private final Set<Distant> distant = new LinkedHashSet<>();
    private boolean ambiguous;

    private Group(Node first) {
      nodes.add(first);
    }

    private void take(Group other) {
      other.nodes.forEach(node -> node.group = this);
      nodes.addAll(other.nodes);
    }
  }

  private final Comparator<? super R> believed;

  /** Nodes that have found their group, by the month of a date; 00 for a year alone. */
  private final Map<Integer, List<Node>> byPublishedMonth = new HashMap<>();

  private final Map<Integer, List<Node>> byStartMonth = new HashMap<>();

  private SameEvent(Comparator<? super R> believed) {
    this.believed = believed;
  }

  /**
   * Groups records into events.
   *
   * @param records in any order
   * @param believed the order in which they are believed
   * @return events in the order of their first records
   */
  static <R extends CouncilRecord> List<Event<R>> among(
      List<R> records, Comparator<? super R> believed) {
    return records.size() == 1
        ? List.of(new Event<>(List.copyOf(records), false, Set.of()))
        : new SameEvent<R>(believed).group(records);
  }

  private List<Event<R>> group(List<R> records) {
    Map<EventDates, Node> byDates = new TreeMap<>(EventDates.BEST_KNOWN_FIRST);
    for (R record : records) {
      byDates.computeIfAbsent(EventDates.of(record), Node::new).records.add(record);
    }
    List<Node> full = byDates.values().stream().filter(node -> node.dates.areFull()).toList();
    linkThoseThatShare(Field.START_DATE, full);
    linkThoseThatShare(Field.PUBLISHED_DATE, full);
    tellOfThoseThatShare(Field.START_DATE, full);
    tellOfThoseThatShare(Field.PUBLISHED_DATE, full);
    full.forEach(this::settle);
    for (Node node : byDates.values()) {
      if (!node.dates.areFull()) {
        place(node);
        settle(node);
      }
    }
    return events(byDates.values().stream().map(node -> node.group).distinct().toList());
  }

  /** Makes one of nodes that share a day where the next of their other days is near enough. */
  private void linkThoseThatShare(Field field, List<Node> full) {
    forEachNext(
        field,
        full,
        (before, after) -> {
          if (before.group != after.group
              && before.dates.areNear(after.dates, EventDates.other(field))) {
            boolean larger = before.group.nodes.size() >= after.group.nodes.size();
            (larger ? before : after).group.take((larger ? after : before).group);
          }
        });
  }

  /** Notes which nodes share a day and are not one, nor made one by other records. */
  private void tellOfThoseThatShare(Field field, List<Node> full) {
    forEachNext(
        field,
        full,
        (before, after) -> {
          if (before.group != after.group) {
            tell(after, before, EventDates.other(field));
          }
        });
  }

  private interface Pair<N> {
    void accept(N before, N after);
  }

  private void forEachNext(Field shared, List<Node> full, Pair<Node> pairs) {
    Field differing = EventDates.other(shared);
    List<Node> sorted = new ArrayList<>(full);
    sorted.sort(
        Comparator.comparing((Node node) -> node.dates.known(shared))
            .thenComparing(node -> node.dates.known(differing)));
    for (int i = 1; i < sorted.size(); i++) {
      Node before = sorted.get(i - 1);
      Node after = sorted.get(i);
      if (before.dates.known(shared).equals(after.dates.known(shared))) {
        pairs.accept(before, after);
      }
    }
  }

  private void tell(Node node, Node from, Field differing) {
    node.group.distant.add(
        new Distant(
            differing,
            node.dates.known(differing),
            node.dates.known(EventDates.other(differing)),
            from.dates.known(differing)));
  }

  /** Finds the group of a node with a date that is not known to the day. */
  private void place(Node node) {
    Set<Group> equal = new LinkedHashSet<>();
    Set<Group> near = new LinkedHashSet<>();
    Node distant = null;
    for (List<Node> others : candidates(node)) {
      for (Node other : others) {
        switch (node.dates.likeness(other.dates)) {
          case EQUAL -> equal.add(other.group);
          case NEAR -> near.add(other.group);
          case DISTANT -> distant = distant == null ? other : distant;
          case NONE -> {}
        }
        if (equal.size() > 1) {
          node.group.ambiguous = true;
          return;
        }
      }
    }
    Set<Group> fitting = equal.isEmpty() ? near : equal;
    if (fitting.size() == 1) {
      fitting.iterator().next().take(node.group);
    } else {
      node.group.ambiguous = !fitting.isEmpty();
    }
    if (fitting.isEmpty() && distant != null) {
      Field differing = node.dates.differing(distant.dates);
      if (node.dates.isTelling(distant.dates, EventDates.other(differing))) {
        tell(node, distant, differing);
      }
    }
  }

  /** Nodes that may share a date with a node; some of those that share both come twice. */
  private List<List<Node>> candidates(Node node) {
    List<List<Node>> found = new ArrayList<>();
    addCandidates(node.dates.published(), byPublishedMonth, found);
    addCandidates(node.dates.start(), byStartMonth, found);
    return found;
  }

  /** A day or month matches those of its month, and its year; a year all of its months. */
  private void addCandidates(
      @Nullable PartialDate date, Map<Integer, List<Node>> byMonth, List<List<Node>> found) {
    if (date == null) {
      return;
    }
    int month = date.packed() / 100;
    int year = date.year() * 100;
    for (int key = year; key <= year + 12; key++) {
      if (month == year || key == year || key == month) {
        found.add(byMonth.getOrDefault(key, List.of()));
      }
    }
  }

  private void settle(Node node) {
    add(node, node.dates.published(), byPublishedMonth);
    add(node, node.dates.start(), byStartMonth);
  }

  private void add(Node node, @Nullable PartialDate date, Map<Integer, List<Node>> byMonth) {
    if (date != null) {
      byMonth.computeIfAbsent(date.packed() / 100, key -> new ArrayList<>()).add(node);
    }
  }

  private List<Event<R>> events(List<Group> groups) {
    List<Event<R>> events = new ArrayList<>(groups.size());
    for (Group group : groups) {
      List<R> records = new ArrayList<>();
      group.nodes.forEach(node -> records.addAll(node.records));
      records.sort(believed);
      events.add(new Event<>(List.copyOf(records), group.ambiguous, group.distant));
    }
    events.sort(Comparator.comparing(event -> event.records().get(0), believed));
    return events;
  }

  /** The date that the first record gives, as well as any other record that agrees knows it. */
  static <R extends CouncilRecord> @Nullable PartialDate best(
      List<R> records, Function<? super R, @Nullable PartialDate> date) {
    PartialDate best = null;
    for (R record : records) {
      PartialDate candidate = date.apply(record);
      if (EventDates.precision(candidate) > EventDates.precision(best)
          && (best == null || EventDates.agree(best, candidate))) {
        best = candidate;
      }
    }
    return best;
  }
}
