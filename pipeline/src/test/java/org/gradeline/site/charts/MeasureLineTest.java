package org.gradeline.site.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradeline.site.charts.Drawn.number;
import static org.gradeline.site.charts.Examples.series;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.gradeline.site.charts.MeasureLine.Figures;
import org.gradeline.site.charts.MeasureLine.Series;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * The picture of a council's figure beside England's. The years run from 40 to 206 pixels, and the
 * figures from 96 up to 12.
 */
class MeasureLineTest {
  private static Drawn draw(Series council, Series england, String unit) {
    Figures figures = new Figures(council, england, unit);
    return Drawn.of(MeasureLine.svg(Examples.caption("Above England"), figures));
  }

  private static Drawn kent(@Nullable Double... values) {
    return draw(series("Kent", values), series("England", 50.0, 50.0, 50.0), "%");
  }

  private static List<String> labels(Drawn drawn, String css) {
    return drawn.withClass(css).stream().map(Element::getTextContent).toList();
  }

  @Test
  void aFigureIsWhereItsYearAndValueAre() {
    assertThat(kent(25.0, 75.0, 100.0).withClass("line-council").get(0).getAttribute("d"))
        .isEqualTo("M40 75L123 33L206 12");
  }

  @Test
  void whereAFigureIsMissingTheLineHasAGap() {
    Drawn drawn = draw(series("Kent", 100.0, 100.0, null, 50.0, 0.0), series("England", 1.0), "");

    assertThat(drawn.withClass("line-council").get(0).getAttribute("d"))
        .isEqualTo("M40 12L81.5 12M164.5 54L206 96");
  }

  @Test
  void aFigureAloneIsADot() {
    List<Element> dots = kent(100.0, null, 50.0).withClass("dot-council");

    assertThat(dots).hasSize(2);
    assertThat(number(dots.get(0), "cx")).isEqualTo(40);
    assertThat(number(dots.get(0), "cy")).isEqualTo(12);
    assertThat(kent(100.0, 60.0, 50.0).withClass("dot-council")).hasSize(1);
  }

  @Test
  void linesAreLabelledAtTheirEnds() {
    Drawn drawn = kent(25.0, 75.0, 62.46);

    assertThat(labels(drawn, "label-council")).containsExactly("62.5% Kent");
    assertThat(labels(drawn, "label-england")).containsExactly("50% England");
  }

  @Test
  void aFigureThatIsNotOfTheLastYearSaysOfWhich() {
    assertThat(labels(kent(25.0, 75.0, null), "label-council")).containsExactly("75% Kent in 2021");
  }

  @Test
  void labelsStayApartAndInsideHoweverNearTheLines() {
    assertApart(draw(series("Kent", 0.0), series("England", 0.0), ""));
    assertApart(draw(series("Kent", 100.0), series("England", 100.0), ""));
    assertApart(
        draw(series("Bournemouth, Christchurch and Poole", 3.0), series("England", 99.0), ""));
  }

  @Property(tries = 200)
  void labelsStayApartAndInsideWhateverTheFigures(
      @ForAll @DoubleRange(min = -1000, max = 1000) double council,
      @ForAll @DoubleRange(min = -1000, max = 1000) double england) {
    String name = "Bournemouth, Christchurch and Poole";
    assertApart(draw(series(name, council), series("England", england), "%"));
  }

  private static void assertApart(Drawn drawn) {
    List<Double> baselines =
        drawn.all().stream()
            .filter(element -> element.getAttribute("class").startsWith("label-"))
            .map(element -> number(element, "y"))
            .sorted()
            .toList();
    assertThat(baselines.get(0)).isGreaterThanOrEqualTo(9);
    assertThat(baselines.get(baselines.size() - 1)).isLessThanOrEqualTo(118);
    for (int i = 1; i < baselines.size(); i++) {
      assertThat(baselines.get(i) - baselines.get(i - 1)).isGreaterThanOrEqualTo(12.98);
    }
  }

  @Property(tries = 200)
  void theAxisHasZeroAndAllFigures(
      @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
    ValueScale scale = ValueScale.of(values, 12, 96);

    for (double value : values) {
      assertThat(scale.y(value)).isBetween(11.999, 96.001);
    }
    assertThat(scale.y(0)).isBetween(12.0, 96.0);
    assertThat(scale.ticks()).contains(0.0);
  }

  @Test
  void theAxisEndsAtARoundNumber() {
    assertThat(ValueScale.of(List.of(3.0, 71.2), 12, 96).ticks()).containsExactly(0.0, 80.0);
    assertThat(ValueScale.of(List.of(100.0), 12, 96).ticks()).containsExactly(0.0, 100.0);
    assertThat(ValueScale.of(List.of(124.3), 12, 96).ticks()).containsExactly(0.0, 150.0);
    assertThat(ValueScale.of(List.of(-2.0, 12.0), 12, 96).ticks()).containsExactly(-2.0, 0.0, 15.0);
    assertThat(ValueScale.of(List.of(-2.5), 12, 96).ticks()).containsExactly(-3.0, 0.0);
    assertThat(ValueScale.of(List.of(0.0), 12, 96).ticks()).containsExactly(0.0, 1.0);
  }

  @Test
  void theFirstAndTheLastYearAreWritten() {
    assertThat(kent(25.0, 75.0, 62.5).texts()).contains("2020", "2022").doesNotContain("2021");
  }

  @Test
  void aSingleYearIsADotAtTheRight() {
    Element dot =
        draw(series("Kent", 5.0), series("England", 6.0), "").withClass("dot-council").get(0);

    assertThat(number(dot, "cx")).isCloseTo(206, within(0.001));
  }

  @Test
  void aCouncilWithoutFiguresLeavesEnglandAlone() {
    Drawn drawn = kent(null, null, null);

    assertThat(drawn.withClass("line-council")).isEmpty();
    assertThat(labels(drawn, "label-council")).isEmpty();
    assertThat(labels(drawn, "label-england")).containsExactly("50% England");
  }

  @Test
  void withoutAnyFiguresItSaysSo() {
    Drawn drawn = draw(series("Kent", (Double) null), series("England"), "%");

    assertThat(drawn.texts()).containsExactly("No figures");
  }
}
