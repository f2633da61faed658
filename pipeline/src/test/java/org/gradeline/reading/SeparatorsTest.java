package org.gradeline.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Sentinels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between cells is seen in the header, said by the layout, or by the first line. */
class SeparatorsTest {
  private static final Layout OWN = Layout.own(Reading.AREAS);
  private static final Layouts LAYOUTS = Layouts.only(OWN);

  /** Rows with quoted separators and line breaks, so that a wrong separator cuts them wrongly. */
  private static String table(char separator, int rows) {
    StringBuilder text =
        new StringBuilder("la_code,published_date,report,lscb\n".replace(',', separator));
    for (int row = 0; row < rows; row++) {
      text.append("340~2014-06-30~\"a~b\n\"\"c\"~Good\n".replace('~', separator));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t', '|'})
  void aFileIsReadInSlicesAsInOnePiece(char separator) {
    byte[] content = table(separator, 200).getBytes(UTF_8);

    Reading whole = Reading.inSlices("records.csv", content, Long.MAX_VALUE, LAYOUTS);
    Reading slices = Reading.inSlices("records.csv", content, 300, LAYOUTS);

    assertThat(whole.each(Field.REPORT)).hasSize(200).containsOnly("a" + separator + "b\n\"c");
    assertThat(slices.inWords()).isEqualTo(whole.inWords());
  }

  @Test
  void aDeclaredSeparatorHoldsForAllSlicesAndItsLineIsNoRow() {
    byte[] content = ("sep=;\n" + table(';', 200)).getBytes(UTF_8);

    Reading slices = Reading.inSlices("records.csv", content, 300, LAYOUTS);

    assertThat(slices.each(Field.REPORT)).hasSize(200).containsOnly("a;b\n\"c");
    assertThat(slices.lines()).startsWith(3L, 5L).doesNotHaveDuplicates();
  }

  @Test
  void aLayoutMaySayWhatTheSeparatorIs() {
    Layout tilde =
        new Layout(
            "tilde",
            0,
            OWN.columns(),
            OWN.required(),
            Map.of(),
            Map.of(),
            Sentinels.USUAL,
            Map.of(),
            Map.of(),
            '~',
            List.of());
    Layouts layouts = new Layouts(OWN, List.of(tilde));

    assertThat(
            Reading.inSlices("records.csv", table('~', 2).getBytes(UTF_8), 9_999, layouts)
                .each(Field.LA_CODE))
        .containsExactly("340", "340");
    assertThat(
            Reading.inSlices("records.csv", table(',', 2).getBytes(UTF_8), 9_999, layouts)
                .records())
        .isEmpty();
  }
}
