package org.gradeline.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import org.gradeline.reading.RawRecord.RawFinding;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is as it should be: an object, an array of them, one after another, or one a line. */
class JsonTest {
  private static final String KNOWSLEY_2014 =
      """
      {
        "la_code": "340",
        "council": "Knowsley",
        "framework": "sif",
        "published_date": "2014-06-30",
        "judgements": {"overall_effectiveness": "Inadequate", "lscb": "Inadequate"},
        "findings": [
          {"theme": "risk assessment", "kind": "weakness", "text": "Too much on adults' needs."},
          {"theme": "senior leadership", "kind": "strength", "text": "Better supervision."}
        ]
      }
      """;

  @Test
  void aRecordHasFieldsJudgementsAndFindings() {
    RawRecord record = Reading.ofJson(KNOWSLEY_2014).records().get(0);

    assertThat(record.get(Field.LA_CODE)).isEqualTo("340");
    assertThat(record.get(Field.COUNCIL)).isEqualTo("Knowsley");
    assertThat(record.get(Field.FRAMEWORK)).isEqualTo("sif");
    assertThat(record.get(Field.PUBLISHED_DATE)).isEqualTo("2014-06-30");
    assertThat(record.get(Field.START_DATE)).isEmpty();
    assertThat(Reading.ofJson(KNOWSLEY_2014).judgements())
        .containsExactly("overall_effectiveness: Inadequate", "lscb: Inadequate");
    assertThat(record.findings())
        .containsExactly(
            new RawFinding("risk assessment", "weakness", "Too much on adults' needs."),
            new RawFinding("senior leadership", "strength", "Better supervision."));
    assertThat(record.raw().get())
        .startsWith("{\"la_code\":\"340\",\"council\":\"Knowsley\",\"framework\":\"sif\"");
  }

  @ParameterizedTest
  @MethodSource
  void recordsStandAloneInAnArrayOrOneAfterAnother(String text, List<String> codes) {
    Reading reading = Reading.ofJson(text);

    assertThat(reading.unreadable()).isEmpty();
    assertThat(reading.each(Field.LA_CODE)).isEqualTo(codes);
  }

