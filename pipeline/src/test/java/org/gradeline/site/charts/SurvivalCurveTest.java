package org.gradeline.site.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gradeline.site.charts.Drawn.number;

import java.util.List;
import java.util.OptionalDouble;
import org.gradeline.site.charts.SurvivalCurve.Curve;
import org.gradeline.site.charts.SurvivalCurve.Step;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * The picture of how many have not yet recovered. Three years are 640 pixels from 56 on, and 100%
 * is at 34, 260 pixels above 0%.
 */
class SurvivalCurveTest {
  private static Drawn draw(Curve curve) {
    return Drawn.of(SurvivalCurve.svg(Examples.caption("Half recover in two years"), curve));
  }

  private static Drawn example() {
    return draw(Examples.curve("Councils still inadequate"));
  }

  private static Curve curve(OptionalDouble median, Step... steps) {
    return new Curve("Councils still inadequate", "Years", List.of(steps), median);
  }

  private static String d(Drawn drawn, String css) {
    return drawn.withClass(css).get(0).getAttribute("d");
  }

  @Test
  void theCurveStaysUntilTheDayOfAStepAndThenFalls() {
    // A year is 213.33 pixels; 75% is at 99, 50% at 164, 40% at 190, and 0% at 294.
    assertThat(d(example(), "curve"))
        .isEqualTo("M56 34H269.33V99H482.67V164H525.33V190H642.67V294");
  }

  @Test
  void theBandGoesAlongTheUpperLimitsAndBackAlongTheLower() {
    // It ends on the day on which all have recovered, when there are no limits any more.
    assertThat(d(example(), "band"))
        .isEqualTo(
            "M56 34H269.33V34H482.67V86H525.33V112H642.67V242H525.33V216H482.67V164H269.33V34z");
  }

  @Test
  void withoutLimitsThereIsNoBand() {
    assertThat(
            d(
                draw(curve(OptionalDouble.empty(), new Step(365.25, 0, Double.NaN, Double.NaN, 2))),
                "band"))
        .isEqualTo("M56 34H696z");
  }

  @Test
  void theMedianIsWhereTheCurveReachesHalf() {
    Drawn drawn = example();
    List<Element> lines = drawn.withClass("median");

    assertThat(number(lines.get(0), "y1")).isEqualTo(164);
    assertThat(number(lines.get(1), "x1")).isCloseTo(482.67, within(0.01));
    assertThat(number(lines.get(1), "y2")).isEqualTo(294);
    assertThat(drawn.texts()).contains("half after 2 years");
  }

  @Test
  void oneYearIsNotYears() {
    Drawn drawn = draw(curve(OptionalDouble.of(360), new Step(360, 0.4, 0.2, 0.8, 3)));

    assertThat(drawn.texts()).contains("half after 1 year");
  }

  @Test
  void aMedianThatIsNotReachedIsNotDrawn() {
    Drawn drawn = draw(curve(OptionalDouble.empty(), new Step(700, 0.8, 0.6, 1, 9)));

    assertThat(drawn.withClass("median")).isEmpty();
    assertThat(drawn.texts()).noneMatch(text -> text.startsWith("half"));
  }

  @Test
  void theLabelOfAnEarlyMedianIsToTheRight() {
    Drawn drawn =
        draw(
            curve(
                OptionalDouble.of(40), new Step(40, 0.5, 0.2, 0.9, 9), new Step(900, 0, 0, 0, 1)));

    assertThat(drawn.withClass("value").get(0).getAttribute("text-anchor")).isEmpty();
    assertThat(example().withClass("value").get(0).getAttribute("text-anchor")).isEqualTo("end");
  }

  @Test
  void underEachYearStandsHowManyAreStillFollowed() {
    // On the day of a step those are counted who were followed until then; after the last, nobody.
    assertThat(example().texts()).containsSubsequence("0", "20", "1", "20", "2", "12", "3", "0");
  }

  @Test
  void aCurveThatEndsWithAYearHasNoEmptyOne() {
    assertThat(draw(curve(OptionalDouble.empty(), new Step(730.5, 0.4, 0.2, 0.8, 3))).texts())
        .containsSubsequence("Councils still followed", "0", "1", "2", "3")
        .doesNotContain("4");
  }

  @Test
  void aCurveHasSteps() {
    assertThatThrownBy(() -> curve(OptionalDouble.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
