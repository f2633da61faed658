package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          Good,good
          GOOD,good
          ' Good ',good
          Requires improvement to be good,requires improvement to be good
          'Requires  improvement\tto be good',requires improvement to be good
          'Requires improvement\nto be good\r\n',requires improvement to be good
          Not judged,not judged
          follow-up,follow-up
          '',''
          ' \t\r\n',''
          """)
  void wordingsAreTrimmedCaseFoldedAndTheirWhiteSpaceJoined(String printed, String form) {
    assertThat(Wording.of(printed)).isEqualTo(form);
  }

  @Test
  void aWordThatWasBrokenBySpaceIsWholeWithoutWhiteSpace() {
    assertThat(Wording.squeezed("Requires impro vement"))
        .isEqualTo(Wording.squeezed("requires improvement"))
        .isEqualTo("requiresimprovement");
  }

  @Test
  void theLanguageOfTheMachineMakesNoDifference() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(Wording.of("INADEQUATE")).isEqualTo("inadequate");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Property
  void theNormalFormIsItsOwnNormalForm(@ForAll String printed) {
    assertThat(Wording.of(Wording.of(printed))).isEqualTo(Wording.of(printed));
  }
}
