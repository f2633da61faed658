package org.gradeline.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON with faults: what can be separated is rejected alone, and the message says what to do. */
class JsonFaultsTest {
  private static final String GOOD = "{\"la_code\": \"340\"}";

  @ParameterizedTest
  @MethodSource("faultyRecords")
  void aFaultyRecordOfAnArrayIsRejectedAlone(
      String record, String value, String message, String suggestion) {
    Reading reading = Reading.ofJson("[" + GOOD + ",\n" + record + ",\n" + GOOD + "]");

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340", "340");
    assertThat(reading.lines()).containsExactly(1L, 2L, 3L);
    assertThat(reading.unreadable())
        .singleElement()
        .satisfies(fault -> isFault(fault, value, message, suggestion));
  }

  @ParameterizedTest
  @MethodSource("faultyRecords")
  void aFaultyRecordOnALineIsRejectedAlone(
      String record, String value, String message, String suggestion) {
    Reading reading = Reading.ofJsonLines(GOOD + "\n" + record + "\n" + GOOD);

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340", "340");
    assertThat(reading.lines()).containsExactly(1L, 2L, 3L);
    assertThat(reading.unreadable())
        .singleElement()
        .satisfies(fault -> isFault(fault, value, message, suggestion));
  }

  private static void isFault(Unreadable fault, String value, String message, String suggestion) {
    assertThat(fault.rule()).isEqualTo(Rule.MALFORMED_JSON);
    assertThat(fault.value()).isEqualTo(value);
    assertThat(fault.message()).isEqualTo(message);
    assertThat(fault.suggestion()).isEqualTo(suggestion);
  }

  static List<Arguments> faultyRecords() {
    String object = "a record must be an object {...}";
    String braces = "Write names and values in braces.";
    String judgement = "Write {\"area\": ..., \"grade\": ...}.";
    String judgements = "Write {\"area\": \"grade\"}.";
    String finding = "Write {\"theme\": ..., \"kind\": ..., \"text\": ...}.";
    String findings = "Write [{\"theme\": ..., \"kind\": ..., \"text\": ...}].";
    String deep = "values are nested more than 20 levels deep";
    return List.of(
        arguments("340", "", object, braces),
        arguments("\"Knowsley\"", "", object, braces),
        arguments("true", "", object, braces),
        arguments("null", "", object, braces),
        arguments("[{\"la_code\": \"340\"}]", "", object, braces),
        twice("{\"lscb\": \"Good\", \"lscb\": \"Good\"}", "lscb"),
        twice("{\"la_code\": \"340\", \"LA_CODE\": \"815\"}", "la_code"),
        twice("{\"judgements\": {\"lscb\": \"Good\", \"lscb\": \"Inadequate\"}}", "lscb"),
        arguments(
            "{\"Ada Example\": 1, \"Ada Example\": 2}",
            "11 characters",
            "a key of 11 characters appears twice",
            "Keep one of the two."),
        arguments(
            "{\"a\": " + "[".repeat(30) + "]".repeat(30) + "}", "", deep, "Flatten the record."),
        arguments(
            "{\"a\": " + "{\"a\": ".repeat(30) + "1" + "}".repeat(30) + "}",
            "",
            deep,
            "Flatten the record."),
        arguments(
            "{\"la_code\": [340, 815]}", "", "'la_code' must be one value", "Write it as text."),
        arguments(
            "{\"lscb\": {\"grade\": \"Good\"}}",
            "",
            "'lscb' must be one value",
            "Write it as text."),
        arguments(
            "{\"judgements\": \"Good\"}",
            "",
            "'judgements' must be an object or a list",
            judgements),
        arguments("{\"judgements\": [\"Good\"]}", "", "a judgement must be an object", judgement),
        arguments("{\"judgements\": [null]}", "", "a judgement must be an object", judgement),
        arguments("{\"findings\": \"none\"}", "", "'findings' must be a list", findings),
        arguments("{\"findings\": {\"theme\": \"x\"}}", "", "'findings' must be a list", findings),
        arguments("{\"findings\": [[1]]}", "", "a finding must be an object", finding),
        arguments(
            "{\"findings\": [{\"theme\": {\"by\": \"Ada Example\"}}]}",
            "",
            "'theme' must be one value",
            "Write it as text."),
        arguments(
            "{\"judgements\": [{\"area\": [\"Ada Example\"], \"grade\": \"Good\"}]}",
            "",
            "'area' must be one value",
            "Write it as text."));
  }

