package org.gradeline.site.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gradeline.site.charts.Drawn.end;
import static org.gradeline.site.charts.Drawn.number;
import static org.gradeline.site.charts.Examples.GOOD;
import static org.gradeline.site.charts.Examples.IMPROVE;
import static org.gradeline.site.charts.Examples.INADEQUATE;

import java.util.List;
import org.gradeline.site.charts.GradeBars.Group;
import org.gradeline.site.charts.GradeBars.Part;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The picture of grades by group. */
class GradeBarsTest {
  private static Drawn draw(Group... groups) {
    return Drawn.of(GradeBars.svg(Examples.caption("Most are good"), List.of(groups)));
  }

  private static Group group(int good, int improve, int base) {
    return new Group("London", List.of(new Part(GOOD, good), new Part(IMPROVE, improve)), base);
  }

  @Test
  void aSegmentIsAsLongAsItsShareOfTheCouncils() {
    List<Element> segments = draw(group(24, 8, 32)).blocks();

    // A bar is 440 pixels long and begins at 170.
    assertThat(number(segments.get(0), "x")).isEqualTo(170);
    assertThat(end(segments.get(0))).isCloseTo(170 + 330 - 2, within(0.01));
    assertThat(number(segments.get(1), "x")).isCloseTo(170 + 330, within(0.01));
    assertThat(end(segments.get(1))).isCloseTo(610, within(0.01));
  }

  @Test
  void letterAndCountStandInside() {
    assertThat(draw(group(24, 8, 32)).texts()).contains("G 24", "R 8");
  }

  @Test
  void withLittleRoomTheCountAloneAndWithNoneNothing() {
    Drawn drawn =
        draw(
            new Group(
                "England",
                List.of(new Part(GOOD, 141), new Part(IMPROVE, 7), new Part(INADEQUATE, 1)),
                149));

    assertThat(drawn.texts()).contains("G 141", "7").doesNotContain("R 7", "1", "I 1");
    assertThat(drawn.blocks().get(2).getTextContent()).isEqualTo("Inadequate: 1 council");
  }

  @Test
  void theNumberOfCouncilsStandsToTheRightAndAFewAreSaidToBeFew() {
    assertThat(draw(group(24, 7, 31)).texts()).contains("31 councils");
    assertThat(draw(group(7, 3, 10)).texts()).contains("10 councils");
    assertThat(draw(group(2, 1, 3)).texts()).contains("only 3 councils");
    assertThat(draw(group(1, 0, 1)).texts()).contains("only 1 council");
    assertThat(draw(group(0, 0, 0)).texts()).contains("no councils");
  }

  @Test
  void councilsWithoutAGradeAreLeftBlank() {
    assertThat(end(draw(group(5, 5, 20)).blocks().get(1))).isCloseTo(390 - 2, within(0.01));
  }

  @Test
  void aGradeThatNobodyHasIsNeitherDrawnNorInTheLegend() {
    Drawn drawn = draw(group(24, 0, 24));

    assertThat(drawn.blocks()).hasSize(1);
    assertThat(drawn.texts()).contains("Good").doesNotContain("Requires improvement");
  }

  @Test
  void moreGradesThanCouncilsIsAMistake() {
    assertThatThrownBy(() -> group(2, 2, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void groupsStandBelowOneAnother() {
    List<Element> segments = draw(group(24, 0, 24), group(9, 0, 9)).blocks();

    assertThat(number(segments.get(1), "y"))
        .isGreaterThan(number(segments.get(0), "y") + number(segments.get(0), "height"));
  }
}
