package org.gradeline.site.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gradeline.site.charts.Drawn.end;
import static org.gradeline.site.charts.Drawn.number;
import static org.gradeline.site.charts.Examples.GOOD;
import static org.gradeline.site.charts.Examples.IMPROVE;
import static org.gradeline.site.charts.Examples.INADEQUATE;
import static org.gradeline.site.charts.Examples.block;
import static org.gradeline.site.charts.Examples.caption;
import static org.gradeline.site.charts.Examples.day;
import static org.gradeline.site.charts.Examples.knowsley;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gradeline.site.charts.Timeline.Course;
import org.gradeline.site.charts.Timeline.LabelledLane;
import org.gradeline.site.charts.Timeline.Visit;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The picture of a council's course: Knowsley's overall effectiveness. */
class TimelineTest {
  /** Ten years, 55 pixels each: the axis runs from 150 to 700. */
  private static final Period TEN_YEARS = new Period(day("2010-01-01"), day("2020-01-01"));

  private static final double PIXELS_PER_DAY = 550.0 / 3652;

  private static Drawn draw(Period axis, List<GradeBlock> blocks) {
    LabelledLane lane = new LabelledLane("Overall effectiveness", blocks);
    return draw(new Course(axis, List.of(lane), List.of(), List.of()));
  }

  private static Drawn draw(Course course) {
    return Drawn.of(Timeline.svg(caption("Knowsley"), course));
  }

  @Test
  void aBlockStartsWhereItsDayIs() {
    List<Element> blocks = draw(TEN_YEARS, knowsley()).blocks();

    assertThat(number(blocks.get(0), "x")).isCloseTo(150 + 70 * PIXELS_PER_DAY, within(0.01));
    assertThat(number(blocks.get(1), "x")).isCloseTo(150 + 1641 * PIXELS_PER_DAY, within(0.01));
  }

  @Test
  void blocksLeaveAGapOfTwoPixels() {
    List<Element> blocks = draw(Examples.axis(), knowsley()).blocks();

    assertThat(blocks).hasSize(5);
    for (int i = 1; i < blocks.size(); i++) {
      double gap = number(blocks.get(i), "x") - end(blocks.get(i - 1));
      assertThat(gap).isCloseTo(2, within(0.011));
    }
  }

  @Test
  void theBlockThatStandsReachesTheEndOfTheAxis() {
    assertThat(end(draw(Examples.axis(), knowsley()).blocks().get(4)))
        .isCloseTo(700, within(0.011));
  }

  @Test
  void whatIsOffTheAxisIsCutOffOrLeftOut() {
    Period axis = new Period(day("2011-01-01"), day("2017-06-13"));

    List<Element> blocks = draw(axis, knowsley()).blocks();

    assertThat(blocks).hasSize(2);
    assertThat(number(blocks.get(0), "x")).isEqualTo(150);
    assertThat(end(blocks.get(1))).isCloseTo(700, within(0.011));
  }

  @Property(tries = 100)
  void noBlockLeavesTheAxisOrIsWithoutWidth(@ForAll @IntRange(max = 3650) int days) {
    GradeBlock block =
        new GradeBlock(
            GOOD,
            day("2010-01-01").plusDays(days),
            day("2010-01-02").plusDays(days),
            false,
            "Good");

    Element drawn = draw(TEN_YEARS, List.of(block)).blocks().get(0);

    assertThat(number(drawn, "width")).isGreaterThanOrEqualTo(0.99);
    assertThat(number(drawn, "x")).isBetween(150.0, 700.0);
  }

  @Test
  void aBlockSaysUnderThePointerWhatItIs() {
    assertThat(draw(TEN_YEARS, knowsley()).blocks().get(1).getTextContent())
        .isEqualTo("Inadequate from 2014-06-30");
  }

  @Test
  void aGradeIsNamedIfItFitsElseLettered() {
    List<GradeBlock> blocks =
        List.of(
            block(IMPROVE, "2010-01-01", "2014-01-01", false),
            block(IMPROVE, "2014-01-01", "2016-01-01", false),
            block(INADEQUATE, "2016-01-01", "2017-01-01", false),
            block(GOOD, "2017-01-01", "2017-02-01", false));

    List<String> written =
        draw(TEN_YEARS, blocks).withClass("on-tone").stream().map(Element::getTextContent).toList();

    // Two lines where one is too long; nothing where there is not even room for a letter. The last
    // three are the legend's.
    assertThat(written)
        .containsExactly("Requires improvement", "Requires", "improvement", "I", "G", "R", "I");
  }

