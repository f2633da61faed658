package org.gradeline.site.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradeline.site.charts.Drawn.number;

import java.util.List;
import java.util.stream.IntStream;
import org.gradeline.site.charts.YearBars.Bar;
import org.gradeline.site.charts.YearBars.Break;
import org.gradeline.site.charts.YearBars.Shares;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The picture of a share over reporting dates. */
class YearBarsTest {
  /** Of 0% and 100%: without breaks, the bars have 240 pixels under 18 for the values. */
  private static final double BOTTOM = 258;

  private static Drawn draw(Shares shares) {
    return Drawn.of(YearBars.svg(Examples.caption("More are good"), shares));
  }

  private static Drawn draw(Bar... bars) {
    return draw(new Shares(List.of(bars), List.of()));
  }

  private static Bar bar(String label) {
    return new Bar(label, 60, 50, 70, 92, 153);
  }

  private static double y(double percent) {
    return BOTTOM - percent * 2.4;
  }

  @Test
  void aBarStandsOnTheAxisAndIsAsHighAsItsShare() {
    Element bar = draw(new Bar("2024", 61.5, 53.5, 68.8, 94, 153)).withClass("bar").get(0);

    assertThat(number(bar, "y")).isCloseTo(y(61.5), within(0.01));
    assertThat(number(bar, "y") + number(bar, "height")).isCloseTo(BOTTOM, within(0.01));
  }

  @Test
  void whiskersEndAtTheInterval() {
    String path =
        draw(new Bar("2024", 61.5, 53.5, 68.8, 94, 153))
            .withClass("whisker")
            .get(0)
            .getAttribute("d");

    // A short line across at each end, then the line between: the one bar's middle is at 388.
    assertThat(path).isEqualTo("M384 92.88H392M384 129.6H392M388 92.88V129.6");
    assertThat(y(68.8)).isCloseTo(92.88, within(0.001));
    assertThat(y(53.5)).isCloseTo(129.6, within(0.001));
  }

  @Test
  void theShareIsWrittenAboveBarAndWhisker() {
    Element value = draw(new Bar("2024", 61.5, 53.5, 68.8, 94, 153)).withClass("value").get(0);

    assertThat(value.getTextContent()).isEqualTo("62%");
    assertThat(number(value, "y")).isLessThan(y(68.8));
  }

  @Test
  void aShareIsNeverRoundedToNoneOrAll() {
    assertThat(
            draw(
                    new Bar("2020", 0.3, 0, 2, 1, 300),
                    new Bar("2021", 0, 0, 2, 0, 153),
                    new Bar("2022", 99.7, 98, 100, 299, 300),
                    new Bar("2023", 100, 98, 100, 153, 153))
                .withClass("value"))
        .extracting(Element::getTextContent)
        .containsExactly("<1%", "0%", ">99%", "100%");
  }

  @Test
  void aBarSaysUnderThePointerWhatItIsAShareOf() {
    assertThat(
            draw(new Bar("2014", 33.333, 6.149, 79.235, 1, 3))
                .withClass("bar")
                .get(0)
                .getTextContent())
        .isEqualTo("2014: 33.3%, 1 of 3 councils (95% interval 6.1% to 79.2%)");
  }

  @Test
  void theNumberOfCouncilsStandsBelowAndAFewAreSaidToBeFew() {
    Drawn drawn = draw(new Bar("2014", 33.3, 6.1, 79.2, 1, 3), bar("2024"));

    assertThat(drawn.texts()).contains("only 3", "153", "councils");
    assertThat(drawn.withClass("bar-small")).hasSize(1);
    assertThat(draw(new Bar("2014", 30, 10, 60, 3, 10)).withClass("bar-small")).isEmpty();
  }

  @Test
  void aDateWithoutCouncilsIsBlankAndSaysSo() {
    Drawn drawn = draw(Bar.none("2012"), bar("2013"));

    assertThat(drawn.withClass("bar")).hasSize(1);
    assertThat(drawn.withClass("whisker")).hasSize(1);
    assertThat(drawn.texts()).contains("2012", "no councils yet").doesNotContain("0");
  }

  @Test
  void datesWithoutCouncilsNextToOneAnotherSaySoOnce() {
    Drawn drawn =
        draw(Bar.none("2011"), Bar.none("2012"), bar("2013"), Bar.none("2014"), bar("2015"));

    assertThat(drawn.texts().stream().filter("no councils yet"::equals)).hasSize(2);
  }

  @Test
  void withLittleRoomItIsWrittenUpright() {
    Bar[] bars =
        IntStream.range(2005, 2025)
            .mapToObj(year -> year == 2010 ? Bar.none("2010") : bar(Integer.toString(year)))
            .toArray(Bar[]::new);

    assertThat(draw(bars).withClass("note").get(0).getAttribute("transform"))
        .endsWith("rotate(-90)");
  }

  @Test
  void aBreakIsALineBeforeTheFirstBarOfTheNewFramework() {
    Drawn drawn =
        draw(
            new Shares(
                List.of(bar("2021"), bar("2022"), bar("2023"), bar("2024")),
                List.of(new Break("2023", "ILACS"), new Break("1999", "not drawn"))));
    Element line = drawn.withClass("break").get(0);
    List<Element> bars = drawn.withClass("bar");

    // In the middle between the two.
    double left = Drawn.end(bars.get(1));
    double right = number(bars.get(2), "x");
    assertThat(number(line, "x1")).isCloseTo((left + right) / 2, within(0.01));
    assertThat(number(line, "x2")).isEqualTo(number(line, "x1"));
    assertThat(drawn.texts()).contains("ILACS").doesNotContain("not drawn");
  }

  @Test
  void labelsOfBreaksDoNotTouchAndStayInside() {
    String text = "A framework with a long name that takes room";
    List<Bar> bars =
        IntStream.range(2010, 2025).mapToObj(year -> bar(Integer.toString(year))).toList();
    Drawn drawn =
        draw(
            new Shares(
                bars,
                List.of(
                    new Break("2011", text), new Break("2013", text), new Break("2024", text))));
    List<Element> labels = drawn.withClass("note");

    assertThat(number(labels.get(0), "y")).isNotEqualTo(number(labels.get(1), "y"));
    assertThat(labels.get(2).getAttribute("text-anchor")).isEqualTo("end");
    assertThat(number(drawn.withClass("grid").get(3), "y1"))
        .as("100%% is below all labels")
        .isGreaterThan(number(labels.get(1), "y") + 18);
  }

  @Test
  void withoutDatesThereIsAnEmptyAxis() {
    assertThat(draw().texts()).containsExactly("0%", "25%", "50%", "75%", "100%", "councils");
  }
}
