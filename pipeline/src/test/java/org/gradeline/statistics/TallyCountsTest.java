package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradeline.statistics.Histories.ALL;
import static org.gradeline.statistics.Histories.REFERENCE;
import static org.gradeline.statistics.Histories.asAt;
import static org.gradeline.statistics.Histories.counted;
import static org.gradeline.statistics.Histories.sum;
import static org.gradeline.statistics.Histories.written;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.reference.Line;
import org.gradeline.reference.ReportingDate;
import org.gradeline.statistics.MovementTally.Basis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Councils counted in parts, in any order, and added up in any order from what the parts have
 * written, are the councils counted together, and to the byte.
 */
class TallyCountsTest {
  private static final int PARTS = 4;
  private static final ReportingDate NOW = asAt("2026-06-18");

  @Property(tries = 25)
  void movements(
      @ForAll("order") List<CouncilHistory> order, @ForAll("parts") List<Integer> parts) {
    holds(
        () -> new MovementTally(REFERENCE, List.of(asAt("2019-03-31"), NOW)),
        TallyCountsTest::cells,
        order,
        parts);
  }

  @Property(tries = 25)
  void transitions(
      @ForAll("order") List<CouncilHistory> order, @ForAll("parts") List<Integer> parts) {
    holds(() -> new TransitionTally(REFERENCE, NOW), TallyCountsTest::cells, order, parts);
  }

  @Property(tries = 25)
  void changes(@ForAll("order") List<CouncilHistory> order, @ForAll("parts") List<Integer> parts) {
    holds(() -> new ChangeTally(REFERENCE, NOW), ChangeTally::ratings, order, parts);
  }

  @Property(tries = 25)
  void recoveries(
      @ForAll("order") List<CouncilHistory> order, @ForAll("parts") List<Integer> parts) {
    holds(
        () -> new RecoveryTally(REFERENCE, NOW),
        tally -> REFERENCE.lines().stream().map(tally::exits).toList(),
        order,
        parts);
  }

  @Property(tries = 25)
  void standings(
      @ForAll("order") List<CouncilHistory> order, @ForAll("parts") List<Integer> parts) {
    holds(
        () -> new StandingTally(REFERENCE, NOW),
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
        () -> new WaitingTally(REFERENCE, NOW),
        tally ->
            tally.waiting().stream()
                .sorted(Comparator.comparingInt(WaitingTally.Waiting::council))
                .map(waiting -> waiting + " " + tally.exits(waiting))
                .toList(),
        order,
        parts);
  }

  @Property(tries = 25)
  void themes(@ForAll("order") List<CouncilHistory> order, @ForAll("parts") List<Integer> parts) {
    holds(() -> new ThemeTally(NOW), ThemeTally::themes, order, parts);
  }

  @Property(tries = 25)
  void distributions(
      @ForAll("order") List<CouncilHistory> order, @ForAll("parts") List<Integer> parts) {
    holds(
        () -> new DistributionTally(REFERENCE, List.of(asAt("2019-03-31"), NOW)),
        tally ->
            REFERENCE.geographies().stream()
                .map(place -> tally.at(1, Histories.ANY, Histories.HEADLINE, place))
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

  private static <T extends Tally> void holds(
      Supplier<T> empty,
      Function<T, Object> counts,
      List<CouncilHistory> order,
      List<Integer> parts) {
    T whole = counted(empty.get(), ALL.toArray(CouncilHistory[]::new));
    List<T> tallies = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      tallies.add(empty.get());
    }
    for (int i = 0; i < order.size(); i++) {
      tallies.get(parts.get(i)).count(order.get(i));
    }
    T forwards = sum(empty.get(), tallies.toArray(Tally[]::new));
    Collections.reverse(tallies);
    T backwards = sum(empty.get(), tallies.toArray(Tally[]::new));
    T again = sum(empty.get(), forwards);

    assertThat(counts.apply(forwards)).isEqualTo(counts.apply(whole));
    assertThat(counts.apply(again)).isEqualTo(counts.apply(whole));
    assertThat(written(forwards)).isEqualTo(written(whole)).isEqualTo(written(backwards));
    assertThat(written(again)).isEqualTo(written(whole));
    assertThat(written(sum(whole, empty.get())))
        .as("nothing changes nothing")
        .isEqualTo(written(forwards));
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

  static List<Supplier<Tally>> tallies() {
    return List.of(
        () -> new DistributionTally(REFERENCE, List.of(NOW)),
        () -> new MovementTally(REFERENCE, List.of(NOW)),
        () -> new TransitionTally(REFERENCE, NOW),
        () -> new ChangeTally(REFERENCE, NOW),
        () -> new RecoveryTally(REFERENCE, NOW),
        () -> new StandingTally(REFERENCE, NOW),
        () -> new WaitingTally(REFERENCE, NOW),
        () -> new ThemeTally(NOW));
  }

  /** What is cut off or of another kind is refused. */
  @ParameterizedTest
  @MethodSource("tallies")
  void otherBytesAreRefused(Supplier<Tally> empty) {
    byte[] written = written(counted(empty.get(), ALL.toArray(CouncilHistory[]::new)));

    for (int length = 0; length < written.length; length++) {
      byte[] cut = Arrays.copyOf(written, length);
      assertThatThrownBy(() -> empty.get().add(new CountsInput(cut)))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("Run the command again.");
    }
    for (Supplier<Tally> other : tallies()) {
      if (other.get().getClass() != empty.get().getClass()) {
        assertThatThrownBy(() -> other.get().add(new CountsInput(written)))
            .hasMessageContaining("of this run");
      }
    }
  }

  /** Whatever a byte is changed to, the counts are added or refused, and at once. */
  @ParameterizedTest
  @MethodSource("tallies")
  void damagedBytesAreCountsOrRefused(Supplier<Tally> empty) {
    byte[] written = written(counted(empty.get(), ALL.toArray(CouncilHistory[]::new)));
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] damaged = written.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      try {
        Tally tally = empty.get();
        tally.add(new CountsInput(damaged));
        written(tally);
      } catch (IOException e) {
        assertThat(e).hasMessageEndingWith("Run the command again.");
      }
    }
  }

  /** A part of few councils takes few bytes. */
  @ParameterizedTest
  @MethodSource("tallies")
  void cellsWithoutACountTakeNoBytes(Supplier<Tally> empty) {
    assertThat(written(empty.get())).hasSizeLessThan(50);
    assertThat(written(counted(empty.get(), Histories.OXFORDSHIRE))).hasSizeLessThan(1_000);
  }

  @Test
  void aCouncilIsCountedInOnePart() {
    Tally part = counted(new StandingTally(REFERENCE, NOW), Histories.OXFORDSHIRE);

    assertThatThrownBy(() -> sum(part, part))
        .hasMessageContaining("the same council was counted in two parts");
  }
}
