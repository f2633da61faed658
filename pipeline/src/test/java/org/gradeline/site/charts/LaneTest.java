package org.gradeline.site.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradeline.site.charts.Drawn.end;
import static org.gradeline.site.charts.Drawn.number;
import static org.gradeline.site.charts.Examples.GOOD;
import static org.gradeline.site.charts.Examples.IMPROVE;
import static org.gradeline.site.charts.Examples.OUTSTANDING;
import static org.gradeline.site.charts.Examples.block;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The small picture of a course in the cell of a table. */
class LaneTest {
  private static Drawn draw(List<GradeBlock> blocks) {
    return Drawn.of(Lane.svg(Examples.caption("Knowsley"), Examples.axis(), blocks));
  }

  @Test
  void itIsAsWideAsTheAxisAndLeavesGaps() {
    List<Element> blocks = draw(Examples.knowsley()).blocks();

    assertThat(number(blocks.get(0), "x")).isCloseTo(160 * 70.0 / 6168, within(0.01));
    assertThat(number(blocks.get(1), "x") - end(blocks.get(0))).isCloseTo(2, within(0.011));
    assertThat(end(blocks.get(4))).isCloseTo(160, within(0.011));
  }

  @Test
  void blocksHaveLettersWhereTheyFit() {
    List<GradeBlock> blocks =
        List.of(
            block(GOOD, "2010-03-12", "2012-03-12", false),
            block(OUTSTANDING, "2012-03-12", "2012-09-12", false),
            block(IMPROVE, "2012-09-12", "2026-11-21", false));

    assertThat(draw(blocks).texts()).containsExactly("G", "R");
  }

  @Test
  void theLineOfANewFrameworkStaysInside() {
    for (Element line : draw(Examples.knowsley()).withClass("new-test")) {
      assertThat(number(line, "y1")).isZero();
      assertThat(number(line, "y2")).isEqualTo(18);
    }
    assertThat(draw(Examples.knowsley()).withClass("new-test")).hasSize(2);
  }

  @Test
  void aCouncilWithoutGradesIsBlank() {
    assertThat(draw(List.of()).blocks()).isEmpty();
  }
}
