package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gradeline.reference.Layout.Sentinel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that everybody writes in place of a value. */
class SentinelsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        " - ",
        "\u2013",
        "..",
        "...",
        ":",
        "N/A",
        "n/a",
        "NA",
        "nan",
        "NaN",
        "null",
        "None",
        "[z]",
        "[X]",
        "[c]",
        "[w]",
        "[u]",
        "#N/A",
        "Not yet inspected",
        "Not  inspected",
        "not available",
        "N/A\u00a0"
      })
  void aMarkerOfAMissingValueIsKnown(String text) {
    assertThat(Sentinels.USUAL.meaning(text)).isEqualTo(Sentinel.MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Good", "Not judged", "Northumberland", "", "340", "[a]", "-1", "x", "n"})
  void aValueIsNone(String text) {
    assertThat(Sentinels.USUAL.meaning(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#REF!", "#DIV/0!", "#value!"})
  void anErrorOfASpreadsheetWasAValue(String text) {
    assertThat(Sentinels.USUAL.meaning(text)).isEqualTo(Sentinel.UNREADABLE);
  }

  @Test
  void aWordingOfAFrameworkIsAValueAndALayoutsOwnMeaningHolds() {
    Sentinels sentinels =
        Sentinels.USUAL
            .without(List.of("na"))
            .with(Map.of("n/a", Sentinel.NOT_JUDGED, "lost", Sentinel.UNREADABLE));

    assertThat(sentinels.meaning("NA")).isNull();
    assertThat(sentinels.meaning("N/A")).isEqualTo(Sentinel.NOT_JUDGED);
    assertThat(sentinels.meaning("Lost")).isEqualTo(Sentinel.UNREADABLE);
  }
}