  static List<Arguments> recordsStandAloneInAnArrayOrOneAfterAnother() {
    return List.of(
        arguments("{\"la_code\": \"340\"}", List.of("340")),
        arguments("\uFEFF{\"la_code\": \"340\"}", List.of("340")),
        arguments("[{\"la_code\": \"340\"}, {\"la_code\": \"815\"}]", List.of("340", "815")),
        arguments("{\"la_code\": \"340\"}{\"la_code\": \"815\"}", List.of("340", "815")),
        arguments("{\"la_code\": \"340\"}\n\n{\"la_code\": \"815\"}\n", List.of("340", "815")),
        arguments("[{\"la_code\": \"340\"}]\n[{\"la_code\": \"815\"}]", List.of("340", "815")),
        arguments("[{\"la_code\": \"340\"}] {\"la_code\": \"815\"}", List.of("340", "815")),
        arguments("[]", List.of()),
        arguments("", List.of()),
        arguments(" \n ", List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void aRecordsLineIsThatOfItsBrace(String lineBreak) {
    String text =
        """
        [
          {"la_code": "340",
           "council": "Knowsley"},

          {
            "la_code": "815"
          }, {"la_code": "931"}
        ]
        """;

    assertThat(Reading.ofJson(text.replace("\n", lineBreak)).lines()).containsExactly(2L, 5L, 7L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"judgements\": {\"overall_effectiveness\": \"Good\", \"lscb\": \"Inadequate\"}}",
        "{\"judgements\": [{\"area\": \"overall_effectiveness\", \"grade\": \"Good\"},"
            + " {\"area\": \"lscb\", \"grade\": \"Inadequate\"}]}",
        "{\"judgements\": [{\"Grade\": \"Good\", \"Area\": \"Overall_Effectiveness\"},"
            + " {\"grade\": \"Inadequate\", \"area\": \" LSCB \"}]}",
        "{\"overall_effectiveness\": \"Good\", \"lscb\": \"Inadequate\"}",
        "{\"Judgements\": {\"Overall_Effectiveness\": \"Good\", \"LSCB\": \"Inadequate\"}}",
        "{\"overall_effectiveness\": \"Good\", \"area\": \"lscb\", \"grade\": \"Inadequate\"}",
      })
  void judgementsAreAnObjectAListOrTheAreasThemselves(String text) {
    Reading reading = Reading.ofJson(text);

    assertThat(reading.judgements())
        .containsExactly("overall_effectiveness: Good", "lscb: Inadequate");
    assertThat(reading.unknown()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"judgements\": {\"lscb\": \"\", \"adoption\": null}}",
        "{\"judgements\": [{\"area\": \"lscb\", \"grade\": null}, {\"area\": \"adoption\"}]}",
        "{\"judgements\": null}",
        "{\"judgements\": []}",
        "{\"lscb\": \"  \", \"adoption\": null, \"grade\": null}",
      })
  void aBlankOrNullGradeIsNoJudgement(String text) {
    Reading reading = Reading.ofJson(text);

    assertThat(reading.records()).hasSize(1);
    assertThat(reading.judgements()).isEmpty();
  }

  @Test
  void numbersAndTruthValuesAreReadAsTheirText() {
    Reading reading =
        Reading.ofJson(
            "{\"la_code\": 340, \"urn\": 80468, \"published_date\": 2010, \"theme\": true,"
                + " \"lscb\": 4, \"judgements\": {\"adoption\": 2.50}}");

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340");
    assertThat(reading.each(Field.URN)).containsExactly("80468");
    assertThat(reading.each(Field.PUBLISHED_DATE)).containsExactly("2010");
    assertThat(reading.each(Field.THEME)).containsExactly("true");
    assertThat(reading.judgements()).containsExactly("lscb: 4", "adoption: 2.50");
  }

  @Test
  void nullIsAsGoodAsAbsent() {
    RawRecord record = Reading.ofJson("{\"la_code\": \"340\", \"theme\": null}").records().get(0);

    assertThat(record.get(Field.THEME)).isEmpty();
  }

  @Test
  void keysAreReadInAnyCaseAndUnknownOnesAreNamed() {
    Reading reading =
        Reading.ofJson(
            """
            {"LA_Code": "340", "Inspector": {"name": "A. Person"},
             "judgements": [{"area": "lscb", "grade": "Good", "Reason": "none"}],
             "findings": [{"theme": "thresholds", "Kind": "weakness", "page": 7}]}
            """);

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340");
    assertThat(reading.judgements()).containsExactly("lscb: Good");
    assertThat(reading.records().get(0).findings())
        .containsExactly(new RawFinding("thresholds", "weakness", ""));
    assertThat(reading.unknown())
        .containsExactly("findings.page", "inspector", "judgements.reason");
  }

  @Test
  void jsonLinesHoldOneRecordALine() {
    Reading reading =
        Reading.ofJsonLines(
            "\uFEFF{\"la_code\": \"340\", \"theme\": \"Front\\ndoor\"}\r\n\n  \n"
                + "{\"la_code\": \"815\", \"size\": 1}\n{\"la_code\": \"931\"}");

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340", "815", "931");
    assertThat(reading.each(Field.THEME)).containsExactly("Front\ndoor", "", "");
    assertThat(reading.lines()).containsExactly(1L, 4L, 5L);
    assertThat(reading.unknown()).containsExactly("size");
  }

  @Test
  void aRecordReadsTheSameInEveryForm() {
    String line = KNOWSLEY_2014.replace("\n", "");

    assertThat(Reading.ofJsonLines(line).inWords()).isEqualTo(Reading.ofJson(line).inWords());
    assertThat(Reading.ofJson("[" + line + "]").inWords())
        .isEqualTo(Reading.ofJson(line).inWords())
        .hasSize(1);
  }
}
