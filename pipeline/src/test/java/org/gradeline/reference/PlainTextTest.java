package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One way of cleaning a text, for all that is compared. */
class PlainTextTest {
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
    assertThat(PlainText.isBlank(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", " a", "\u200b.", "\u00e9", "\u0301", "-", "\u5e74", "\ud83d\ude00"})
  void othersShowSomething(String text) {
    assertThat(PlainText.isBlank(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Good,Good",
        " Good\t,Good",
        "Good\u00a0\u2003,Good",
        "record\u00a0keeping,record keeping",
        "record\u2028keeping\u0085,record keeping",
        "\u200e2025-01-20,2025-01-20",
        "Inad\u00adequate,Inadequate",
        "\u2066Sefton\u2069,Sefton",
        "\ufeffKnow\u200bs\u2060ley\u202c,Knowsley",
        "\u001b[31mGood\u0007,[31mGood",
        "\uff32equires\u3000improvement,Requires improvement",
        "Follow\u2011up visit,Follow-up visit",
        "Cafe\u0301,Caf\u00e9",
        "children\u2019s \u201chomes\u201d,children's \"homes\"",
        "Good_x000D_,Good",
        "Good_x00A0_ _x200E_,Good",
        "file_x0041_.pdf,file_x0041_.pdf",
        "\ud83d\ude00\ufe0f,\ud83d\ude00",
        "Ynys M\u00f4n,Ynys M\u00f4n"
      })
  void aPlainTextHasWhatAKeyboardHasAndNothingInvisible(String text, String plain) {
    assertThat(PlainText.of(text)).isEqualTo(plain);
  }

  @Test
  void anEscapedLineBreakIsALineBreak() {
    assertThat(PlainText.of("front_x000d_\ndoor")).isEqualTo("front\r\ndoor");
  }

  @Test
  void anEscapeThatAnotherLeavesIsOneTooHoweverDeep() {
    int deep = 50_000;
    assertThat(PlainText.of("_x".repeat(deep) + "_x200B_" + "200B_".repeat(deep) + "Good"))
        .isEqualTo("Good");
  }

  @Test
  void aPlainTextIsNotCopied() {
    String text = "Requires improvement";

    assertThat(PlainText.of(text)).isSameAs(text);
  }

  @Property
  void aPlainTextIsItsOwnPlainText(@ForAll String text) {
    String plain = PlainText.of(text);

    assertThat(PlainText.of(plain)).isEqualTo(plain);
    assertThat(PlainText.isBlank(text)).isEqualTo(plain.isEmpty());
    assertThat(plain).isEqualTo(plain.strip());
    assertThat(plain.codePoints().filter(c -> Character.getType(c) == Character.FORMAT)).isEmpty();
  }

  @Property
  void piecesOfEscapesMakeNoneInTheEnd(@ForAll List<@From("pieces") String> pieces) {
    String plain = PlainText.of(String.join("", pieces));

    assertThat(PlainText.of(plain)).isEqualTo(plain);
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
        "_x", "000D", "_", "_x000D_", "200B", "\u200b", "\uff3f", "\uff58", "0", "e", "\u0301",
        " ");
  }
}
