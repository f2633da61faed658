package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlankCharactersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t\r\n",
        "\u00a0",
        "\u2003",
        "\u3000",
        "\u2028",
        "\u0085",
        "\u0000",
        "\u001b",
        "\u00ad",
        "\u200b",
        "\u200e",
        "\u202e",
        "\u2060",
        "\ufeff",
        "\u034f",
        "\u115f",
        "\u3164",
        "\u17b4",
        "\u2800",
        "\u180e",
        "\ufe0f",
        "\udb40\udc41",
        "\udb40\udd00",
        " \u200b\u00a0"
      })
  void someTextsShowNothing(String text) {
    assertThat(BlankCharacters.areAll(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", " a", "\u200b.", "\u00e9", "\u0301", "-", "\u5e74", "\ud83d\ude00"})
  void othersShowSomething(String text) {
    assertThat(BlankCharacters.areAll(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "record keeping,record keeping",
        "record\u00a0\u2003keeping,record  keeping",
        "re\u00adcord\u200b keeping\u200e,record keeping",
        "\ttabs\u0085, tabs",
        "\ud83d\ude00\ufe0f,\ud83d\ude00"
      })
  void aPlainTextHasPlainSpacesAndNothingInvisible(String text, String plain) {
    assertThat(BlankCharacters.plain(text)).isEqualTo(plain);
  }
}
