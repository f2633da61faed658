package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder with one record of each fault, and good records around them. */
@DisplayName("Faulty records")
class FaultyRecordsTest {
  private static final String HEADER =
      "la_code,council,framework,inspection_type,start_date,end_date,published_date,overall_effectiveness,in_care,care_leavers\n";
  private static final String GOOD =
      "304,Brent,ilacs,short,2019-03-04,2019-03-08,2019-04-12,Good,Good,\n";

  @TempDir private static Path folder;
  private static CommandLineRun run;
  private static List<CSVRecord> rejected;

  @BeforeAll
  static void runOnFaults() throws IOException {
    Path input = Files.createDirectories(folder.resolve("input"));
    write(input, "good.csv", HEADER + GOOD);
    row(input, "malformed_row", "340,Knowsley,ilacs,short,2019-03-04");
    row(input, "missing_council", ",,ilacs,short,2019-03-04,2019-03-08,2019-04-12,Good,,");
    row(input, "unknown_council", ",Nowsley,ilacs,short,2019-03-04,2019-03-08,2019-04-12,Good,,");
    row(
        input,
        "council_mismatch",
        "341,Knowsley,ilacs,short,2019-03-04,2019-03-08,2019-04-12,Good,,");
    row(input, "council_not_open", "838,Dorset,sif,single,2016-02-01,2016-02-19,2016-05-23,Good,,");
    row(input, "missing_framework", "340,Knowsley,,short,2019-03-04,2019-03-08,2019-04-12,Good,,");
    row(
        input,
        "unknown_framework",
        "340,Knowsley,ilac,short,2019-03-04,2019-03-08,2019-04-12,Good,,");
    row(input, "missing_date", "340,Knowsley,ilacs,short,2019-03-04,2019-03-08,,Good,,");
    row(input, "invalid_date", "340,Knowsley,ilacs,short,2019-02-30,2019-03-08,2019-04-12,Good,,");
    row(input, "date_order", "340,Knowsley,ilacs,short,2019-05-04,2019-05-08,2019-04-12,Good,,");
    row(
        input,
        "outside_framework",
        "340,Knowsley,ilacs,short,2014-03-04,2014-03-08,2014-04-12,Good,,");
    row(input, "no_judgement", "340,Knowsley,ilacs,short,2019-03-04,2019-03-08,2019-04-12,,,");
    row(
        input,
        "unknown_grade",
        "340,Knowsley,ilacs,short,2019-03-04,2019-03-08,2019-04-12,Goood,Good,");
    row(
        input,
        "area_not_judged",
        "341,Liverpool,ilacs,short,2019-03-04,2019-03-08,2019-04-12,Good,Good,Good");
    write(
        input,
        "unknown_area.json",
        "{\"la_code\": \"342\", \"framework\": \"ilacs\", \"published_date\": \"2019-04-12\","
            + " \"judgements\": {\"overall\": \"Good\", \"in_care\": \"Good\"}}");
    write(input, "malformed_json.jsonl", "{\"la_code\": \"343\", \n");
    Files.write(input.resolve("unreadable_file.csv.gz"), cutOff(HEADER + GOOD.repeat(500)));
    run = CommandLineRun.run(folder.resolve("reports"), List.of("--input", input.toString()));
    rejected = CommandLineRun.rows(folder.resolve("reports"), "quality/rejected.csv");
  }

  private static void row(Path input, String name, String row) throws IOException {
    write(input, name + ".csv", HEADER + row + "\n");
  }

  private static void write(Path input, String name, String text) throws IOException {
    Files.writeString(input.resolve(name), text);
  }

  private static byte[] cutOff(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12);
  }

  @Test
  void doNotStopTheRun() {
    assertThat(run.err().lines())
        .hasSize(9)
        .startsWith("gradeline: 4 records were rejected for a date. See quality/rejected.csv.")
        .anyMatch(
            line ->
                line.endsWith(
                    "/invalid_date.csv:2: start_date of Knowsley: '2019-02-30' is not a date. Write"
                        + " it as yyyy-mm-dd, yyyy-mm or yyyy."))
        .contains("gradeline: 3 judgements were rejected. See quality/rejected.csv.")
        .anyMatch(line -> line.contains("'Goood' is not an ILACS grade. Did you mean 'Good'?"));
    assertThat(run.status()).isZero();
  }

  @ParameterizedTest(name = "{0} at {1}:{2}, {3} \"{4}\"")
  @CsvSource({
    "malformed_row, malformed_row.csv, 2, '', 5 cells,"
        + " 'Give every column a cell, and put quotes around cells that have commas.'",
    "missing_council, missing_council.csv, 2, la_code, '', ''",
    "unknown_council, unknown_council.csv, 2, council, Nowsley, Knowsley",
    "council_mismatch, council_mismatch.csv, 2, council, Knowsley, Liverpool (341) or Knowsley"
        + " (340)",
    "missing_framework, missing_framework.csv, 2, framework, '', ''",
    "unknown_framework, unknown_framework.csv, 2, framework, ilac, ilacs",
    "missing_date, missing_date.csv, 2, published_date, '', yyyy-mm-dd",
    "invalid_date, invalid_date.csv, 2, start_date, 2019-02-30, yyyy-mm-dd",
    "date_order, date_order.csv, 2, published_date, 2019-04-12, ''",
    "outside_framework, outside_framework.csv, 2, start_date, 2014-03-04, sif",
    "no_judgement, no_judgement.csv, 2, inspection_type, short, monitoring visit; focused visit;"
        + " follow-up visit; joint targeted area inspection; area send revisit",
    "unknown_grade, unknown_grade.csv, 2, overall_effectiveness, Goood, Good",
    "area_not_judged, area_not_judged.csv, 2, care_leavers, Good, ''",
    "unknown_area, unknown_area.json, 1, judgements, Good, ''",
  })
  void areListedWithPlaceRuleValueAndSuggestion(
      String rule, String source, String line, String field, String value, String suggestion) {
    CSVRecord row = only(rule);
    assertThat(row.get("source")).endsWith(source);
    assertThat(row.get("source_line")).isEqualTo(line);
    assertThat(row.get("field")).isEqualTo(field);
    assertThat(row.get("value")).isEqualTo(value);
    assertThat(row.get("suggestion")).isEqualTo(suggestion);
    assertThat(row.get("message")).as("says what is wrong and what to do").matches(".+\\w.*");
    assertThat(row.get("raw")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"council_not_open", "malformed_json", "unreadable_file"})
  void areListedOnce(String rule) {
    assertThat(only(rule).get("source")).contains(rule);
  }

  private static CSVRecord only(String rule) {
    List<CSVRecord> found = rejected.stream().filter(row -> row.get("rule").equals(rule)).toList();
    assertThat(found).as(rule).hasSize(1);
    return found.get(0);
  }

  @Test
  @DisplayName("leave every good record and every good judgement counted")
  void loseNothingGood() throws IOException {
    List<CSVRecord> ratings = CommandLineRun.rows(folder.resolve("reports"), "tables/ratings.csv");
    assertThat(
            ratings.stream()
                .map(row -> row.get("la_code") + " " + row.get("area") + " " + row.get("grade")))
        .containsExactly(
            "304 in_care good",
            "304 overall_effectiveness good",
            "340 in_care good",
            "341 in_care good",
            "341 overall_effectiveness good",
            "342 in_care good");
  }
}
