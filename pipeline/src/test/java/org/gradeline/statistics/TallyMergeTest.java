package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.statistics.Histories.ALL;
import static org.gradeline.statistics.Histories.REFERENCE;
import static org.gradeline.statistics.Histories.asAt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.reference.Line;
import org.gradeline.reference.ReportingDate;
import org.gradeline.statistics.MovementTally.Basis;

/**
 * Councils counted in parts, in any order, merged in any order, are the councils counted together.
 */
class TallyMergeTest {
  private static final int PARTS = 4;
  private static final ReportingDate NOW = asAt("2026-06-18");

  @Property(tries = 25)
  void movements(
      @ForAll("order") List<CouncilHistory> order, @ForAll("parts") List<Integer> parts) {
    holds(
        new MovementTally(REFERENCE, List.of(asAt("2019-03-31"), NOW)),
        TallyMergeTest::cells,
        order,
        parts);
  }

  @Property(tries = 25)
  void transitions(
      @ForAll("order") List<CouncilHistory> order, @ForAll("parts") List<Integer> parts) {
    holds(new TransitionTally(REFERENCE, NOW), TallyMergeTest::cells, order, parts);
  }

  @Property(tries = 25)
  void changes(@ForAll("order") List<CouncilHistory> order, @ForAll("parts") List<Integer> parts) {
    holds(new ChangeTally(REFERENCE, NOW), ChangeTally::ratings, order, parts);
  }

  @Property(tries = 25)
  void recoveries(
      @ForAll("order") List<CouncilHistory> order, @ForAll("parts") List<Integer> parts) {
    holds(
        new RecoveryTally(REFERENCE, NOW),
        tally -> REFERENCE.lines().stream().map(tally::exits).toList(),
        order,
        parts);
  }

  @Property(tries = 25)
  void standings(
      @ForAll("order") List<CouncilHistory> order, @ForAll("parts") List<Integer> parts) {
    holds(
        new StandingTally(REFERENCE, NOW),
        tally ->
            REFERENCE.councils().all().stream()
                .map(council -> tally.compare(council, Histories.HEADLINE))
                .toList(),
        order,
        parts);
  }

  @Property(tries = 25)
  void waits(@ForAll("order") List<CouncilHistory> order, @ForAll("parts") List<Integer> parts) {
    holds(
        new WaitingTally(REFERENCE, NOW),
        tally ->
            tally.waiting().stream()
                .sorted(Comparator.comparingInt(WaitingTally.Waiting::council))
                .map(waiting -> waiting + " " + tally.exits(waiting))
                .toList(),
        order,
        parts);
  }

  @Property(tries = 25)
  void publicationDays(
      @ForAll("order") List<CouncilHistory> order, @ForAll("parts") List<Integer> parts) {
    holds(
        new PublicationDayTally(REFERENCE, NOW),
        tally ->
            StreamSupport.stream(tally.days().spliterator(), false)
                .map(day -> Map.entry(day, tally.ratings(day)))
                .toList(),
        order,
        parts);
  }

  @Provide
  Arbitrary<List<CouncilHistory>> order() {
    return Arbitraries.shuffle(ALL);
  }

  @Provide
  Arbitrary<List<Integer>> parts() {
    return Arbitraries.integers().between(0, PARTS - 1).list().ofSize(ALL.size());
  }

  private static <T extends Tally<T>> void holds(
      T empty, Function<T, Object> counts, List<CouncilHistory> order, List<Integer> parts) {
    T whole = empty.empty();
    ALL.forEach(whole::count);
    List<T> tallies = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      tallies.add(empty.empty());
    }
    for (int i = 0; i < order.size(); i++) {
      tallies.get(parts.get(i)).count(order.get(i));
    }
    T merged = empty.empty();
    tallies.forEach(merged::merge);

    assertThat(counts.apply(merged)).isEqualTo(counts.apply(whole));
    assertThat(counts.apply(empty))
        .as("counts nothing itself")
        .isEqualTo(counts.apply(empty.empty()));
  }

  private static List<Object> cells(MovementTally tally) {
    List<Object> cells = new ArrayList<>();
    REFERENCE
        .scopes()
        .forEach(
            scope ->
                REFERENCE
                    .lines()
                    .forEach(
                        line ->
                            REFERENCE
                                .geographies()
                                .forEach(
                                    place -> {
                                      for (Basis basis : Basis.values()) {
                                        cells.add(tally.at(0, scope, line, place, basis));
                                        cells.add(tally.at(1, scope, line, place, basis));
                                      }
                                    })));
    return cells;
  }

  private static List<Object> cells(TransitionTally tally) {
    List<Object> cells = new ArrayList<>();
    for (Line line : REFERENCE.lines()) {
      for (int from = 1; from <= line.scale().grades().size(); from++) {
        for (int to = 1; to <= line.scale().grades().size(); to++) {
          int before = from;
          int after = to;
          cells.addAll(
              REFERENCE.scopes().stream()
                  .map(
                      scope ->
                          Map.entry(
                              tally.transitions(scope, line, before, after),
                              tally.medianDays(scope, line, before, after)))
                  .collect(Collectors.toList()));
        }
      }
    }
    return cells;
  }
}