  private static Arguments twice(String record, String key) {
    return arguments(record, key, "the key '" + key + "' appears twice", "Keep one of the two.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"la_code\": \"815\" | 17 characters | it ends before a bracket or quote is closed | Get"
            + " a whole copy of the file, or close what is open.",
        "{\"la_code\" \"815\"} | 17 characters | there is an unexpected '\"' | Fix the brackets,"
            + " quotes or commas there.",
        "{'la_code': '815'} | 18 characters | there is an unexpected ''' | Fix the brackets, quotes"
            + " or commas there.",
        "{\"la_code\": \"815\",} | 19 characters | there is an unexpected '}' | Fix the brackets,"
            + " quotes or commas there.",
        "{\"la_code\": 0815} | 17 characters | a number begins with a zero | Put codes in quotes.",
        "{\"la_code\": \"\\q\"} | 17 characters | a backslash in a text stands before a character"
            + " that it cannot | Write \\\\ for a backslash.",
        "{\"la_code\": \"\t\"} | 16 characters | a text has a line break or another control"
            + " character | Write it as \\n"
            + ", or remove it.",
        "{} // no | 8 characters | there is a comment, or a '/' outside quotes | Remove it.",
        "{\"la_code\": [1}} | 16 characters | there is a '}' that closes nothing | Fix the"
            + " brackets, quotes or commas there.",
        "{\"la_code\": None} | 17 characters | a word is not in quotes | Put it in quotes, or write"
            + " null for no value.",
        "la_code,council | 15 characters | a word is not in quotes | Put it in quotes, or write"
            + " null for no value.",
        "{\"la_code\": \"815\"} {\"la_code\": \"931\"} | 37 characters | the line has more than one"
            + " value | Begin a new line for each record.",
      })
  void aBadLineOfJsonLinesIsRejectedAlone(String line, String raw, String reason, String remedy) {
    Reading reading = Reading.ofJsonLines(GOOD + "\n\n" + line + "\n" + GOOD + "\n");

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340", "340");
    assertThat(reading.lines()).containsExactly(1L, 3L, 4L);
    assertThat(reading.unreadable())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.rule()).isEqualTo(Rule.MALFORMED_JSON);
              assertThat(fault.message()).isEqualTo("this is not JSON: " + reason + ".");
              assertThat(fault.suggestion()).isEqualTo(remedy);
              assertThat(fault.raw()).isEqualTo(raw);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"inspector\": \"Ada Person\"",
        "{\"inspector (lead)\": \"Ada Person\"",
        "{\"ouvri\u00e9\": \"Ada Person\"",
        "{\"x, \\\"la_code\": \"Ada Person\"",
        "{'his la_code': 'Ada Person'}",
        "{\"la_code\": \"340\", \"inspector\": Ada Person}",
        "{\"la_code\": \"340\", \"theme\": \"Ada Person}",
        "Ada",
      })
  void aBrokenLineIsNotShown(String line) {
    assertThat(Reading.ofJsonLines(line).entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.toString()).doesNotContain("Ada"));
    assertThat(Reading.ofJson(line).entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.toString()).doesNotContain("Ada"));
  }

  @Test
  void ofALineThatIsNotUtf8OrTooLongOnlyTheSizeIsShown() {
    String name = "\"inspector\": \"Ada Person\", \"theme\": \"";
    String lines =
        "{" + name + "\u00E9\"}\n{" + name + "\0\"}\n{" + name + "x".repeat(1 << 20) + "\"}\n";

    Reading reading = Reading.of("records.jsonl", lines.getBytes(ISO_8859_1));

    assertThat(reading.lines()).containsExactly(1L, 2L, 3L);
    assertThat(reading.raws()).containsExactly("41 bytes", "41 bytes", "1048617 bytes");
  }

  @Test
  void halfOfACharacterThatIsWrittenAsANumberIsAFault() {
    Reading reading = Reading.ofJson(GOOD + "{\"theme\": \"\\ud83d\\ude00 \\ud83d!\"}" + GOOD);

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340", "340");
    assertThat(reading.unreadable())
        .containsExactly(
            new Unreadable(
                1,
                Rule.MALFORMED_JSON,
                "\\ud83d",
                "a text has half of a character",
                "Add its other half, or remove it.",
                "{\"theme\":\"\uD83D\uDE00 \uFFFD!\"}"));
  }

  @Test
  void charactersBesideTheRecordsAreReportedAsTheyAre() {
    assertThat(Reading.of("records.json", (GOOD + "\u00E9").getBytes(ISO_8859_1)).unreadable())
        .singleElement()
        .extracting(Unreadable::message)
        .isEqualTo(
            "this is not JSON: there are bytes that are not UTF-8. The rest of the file was not"
                + " read.");
    assertThat(Reading.ofJson(GOOD + "\uD83D\uDE00").unreadable())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.message())
                    .startsWith("this is not JSON: there is an unexpected character. "));
  }

  @Test
  void anObjectWithoutKeysIsNotARecordLikeABlankRow() {
    assertThat(Reading.ofJson("[{}, {}]{}").entries()).isEmpty();
    assertThat(Reading.ofJsonLines("{}\n" + GOOD + "\n{ }\n").lines()).containsExactly(2L);
  }

  @ParameterizedTest
  @MethodSource
  void whereJsonBreaksItsRestIsOneRejection(String text, long lineNumber) {
    Reading reading = Reading.ofJson(text.replace("GOOD", GOOD));

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340", "340");
    assertThat(reading.unreadable())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.lineNumber()).isEqualTo(lineNumber);
              assertThat(fault.rule()).isEqualTo(Rule.MALFORMED_JSON);
              assertThat(fault.message())
                  .startsWith("this is not JSON: ")
                  .endsWith(". The rest of the file was not read.")
                  .doesNotContain("Source");
            });
  }

  static List<Arguments> whereJsonBreaksItsRestIsOneRejection() {
    return List.of(
        arguments("[GOOD,\nGOOD,\n{\"la_code\" \"815\"},\nGOOD]", 3),
        arguments("[GOOD,\nGOOD\nGOOD]", 3),
        arguments("[GOOD,\nGOOD,\n{\"la_code\": \"815\"", 3),
        arguments("[GOOD,\nGOOD", 2),
        arguments("GOOD\nGOOD\n}\nGOOD", 3),
        arguments("GOOD\nGOOD\nla_code,council\n340,Knowsley", 3));
  }

  @Test
  void aDeepRecordCostsNoOther() {
    String deep = "{\"notes\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    Reading reading = Reading.ofJson("[" + GOOD + ", " + deep + ", " + GOOD + "]");

    assertThat(reading.records()).hasSize(2);
    assertThat(reading.unreadable())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.message())
                    .isEqualTo("values are nested more than 20 levels deep"));
  }

  @Test
  void nestingWithoutEndIsAFaultAndNoFailure() {
    assertThat(Reading.ofJson(GOOD + "[".repeat(2_000_000)).records()).hasSize(1);
    assertThat(Reading.ofJson(GOOD + "[".repeat(2_000_000)).unreadable())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.message())
                    .isEqualTo(
                        "this is not JSON: a value is too deep or too long."
                            + " The rest of the file was not read."));
  }

  @Test
  void keysChosenToCollideAreReadLikeAnyOthers() {
    // "Ab" and "BA" have one hash in the parser's table of names, and so has every row of them.
    String keys =
        IntStream.range(0, 1 << 10)
            .mapToObj(
                number ->
                    IntStream.range(0, 10)
                        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Ab" : "BA")
                        .collect(Collectors.joining("", "\"", "\": 1")))
            .collect(Collectors.joining(", "));

    Reading reading = Reading.ofJson("[" + GOOD + ", {" + keys + "}, " + GOOD + "]");

    assertThat(reading.unreadable()).isEmpty();
    assertThat(reading.each(Field.LA_CODE)).containsExactly("340", "", "340");
  }
}
