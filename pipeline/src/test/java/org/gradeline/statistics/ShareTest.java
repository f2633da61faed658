package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
  private static final Offset<Double> FOUR_DECIMALS_OF_A_PROPORTION = within(0.005);
  private static final Offset<Double> EXACT = within(1e-9);

  /** The 97.5 % point of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * The four worked examples in R. G. Newcombe, "Two-sided confidence intervals for the single
   * proportion: comparison of seven methods", Statistics in Medicine 17 (1998), Table I, method 3
   * (score, without continuity correction).
   */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # part, whole, lower, upper
          81,     263,   25.53, 36.62
          15,     148,    6.24, 16.05
          0,      20,     0.00, 16.11
          1,      29,     0.61, 17.18
          """)
  void limitsAreThoseOfThePublishedExamples(long part, long whole, double lower, double upper) {
    Share share = Share.of(part, whole);

    assertThat(share.lower()).isCloseTo(lower, FOUR_DECIMALS_OF_A_PROPORTION);
    assertThat(share.upper()).isCloseTo(upper, FOUR_DECIMALS_OF_A_PROPORTION);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # Official figures: good or outstanding.
          37,  127, 29
          73,  149, 49
          91,  151, 60
          103, 153, 67
          0,   153, 0
          153, 153, 100
          """)
  void aShareIsInPercentOfTheWhole(long part, long whole, long rounded) {
    assertThat(Math.round(Share.of(part, whole).percent())).isEqualTo(rounded);
    assertThat(Share.percent(part, whole)).isEqualTo(Share.of(part, whole).percent());
  }

  /**
   * Wilson's limits are the roots p of (part/whole - p)^2 = z^2 p (1 - p) / whole, whatever formula
   * they are found by.
   */
  @Property
  void limitsSolveWilsonsEquation(
      @ForAll @IntRange(min = 1, max = 100_000) int whole,
      @ForAll @IntRange(max = 1000) int permille) {
    int part = (int) ((long) whole * permille / 1000);
    Share share = Share.of(part, whole);

    for (double limit : new double[] {share.lower() / 100, share.upper() / 100}) {
      double distance = (double) part / whole - limit;
      assertThat(distance * distance).isCloseTo(Z * Z * limit * (1 - limit) / whole, EXACT);
    }
  }

  @Property
  void limitsEncloseTheShareAndStayBetween0And100(
      @ForAll @IntRange(min = 1, max = 400) int whole, @ForAll @IntRange(max = 400) int some) {
    Share share = Share.of(some % (whole + 1), whole);

    assertThat(share.lower()).isBetween(0.0, share.percent());
    assertThat(share.upper()).isBetween(share.percent(), 100.0);
  }

  @Property
  void whatIsLeftHasTheLimitsMirrored(
      @ForAll @IntRange(min = 1, max = 400) int whole, @ForAll @IntRange(max = 400) int some) {
    int part = some % (whole + 1);
    Share share = Share.of(part, whole);
    Share rest = Share.of(whole - part, whole);

    assertThat(rest.percent()).isCloseTo(100 - share.percent(), EXACT);
    assertThat(rest.lower()).isCloseTo(100 - share.upper(), EXACT);
    assertThat(rest.upper()).isCloseTo(100 - share.lower(), EXACT);
  }

  @Test
  void noneAndAllHaveLimitsAtTheEndOfTheScale() {
    assertThat(Share.of(0, 153).lower()).isZero();
    assertThat(Share.of(153, 153).upper()).isEqualTo(100);
    assertThat(Share.of(0, 1).upper()).isCloseTo(100 * Z * Z / (1 + Z * Z), EXACT);
  }

  @Test
  void morePartThanWholeIsNoShare() {
    assertThatIllegalArgumentException().isThrownBy(() -> Share.of(2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Share.of(0, 0));
  }
}
