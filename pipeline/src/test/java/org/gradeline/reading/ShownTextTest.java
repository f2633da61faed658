package org.gradeline.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the list of rejections shows of a place: fields, areas and findings as they stand, and
 * nothing else, for there people's names may stand.
 */
@DisplayName("The text that is shown of a place")
class ShownTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"la_code": "340", "theme": "Front door"}                | {"la_code":"340","theme":"Front door"}
          {"la_code": "340", "inspector": "Ada Example"}           | {"la_code":"340","...":"..."}
          {"la_code": "340", "Ada Example": "lead", "x": 1}        | {"la_code":"340","...":"..."}
          {"LA_Code": 340, "team": [{"lead": "Ada Example"}]}      | {"LA_Code":"340","...":"..."}
          {"lscb": "Good", "judgements": {"in_care": "Good"}}      | {"lscb":"Good","judgements":{"in_care":"Good"}}
          {"lscb": "Good", "judgements": {"Ada Example": "Good"}}  | {"lscb":"Good","judgements":{"...":"..."}}
          {"judgements": [{"area": "lscb", "by": "Ada Example"}]}  | {"judgements":[{"area":"lscb","...":"..."}]}
          {"findings": [{"theme": "x", "by": "Ada Example"}]}      | {"findings":[{"theme":"x","...":"..."}]}
          """)
  void ofAJsonRecordIsItsKnownPart(String record, String shown) {
    assertThat(Reading.ofJsonLines(record).records())
        .singleElement()
        .satisfies(read -> assertThat(read.raw().get()).isEqualTo(shown));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"la_code\": \"340\", \"inspector\": \"Ada Example\"",
        "{\"la_code\": \"340\", inspector: \"Ada Example\"}",
        "{\"la_code\": \"340\", \"lead-inspector\" : \"Ada Example\"}}",
        "{\"inspector\": \"Ada Example\", \"inspector\": \"Ada Example\"}",
        "{\"la_code\": \"340\" \"inspector\" \"Ada Example\"}",
        "{\"la_code\": \"340\", \"inspector\", \"Ada Example\"}",
        "{\"la_code\": \"34\"0\", \"inspector\": \"Ada Example\"}",
        "{\"la_code\": \"340\", Ada Example}",
        "[\"Ada Example\"]"
      })
  void ofJsonThatIsNoRecordIsNothingThatNobodyAskedFor(String line) {
    assertThat(Reading.ofJsonLines(line).entries().toString()).doesNotContain("Example");
    assertThat(Reading.ofJson("[" + line + "]").entries().toString()).doesNotContain("Example");
  }

  @Test
  void ofALineThatIsNotUtf8IsNothingThatNobodyAskedFor() {
    String line =
        "{\"la_code\": \"340\", \"inspector\": \"Ada Example\", \"theme\": \"caf\u00e9\"}";

    assertThat(Reading.of("a.jsonl", line.getBytes(ISO_8859_1)).unreadable())
        .singleElement()
        .satisfies(place -> assertThat(place.toString()).doesNotContain("Example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"la_code\": \"340\",, \"theme\": \"x\"}", "{\"lscb\": }"})
  void ofJsonThatIsNoRecordIsItsSize(String line) {
    assertThat(Reading.ofJsonLines(line).raws()).containsExactly(line.length() + " characters");
  }

  @ParameterizedTest
  @CsvSource({
    "'la_code,theme', '340,\"Front \"\"door\"\"\"', '340,\"Front \"\"door\"\"\"'",
    "'la_code,inspector,theme', '340,Ada Example,Front door', '340,...,Front door'",
    "'la_code,inspector,theme', '340,\"Example, Ada\",\"a \"\"door\"\"\"', '340,...,\"a"
        + " \"\"door\"\"\"'"
  })
  void ofARowIsTheRowWithoutOtherColumns(String header, String row, String shown) {
    assertThat(Reading.ofCsv(header + "\n" + row + "\n").records().get(0).raw().get())
        .isEqualTo(shown);
  }
}