  @Test
  void aNewFrameworkIsALineInTheGapBeforeItsFirstBlock() {
    Drawn drawn = draw(Examples.axis(), knowsley());
    List<Element> lines = drawn.withClass("new-test");

    // The third is the legend's.
    assertThat(lines).hasSize(3);
    for (int i = 0; i < 2; i++) {
      Element block = drawn.blocks().get(i == 0 ? 1 : 3);
      assertThat(number(lines.get(i), "x1")).isCloseTo(number(block, "x") - 1, within(0.011));
      assertThat(number(lines.get(i), "y1")).isLessThan(number(block, "y"));
      assertThat(number(lines.get(i), "y2"))
          .isGreaterThan(number(block, "y") + number(block, "height"));
    }
    assertThat(drawn.texts()).contains("New framework: not the same test");
  }

  @Test
  void theLegendHasWhatIsDrawnAndNothingElse() {
    List<GradeBlock> blocks =
        List.of(
            block(INADEQUATE, "2011-01-01", "2012-01-01", false),
            block(GOOD, "2012-01-01", "2013-01-01", false),
            block(IMPROVE, "2021-01-01", "2022-01-01", true));

    List<String> texts = draw(TEN_YEARS, blocks).texts();

    assertThat(texts).endsWith("G", "Good", "I", "Inadequate");
    assertThat(texts)
        .doesNotContain("Requires improvement", "Visit without a grade", "Visits not known")
        .noneMatch(text -> text.contains("framework"));
  }

  @Test
  void aVisitIsADiamondOnItsDay() {
    Course course =
        new Course(
            TEN_YEARS,
            List.of(),
            List.of(
                new Visit(day("2015-01-01"), "Monitoring visit"),
                new Visit(day("2020-01-01"), "off the axis")),
            List.of());

    List<Element> diamonds = draw(course).withClass("visit");

    // The second is the legend's. A diamond is 12 pixels wide and begins on its left.
    assertThat(diamonds).hasSize(2);
    assertThat(diamonds.get(0).getTextContent()).isEqualTo("Monitoring visit");
    double left = Double.parseDouble(diamonds.get(0).getAttribute("d").split("[M ]", -1)[1]);
    assertThat(left + 6).isCloseTo(150 + 1826 * PIXELS_PER_DAY, within(0.01));
  }

  @Test
  void whereVisitsAreNotKnownThereIsAPatternOfThisPicture() {
    Drawn drawn = draw(Examples.course("Overall effectiveness", knowsley()));

    assertThat(drawn.named("pattern").get(0).getAttribute("id")).isEqualTo("picture-unknown");
    Element hatched = drawn.withClass("hatched").get(0);
    assertThat(hatched.getAttribute("fill")).isEqualTo("url(#picture-unknown)");
    assertThat(number(hatched, "x")).isEqualTo(150);
    assertThat(end(hatched)).isCloseTo(150 + 1461 * 550.0 / 6168, within(0.02));
  }

  @Test
  void yearsAreWrittenAtTheirFirstDayAsOftenAsThereIsRoom() {
    List<Element> ticks = draw(TEN_YEARS, knowsley()).withClass("tick");

    assertThat(ticks).hasSize(11);
    assertThat(ticks.get(1).getTextContent()).isEqualTo("2011");
    assertThat(number(ticks.get(1), "x")).isCloseTo(150 + 365 * PIXELS_PER_DAY, within(0.01));
    assertThat(draw(Examples.axis(), knowsley()).withClass("tick"))
        .extracting(Element::getTextContent)
        .containsExactly("2010", "2012", "2014", "2016", "2018", "2020", "2022", "2024", "2026");
  }

  @Test
  void aLongLabelStaysInItsColumnAndMakesItsLaneHigher() {
    String label = "Experiences and progress of children who need help and protection";
    Drawn drawn =
        draw(
            new Course(
                TEN_YEARS,
                List.of(new LabelledLane(label, knowsley()), new LabelledLane("Next", knowsley())),
                List.of(),
                List.of()));
    List<Element> labels =
        drawn.withClass("label").stream().filter(text -> number(text, "x") == 0).toList();

    assertThat(labels).hasSizeGreaterThan(3);
    assertThat(String.join(" ", labels.stream().map(Element::getTextContent).toList()))
        .isEqualTo(label + " Next");
    for (int i = 1; i < labels.size(); i++) {
      assertThat(number(labels.get(i), "y") - number(labels.get(i - 1), "y"))
          .isGreaterThanOrEqualTo(14.99);
    }
  }

  @Test
  void blocksAndPeriodsHaveDays() {
    assertThatThrownBy(() -> block(GOOD, "2012-01-01", "2012-01-01", false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Period(day("2012-01-02"), day("2012-01-01")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
