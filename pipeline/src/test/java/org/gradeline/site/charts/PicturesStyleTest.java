package org.gradeline.site.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The colours of the pictures: on light pages and on dark ones, contrasts are those of WCAG AA. */
class PicturesStyleTest {
  static Stream<Map<String, Integer>> pages() {
    return Stream.of(PicturesStyle.read().light(), PicturesStyle.read().dark());
  }

  private static double contrast(Map<String, Integer> page, String one, String other) {
    return PicturesStyle.contrast(
        Objects.requireNonNull(page.get(one), one), Objects.requireNonNull(page.get(other), other));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void lettersCanBeReadOnTheirGrades(Map<String, Integer> page) {
    for (int tone = 1; tone <= 5; tone++) {
      assertThat(contrast(page, "on-tone-" + tone, "tone-" + tone)).isGreaterThanOrEqualTo(4.5);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void textCanBeReadOnThePage(Map<String, Integer> page) {
    for (String text :
        new String[] {"picture-ink", "picture-quiet", "picture-main", "picture-other"}) {
      assertThat(contrast(page, text, "picture-paper")).as(text).isGreaterThanOrEqualTo(4.5);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shapesStandOutFromThePage(Map<String, Integer> page) {
    for (String shape :
        new String[] {"tone-1", "tone-2", "tone-3", "tone-4", "tone-5", "picture-axis"}) {
      assertThat(contrast(page, shape, "picture-paper")).as(shape).isGreaterThanOrEqualTo(3);
    }
    assertThat(contrast(page, "picture-main", "picture-band")).isGreaterThanOrEqualTo(3);
  }

  @Test
  void bothPagesHaveAllColours() {
    assertThat(PicturesStyle.read().dark().keySet())
        .isEqualTo(PicturesStyle.read().light().keySet());
  }

  @Test
  void contrastIsThatOfWcag() {
    assertThat(PicturesStyle.contrast(0x000000, 0xffffff)).isCloseTo(21, within(0.001));
    assertThat(PicturesStyle.contrast(0x777777, 0xffffff)).isCloseTo(4.48, within(0.005));
  }

  @Test
  void theBuildFindsNothingToReplace() {
    assertThat(PicturesStyle.read().css()).doesNotContain("$" + "{").contains("on-tone-5");
  }
}
