package org.gradeline.reading;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are UTF-8; another encoding is reported, never guessed, and costs no more than it must. */
class EncodingTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final String CSV =
      "la_code,theme\n340,Front door\n815,Children’s homes\n931,Café visits\n";
  private static final String JSON =
      """
      [{"la_code": "340", "theme": "Front door"},
       {"la_code": "815", "theme": "Children’s homes"},
       {"la_code": "931", "theme": "Café visits"},
       {"la_code": "334", "theme": "Care leavers"}]
      """;

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF"})
  void utf8IsReadWithAndWithoutItsMark(String mark) {
    assertThat(Reading.ofCsv(mark + CSV).each(Field.THEME))
        .containsExactly("Front door", "Children’s homes", "Café visits");
    assertThat(Reading.ofJson(mark + JSON).each(Field.THEME))
        .containsExactly("Front door", "Children’s homes", "Café visits", "Care leavers");
  }

  @Test
  void charactersBeyondTheBasicPlaneAndReplacementCharactersAreText() {
    String theme = "Children\uFFFDs homes \uD83D\uDC00 \uD800\uDC00";

    assertThat(Reading.ofCsv("theme\n" + theme).each(Field.THEME)).containsExactly(theme);
    assertThat(Reading.ofJson("{\"theme\": \"" + theme + "\"}").each(Field.THEME))
        .containsExactly(theme);
  }

  @Test
  void aRowOfWindows1252IsRejectedAlone() {
    Reading reading = Reading.of("records.csv", CSV.getBytes(WINDOWS_1252));

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340");
    assertThat(reading.unreadable())
        .containsExactly(
            new Unreadable(
                3,
                Rule.UNREADABLE_FILE,
                "byte 0x92",
                "the row has bytes that are not UTF-8",
                "Save the file as UTF-8 (it looks like Windows-1252 or Latin-1).",
                "20 bytes"),
            new Unreadable(
                4,
                Rule.UNREADABLE_FILE,
                "byte 0xE9",
                "the row has bytes that are not UTF-8",
                "Save the file as UTF-8 (it looks like Windows-1252 or Latin-1).",
                "15 bytes"));
  }

  @Test
  void aLineOfWindows1252IsRejectedAlone() {
    Reading reading =
        Reading.of(
            "records.jsonl",
            "{\"la_code\": \"340\"}\n{\"theme\": \"Café\"}\n{\"la_code\": \"815\"}"
                .getBytes(WINDOWS_1252));

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340", "815");
    assertThat(reading.unreadable())
        .containsExactly(
            new Unreadable(
                2,
                Rule.UNREADABLE_FILE,
                "byte 0xE9",
                "the row has bytes that are not UTF-8",
                "Save the file as UTF-8 (it looks like Windows-1252 or Latin-1).",
                "17 bytes"));
  }

  @Test
  void aJsonRecordOfWindows1252IsRejectedAlone() {
    Reading reading = Reading.of("records.json", JSON.getBytes(WINDOWS_1252));

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340", "334");
    assertThat(reading.lines()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(reading.unreadable())
        .allSatisfy(
            fault -> {
              assertThat(fault.rule()).isEqualTo(Rule.UNREADABLE_FILE);
              assertThat(fault.message()).isEqualTo("the record has bytes that are not UTF-8");
              assertThat(fault.suggestion()).isEqualTo("Save the file as UTF-8.");
              assertThat(fault.raw()).contains("la_code");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "records.csv, UTF-16LE, \uFEFF",
    "records.csv, UTF-16BE, \uFEFF",
    "records.csv, UTF-16LE, ''",
    "records.csv, UTF-16BE, ''",
    "records.json, UTF-16LE, \uFEFF",
    "records.json, UTF-16BE, \uFEFF",
    "records.json, UTF-16LE, ''",
    "records.json, UTF-16BE, ''",
  })
  void aFileOfUtf16IsRejectedOnce(String name, Charset charset, String mark) {
    String text = mark + (name.endsWith("csv") ? CSV : JSON);

    assertThat(Reading.of(name, text.getBytes(charset)).entries())
        .singleElement()
        .isInstanceOfSatisfying(
            Unreadable.class,
            fault -> {
              assertThat(fault.lineNumber()).isEqualTo(1);
              assertThat(fault.rule()).isEqualTo(Rule.UNREADABLE_FILE);
              assertThat(fault.message() + fault.suggestion()).contains("UTF-16", "UTF-8");
              assertThat(fault.raw()).doesNotContain("\0");
            });
  }

  @Test
  void aRowWithANulIsRejectedAlone() {
    Reading reading = Reading.ofCsv("la_code,theme\n340,Front\0 door\n815,Care leavers\n");

    assertThat(reading.each(Field.LA_CODE)).containsExactly("815");
    assertThat(reading.unreadable())
        .containsExactly(
            new Unreadable(
                2,
                Rule.UNREADABLE_FILE,
                "NUL",
                "the row has NUL characters, as UTF-16 files do",
                "Save it as UTF-8.",
                "15 characters"));
  }

  @Test
  void aJsonRecordWithANulIsRejectedAlone() {
    Reading reading =
        Reading.ofJson(
            "[{\"la_code\": \"340\", \"theme\": \"a\\u0000b\"}, {\"la_code\": \"815\"}]");

    assertThat(reading.each(Field.LA_CODE)).containsExactly("815");
    assertThat(reading.unreadable())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).isEqualTo("the record has NUL characters"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void aQuotedHeaderOfUtf16IsReportedAsSuch(Charset charset) {
    byte[] content = "\"la_code\",\"theme\"\n\"340\",\"Front door\"\n".getBytes(charset);

    assertThat(Reading.of("records.csv", content).entries())
        .singleElement()
        .isInstanceOfSatisfying(
            Unreadable.class,
            fault -> {
              assertThat(fault.rule()).isEqualTo(Rule.UNREADABLE_FILE);
              assertThat(fault.message())
                  .isEqualTo(
                      "the file has NUL characters, as UTF-16 files do;"
                          + " none of the file's rows was read");
            });
  }

  @Test
  void linesOfUtf16AreRejectedEach() {
    for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
      String text = "\uFEFF{\"la_code\": \"340\"}\n{\"la_code\": \"815\"}";

      Reading reading = Reading.of("records.jsonl", text.getBytes(charset));

      assertThat(reading.records()).isEmpty();
      assertThat(reading.unreadable()).hasSize(2);
      assertThat(reading.unreadable())
          .allSatisfy(
              fault -> {
                assertThat(fault.rule()).isEqualTo(Rule.UNREADABLE_FILE);
                assertThat(fault.suggestion())
                    .isEqualTo("Save the file as UTF-8 (it looks like UTF-16).");
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "C0AF, overlong",
    "EDA080, half a surrogate pair",
    "F5808080, beyond Unicode",
    "80, a lone tail",
    "E2, a cut head"
  })
  void bytesThatOnlyLookLikeUtf8AreRejected(String hex, String why) {
    byte[] foreign = HexFormat.of().parseHex(hex);
    byte[] content = new byte[6 + foreign.length + 1];
    System.arraycopy("theme\n".getBytes(UTF_8), 0, content, 0, 6);
    System.arraycopy(foreign, 0, content, 6, foreign.length);
    content[content.length - 1] = '\n';

    assertThat(Reading.of("records.csv", content).entries())
        .as(why)
        .singleElement()
        .isInstanceOf(Unreadable.class);
  }
}
