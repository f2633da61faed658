package org.gradeline.site.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, texts and ids, as they are written into pictures. */
class WritingTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.001, 0",
    "3, 3",
    "-3, -3",
    "0.5, 0.5",
    "0.05, 0.05",
    "-0.25, -0.25",
    "12.345, 12.35",
    "12.999, 13",
    "12.10, 12.1",
    "1000000.07, 1000000.07"
  })
  void numbersHaveAtMostTwoDecimalsAndNoIdleZeros(double number, String written) {
    assertThat(Decimals.text(number)).isEqualTo(written);
  }

  @Property
  void aNumberIsWrittenAsNearAsTwoDecimalsAllow(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double number) {
    BigDecimal written = new BigDecimal(Decimals.text(number));

    assertThat(written.subtract(BigDecimal.valueOf(number)).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.005001"));
    assertThat(written.setScale(2, RoundingMode.UNNECESSARY)).isEqualByComparingTo(written);
  }

  @Test
  void whatIsNotANumberCannotBeDrawn() {
    assertThatThrownBy(() -> Decimals.text(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Decimals.oneDecimal(Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textIsEscapedAndWhatXmlCannotCarryIsLeftOut() {
    StringBuilder xml = new StringBuilder();

    XmlText.append(xml, "<a href='b' c=\"d\">&\u0000\u0007\u0085\ud800\ufffe\uffff\tŵ😀");

    assertThat(xml).hasToString("&lt;a href=&#39;b&#39; c=&quot;d&quot;&gt;&amp; ŵ😀");
  }

  @Property
  void anyTextComesBackFromXml(@ForAll String text) {
    StringBuilder xml = new StringBuilder("<svg a=\"");
    XmlText.append(xml, text);
    xml.append("\"/>");

    String back = Drawn.of(xml.toString()).svg().getAttribute("a");

    assertThat(back).isEqualTo(carried(text.replaceAll("[\\t\\n\\r]", " ")));
  }

  /** What is left of a text without what XML 1.0 and its readers do not carry. */
  private static String carried(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cs}\\x{fffe}\\x{ffff}]", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "_", "knowsley-340.overall_1"})
  void anIdIsTaken(String id) {
    assertThat(new Caption(id, "", "").id()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "-a", "a b", "a\"", "é", "a:b"})
  void whatIsNotAnIdIsRefused(String id) {
    assertThatThrownBy(() -> new Caption(id, "", "")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6})
  void aGradeHasOneOfFiveTones(int tone) {
    assertThatThrownBy(() -> new GradeMark("G", "Good", tone))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void linesAreBrokenBetweenWords() {
    assertThat(Lettering.lines("Yorkshire  and the Humber ", 13, 100))
        .containsExactly("Yorkshire and", "the Humber");
    assertThat(Lettering.lines("Bournemouth, Poole", 13, 20))
        .containsExactly("Bournemouth,", "Poole");
    assertThat(Lettering.lines("", 13, 20)).isEqualTo(List.of(""));
  }
}
