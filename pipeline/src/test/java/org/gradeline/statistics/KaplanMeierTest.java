package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.gradeline.statistics.KaplanMeier.Exits;
import org.gradeline.statistics.KaplanMeier.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The product-limit estimate against the textbook case: weeks in remission of 42 children with
 * leukaemia, 21 given 6-mercaptopurine and 21 a placebo (E. J. Freireich et al., "The effect of
 * 6-mercaptopurine on the duration of steroid-induced remissions in acute leukemia", Blood 21,
 * 1963; E. A. Gehan, Biometrika 52, 1965). A week with a + is of a child that was still in
 * remission when last seen.
 *
 * <p>Estimates, Greenwood's standard errors and limits as R prints them: {@code
 * summary(survfit(Surv(time, cens) ~ treat, MASS::gehan))}.
 */
class KaplanMeierTest {
  private static final double Z = 1.959964;

  // Made for each test: mutation testing changes the class between tests.
  private final KaplanMeier treated =
      estimate("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
  private final KaplanMeier placebo = estimate("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

  /** The estimates below, read off between the weeks in which anything happened. */
  @ParameterizedTest(name = "after {0} weeks: {1}")
  @CsvSource({
    "0, 1",
    "5, 1",
    "6, 0.857",
    "9, 0.807",
    "12, 0.753",
    "21, 0.627",
    "23, 0.448",
    "100, 0.448"
  })
  void theShareThatHasNotRecoveredIsThatOfTheLastWeekWithAnEvent(long weeks, double estimate) {
    assertThat(treated.notYetAfter(weeks)).isCloseTo(estimate, within(0.0005));
  }

  @ParameterizedTest(name = "week {0}: {3}")
  @CsvSource(
      textBlock =
          """
          #week, at risk, recovered, estimate, error, lower, upper
          6,     21,      3,         0.857,    0.0764, 0.720, 1.000
          7,     17,      1,         0.807,    0.0869, 0.653, 0.996
          10,    15,      1,         0.753,    0.0963, 0.586, 0.968
          13,    12,      1,         0.690,    0.1068, 0.510, 0.935
          16,    11,      1,         0.627,    0.1141, 0.439, 0.896
          22,    7,       1,         0.538,    0.1282, 0.337, 0.858
          23,    6,       1,         0.448,    0.1346, 0.249, 0.807
          """)
  void treatedChildren(
      long week,
      long atRisk,
      long recovered,
      double estimate,
      double error,
      double lower,
      double upper) {
    assertPoint(on(treated, week), atRisk, recovered, estimate, error, lower, upper);
  }

  @ParameterizedTest(name = "week {0}: {3}")
  @CsvSource(
      textBlock =
          """
          #week, at risk, recovered, estimate, error, lower, upper
          1,     21,      2,         0.9048,   0.0641, 0.78754, 1.000
          2,     19,      2,         0.8095,   0.0857, 0.65785, 0.996
          3,     17,      1,         0.7619,   0.0929, 0.59988, 0.968
          4,     16,      2,         0.6667,   0.1029, 0.49268, 0.902
          5,     14,      2,         0.5714,   0.1080, 0.39455, 0.828
          8,     12,      4,         0.3810,   0.1060, 0.22085, 0.657
          11,    8,       2,         0.2857,   0.0986, 0.14529, 0.562
          12,    6,       2,         0.1905,   0.0857, 0.07887, 0.460
          15,    4,       1,         0.1429,   0.0764, 0.05011, 0.407
          17,    3,       1,         0.0952,   0.0641, 0.02549, 0.356
          22,    2,       1,         0.0476,   0.0465, 0.00703, 0.322
          """)
  void childrenGivenPlacebo(
      long week,
      long atRisk,
      long recovered,
      double estimate,
      double error,
      double lower,
      double upper) {
    assertPoint(on(placebo, week), atRisk, recovered, estimate, error, lower, upper);
  }

  @Test
  void theCensoredLeaveTheEstimateAloneAndCountAtRiskOnTheirLastDay() {
    assertThat(on(treated, 6)).extracting(Point::atRisk, Point::censored).containsExactly(21L, 1L);
    assertThat(on(treated, 9))
        .extracting(Point::atRisk, Point::recovered, Point::censored)
        .containsExactly(16L, 0L, 1L);
    assertThat(on(treated, 9))
        .extracting(Point::notYet, Point::lower, Point::upper)
        .containsExactly(on(treated, 7).notYet(), on(treated, 7).lower(), on(treated, 7).upper());
    assertThat(on(treated, 32)).extracting(Point::atRisk, Point::censored).containsExactly(4L, 2L);
  }

  /** The medians that R prints: 23 (16 to NA) and 8 (4 to 12). */
  @Test
  void mediansAndTheirLimits() {
    assertThat(treated.quantile(0.5)).hasValue(23);
    assertThat(treated.quantileLower(0.5)).hasValue(16);
    assertThat(treated.quantileUpper(0.5)).isEmpty();
    assertThat(placebo.quantile(0.5)).hasValue(8);
    assertThat(placebo.quantileLower(0.5)).hasValue(4);
    assertThat(placebo.quantileUpper(0.5)).hasValue(12);
  }

  @Test
  void quartiles() {
    // 0.753 at 10 is still above three quarters; the estimate never comes down to a quarter.
    assertThat(treated.quantile(0.25)).hasValue(13);
    assertThat(treated.quantile(0.75)).isEmpty();
    assertThat(placebo.quantile(0.25)).hasValue(4);
    assertThat(placebo.quantile(0.75)).hasValue(12);
  }

  @Test
  void anEstimateThatLiesOnTheHalfForAWhileGivesTheMiddleOfTheWhile() {
    assertThat(estimate("1 2 3 4").quantile(0.5)).hasValue(2.5);
    // Censoring in the meantime changes nothing: 3/4 x 2/3 = 1/2 from 2 to 7.
    assertThat(estimate("1 2 5+ 7").quantile(0.5)).hasValue(4.5);
  }

  /** As a product of fractions the half is not exact; the help of R's quantile.survfit warns. */
  @Test
  void aHalfThatRoundingHasMovedIsAHalf() {
    KaplanMeier twenty = estimate("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20");

    assertThat(twenty.quantile(0.5)).hasValue(10.5);
    assertThat(twenty.quantile(0.25)).hasValue(5.5);
    assertThat(twenty.quantile(0.75)).hasValue(15.5);
  }

  @Test
  void anEstimateThatEndsOnTheHalfReachedItOnTheFirstDayOfIt() {
    assertThat(estimate("1 2 5+ 5+").quantile(0.5)).hasValue(2);
  }

  @Test
  void onceAllHaveRecoveredThereAreNoLimits() {
    assertThat(on(placebo, 23))
        .isEqualTo(new Point(23, 1, 1, 0, 0, OptionalDouble.empty(), OptionalDouble.empty()));
  }

  @Test
  void allOnOneDay() {
    KaplanMeier all = estimate("367 367 367");

    assertThat(all.points())
        .containsExactly(
            new Point(367, 3, 3, 0, 0, OptionalDouble.empty(), OptionalDouble.empty()));
    assertThat(all.quantile(0.5)).hasValue(367);
    assertThat(all.quantileLower(0.5)).isEmpty();
    assertThat(all.quantileUpper(0.5)).isEmpty();
  }

  @Test
  void withoutAnyRecoveryTheEstimateStaysAtOne() {
    KaplanMeier none = estimate("100+ 200+ 200+");

    assertThat(none.points())
        .containsExactly(
            new Point(100, 3, 0, 1, 1, OptionalDouble.of(1), OptionalDouble.of(1)),
            new Point(200, 2, 0, 2, 1, OptionalDouble.of(1), OptionalDouble.of(1)));
    assertThat(none.quantile(0.25)).isEmpty();
    assertThat(none.quantileLower(0.25)).isEmpty();
  }

  @Test
  void withoutAnyoneThereIsNothing() {
    assertThat(KaplanMeier.of(new TreeMap<>()).points()).isEmpty();
    assertThat(KaplanMeier.of(new TreeMap<>()).quantile(0.5)).isEmpty();
  }

  @Property
  void theEstimateNeverRisesAndTheWatchedFallByThoseWhoLeave(
      @ForAll @Size(max = 40) List<@LongRange(min = 0, max = 30) Long> recovered,
      @ForAll @Size(max = 40) List<@LongRange(min = 0, max = 30) Long> censored) {
    double before = 1;
    long watched = (long) recovered.size() + censored.size();
    for (Point point : KaplanMeier.of(exits(recovered, censored)).points()) {
      assertThat(point.atRisk()).isEqualTo(watched);
      assertThat(point.recovered()).isEqualTo(Collections.frequency(recovered, point.day()));
      assertThat(point.censored()).isEqualTo(Collections.frequency(censored, point.day()));
      assertThat(point.notYet()).isBetween(0.0, before);
      assertThat(point.lower().isPresent()).isEqualTo(point.notYet() > 0);
      assertThat(point.lower().orElse(0)).isBetween(0.0, point.notYet());
      assertThat(point.upper().orElse(1)).isBetween(point.notYet(), 1.0);
      before = point.notYet();
      watched -= point.recovered() + point.censored();
    }
    assertThat(watched).isZero();
  }

  @Property
  void withoutCensoringItIsTheShareThatTookLonger(
      @ForAll @NotEmpty @Size(max = 60) List<@LongRange(min = 0, max = 50) Long> recovered) {
    for (Point point : KaplanMeier.of(exits(recovered, List.of())).points()) {
      long longer = recovered.stream().filter(day -> day > point.day()).count();
      assertThat(point.notYet()).isCloseTo((double) longer / recovered.size(), within(1e-12));
    }
  }

  @Property
  void withoutCensoringTheMedianIsTheOrdinaryOne(
      @ForAll @NotEmpty @Size(max = 60) List<@LongRange(min = 0, max = 50) Long> recovered) {
    List<Long> sorted = recovered.stream().sorted().toList();
    int half = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;

    assertThat(KaplanMeier.of(exits(recovered, List.of())).quantile(0.5)).hasValue(median);
  }

  private static void assertPoint(
      Point point,
      long atRisk,
      long recovered,
      double estimate,
      double error,
      double lower,
      double upper) {
    assertThat(point.atRisk()).isEqualTo(atRisk);
    assertThat(point.recovered()).isEqualTo(recovered);
    assertThat(point.notYet()).isCloseTo(estimate, within(0.0005));
    // The limits are S exp(-z se / S) and S exp(z se / S): the lower one tells the error.
    double logError = Math.log(point.notYet() / point.lower().orElseThrow()) / Z;
    assertThat(point.notYet() * logError).isCloseTo(error, within(0.00005));
    assertThat(point.lower().orElseThrow()).isCloseTo(lower, within(0.0005));
    assertThat(point.upper().orElseThrow()).isCloseTo(upper, within(0.0005));
  }

  private static Point on(KaplanMeier estimate, long day) {
    return estimate.points().stream().filter(point -> point.day() == day).findFirst().orElseThrow();
  }

  private static KaplanMeier estimate(String times) {
    List<Long> recovered = new ArrayList<>();
    List<Long> censored = new ArrayList<>();
    for (String time : times.split(" ", -1)) {
      boolean last = time.endsWith("+");
      (last ? censored : recovered).add(Long.valueOf(time.replace("+", "")));
    }
    return KaplanMeier.of(exits(recovered, censored));
  }

  private static SortedMap<Long, Exits> exits(List<Long> recovered, List<Long> censored) {
    TreeMap<Long, Exits> exits = new TreeMap<>();
    recovered.forEach(day -> exits.merge(day, new Exits(1, 0), Exits::plus));
    censored.forEach(day -> exits.merge(day, new Exits(0, 1), Exits::plus));
    return exits;
  }
}
