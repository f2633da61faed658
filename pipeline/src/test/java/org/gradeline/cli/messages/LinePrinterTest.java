package org.gradeline.cli.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinePrinterTest {
  private static String printed(Consumer<LinePrinter> printing) {
    StringWriter text = new StringWriter();
    printing.accept(new LinePrinter(new PrintWriter(text, true)));
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "0a, \\n",
    "0d, \\r",
    "09, \\t",
    "00, \\u0000",
    "1b, \\u001b",
    "7f, \\u007f",
    "85, \\u0085",
    "9b, \\u009b",
    "ad, \\u00ad",
    "200b, \\u200b",
    "200f, \\u200f",
    "2028, \\u2028",
    "2029, \\u2029",
    "202e, \\u202e",
    "2066, \\u2066",
    "feff, \\ufeff",
    "d83d, \\ud83d",
    "e0041, \\udb40\\udc41"
  })
  void whatCannotBeSeenIsEscaped(String character, String escape) {
    String text = Character.toString(Integer.parseInt(character, 16));

    assertThat(LinePrinter.printable("a" + text + "b" + text))
        .isEqualTo("a" + escape + "b" + escape);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Good",
        "the \"board\", 'so'",
        "C:\\data",
        "\u00e9 e\u0301 \u5e74 \ud83d\ude00"
      })
  void whatCanBeSeenIsPrintedAsItIs(String text) {
    assertThat(printed(lines -> lines.print(text))).isEqualTo(text + System.lineSeparator());
  }

  @Property
  void aTextNeverEndsItsLine(@ForAll String text) {
    assertThat(printed(lines -> lines.print(text)).lines()).hasSize(1);
    assertThat(LinePrinter.printable(text)).doesNotContainPattern("\\p{Cc}");
  }

  @Test
  void aTraceHasTheCausesAndEscapesTheirMessages() {
    Exception thrown = new IllegalStateException("a\nb", new IllegalArgumentException("c\u001b"));
    thrown.addSuppressed(new IllegalStateException("d"));

    assertThat(
            printed(lines -> lines.printTrace(thrown))
                .lines()
                .filter(line -> !line.startsWith("\tat ")))
        .containsExactly(
            "java.lang.IllegalStateException: a\\nb",
            "Suppressed: java.lang.IllegalStateException: d",
            "Caused by: java.lang.IllegalArgumentException: c\\u001b");
    assertThat(printed(lines -> lines.printTrace(thrown)))
        .contains("\tat org.gradeline.cli.messages.LinePrinterTest.");
  }
}
