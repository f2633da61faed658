package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> GRADES =
      List.of("outstanding", "good", "requires improvement", "inadequate", "adequate");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # written,            nearest
          goood,                good
          gud,
          goo,                  good
          food,                 good
          inadequat,            inadequate adequate
          requires improvment,  'requires improvement'
          outstanding,          outstanding
          excellent,
          x,
          """)
  void onlyWhatDiffersInAThirdOfItsLettersOrLessIsOffered(String written, String nearest) {
    List<String> found = Nearest.to(written, GRADES, 3);

    assertThat(String.join(" ", found)).isEqualTo(nearest == null ? "" : nearest);
  }

  @Test
  void theNearestGoesFirstAndEquallyNearOnesAreInAlphabeticalOrder() {
    assertThat(Nearest.to("sift", List.of("soft", "shift", "sift", "gift", "lift"), 9))
        .containsExactly("sift", "gift", "lift", "shift", "soft");
    assertThat(Nearest.to("sift", List.of("soft", "shift", "sift", "gift", "lift"), 2))
        .containsExactly("sift", "gift");
  }

  @Test
  void nothingIsNearWhenNothingIsKnown() {
    assertThat(Nearest.to("sif", List.of(), 3)).isEmpty();
    assertThat(Nearest.to("", GRADES, 3)).isEmpty();
  }

  @Test
  void ofALongTextAtMostTwentyLettersMayDiffer() {
    String known = "a".repeat(200);

    assertThat(Nearest.to("b".repeat(20) + "a".repeat(180), List.of(known), 1))
        .containsExactly(known);
    assertThat(Nearest.to("b".repeat(21) + "a".repeat(179), List.of(known), 1)).isEmpty();
  }
}
