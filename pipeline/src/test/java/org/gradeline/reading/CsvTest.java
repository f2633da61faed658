package org.gradeline.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.LongStream;
import org.gradeline.reading.RawRecord.RawJudgement;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV that is as it should be: wide and long, in every shape that spreadsheets save. */
class CsvTest {
  private static final String SIF_HEADER =
      "la_code,council,framework,inspection_type,start_date,end_date,published_date,"
          + "overall_effectiveness,help_and_protection,looked_after_and_permanence,adoption,"
          + "care_leavers,leadership_management_governance,lscb\n";
  private static final String KNOWSLEY_2014 =
      "340,Knowsley,sif,single,2014-04-29,2014-05-21,2014-06-30,Inadequate,Inadequate,"
          + "Requires improvement to be good,Inadequate,Requires improvement to be good,Inadequate,"
          + "Inadequate\n";
  private static final String THREE_ROWS =
      """
      la_code,council,theme
      340,Knowsley,Front door
      815,North Yorkshire,Care leavers
      931,Oxfordshire,Children in care
      """;

  @Test
  void aWideRowHasOneJudgementInEveryAreaColumn() {
    Reading reading = Reading.ofCsv(SIF_HEADER + KNOWSLEY_2014);

    assertThat(reading.judgements())
        .containsExactly(
            "overall_effectiveness: Inadequate",
            "help_and_protection: Inadequate",
            "looked_after_and_permanence: Requires improvement to be good",
            "adoption: Inadequate",
            "care_leavers: Requires improvement to be good",
            "leadership_management_governance: Inadequate",
            "lscb: Inadequate");
  }

  @Test
  void everyFieldOfARowIsKeptAsItStands() {
    RawRecord record = Reading.ofCsv(SIF_HEADER + KNOWSLEY_2014).records().get(0);

    assertThat(record.get(Field.LA_CODE)).isEqualTo("340");
    assertThat(record.get(Field.COUNCIL)).isEqualTo("Knowsley");
    assertThat(record.get(Field.FRAMEWORK)).isEqualTo("sif");
    assertThat(record.get(Field.INSPECTION_TYPE)).isEqualTo("single");
    assertThat(record.get(Field.START_DATE)).isEqualTo("2014-04-29");
    assertThat(record.get(Field.END_DATE)).isEqualTo("2014-05-21");
    assertThat(record.get(Field.PUBLISHED_DATE)).isEqualTo("2014-06-30");
    assertThat(record.get(Field.REPORT)).isEmpty();
    assertThat(record.raw().get()).isEqualTo(KNOWSLEY_2014.strip());
  }

  @ParameterizedTest
  @MethodSource
  void aBlankCellIsNoJudgement(String row, List<String> areas) {
    Reading reading =
        Reading.ofCsv(
            "la_code,overall_effectiveness,in_care,help_and_protection,care_leavers\n" + row);

    assertThat(reading.records()).hasSize(1);
    assertThat(reading.records().get(0).judgements().stream().map(RawJudgement::area))
        .containsExactlyElementsOf(areas);
  }

  static List<Arguments> aBlankCellIsNoJudgement() {
    return List.of(
        // South Tyneside's inspection started under the old set of areas.
        arguments(
            "393,Inadequate,Inadequate,Requires improvement to be good,",
            List.of("overall_effectiveness", "in_care", "help_and_protection")),
        // Brent's started when there was no overall judgement any more.
        arguments("304,,Good,Good,Good", List.of("in_care", "help_and_protection", "care_leavers")),
        arguments("340,  ,,,", List.of()));
  }

  @Test
  void aLongRowHasTheJudgementOfItsAreaAndGradeColumns() {
    Reading reading =
        Reading.ofCsv(
            """
            la_code,framework,published_date,area,grade
            340,sif,2014-06-30,overall_effectiveness,Inadequate
            340,sif,2014-06-30, LSCB ,Inadequate
            340,sif,2014-06-30,adoption,
            """);

    assertThat(reading.records()).hasSize(3);
    assertThat(reading.judgements())
        .containsExactly("overall_effectiveness: Inadequate", "lscb: Inadequate");
  }

  @Test
  void aGradeWithoutAnAreaIsAJudgementThatLaterRulesCanReject() {
    assertThat(Reading.ofCsv("la_code,area,grade\n340,,Good\n").judgements())
        .containsExactly(": Good");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "la_code,council,theme,lscb\n340,Knowsley,Front door,Good\n",
        "lscb,theme,council,la_code\nGood,Front door,Knowsley,340\n",
        "theme,la_code,lscb,council\nFront door,340,Good,Knowsley\n",
        " La_Code ,COUNCIL,Theme,\tLSCB\n340,Knowsley,Front door,Good\n",
        "\"la_code\",council,\"theme\",lscb\n\"340\",Knowsley,\"Front door\",\"Good\"\n",
        "\n\nla_code,council,theme,lscb\n340,Knowsley,Front door,Good\n",
        "\uFEFFla_code,council,theme,lscb\n340,Knowsley,Front door,Good\n",
        "\uFEFF\"la_code\",council,theme,lscb\n340,Knowsley,Front door,Good\n",
      })
  void columnsAreFoundByNameInAnyOrderAndCase(String text) {
    Reading reading = Reading.ofCsv(text);

    assertThat(reading.unreadable()).isEmpty();
    assertThat(reading.each(Field.LA_CODE)).containsExactly("340");
    assertThat(reading.each(Field.COUNCIL)).containsExactly("Knowsley");
    assertThat(reading.each(Field.THEME)).containsExactly("Front door");
    assertThat(reading.judgements()).containsExactly("lscb: Good");
  }

  @Test
  void columnsThatNoRuleKnowsAreNamedAndNotRead() {
    Reading reading =
        Reading.ofCsv("la_code,Lead inspector,council,notes,\n340,A. Person,Knowsley,none,\n");

    assertThat(reading.unknown()).containsExactly("lead inspector", "notes");
    assertThat(reading.records().get(0).fields()).containsOnlyKeys(Field.LA_CODE, Field.COUNCIL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anyLineBreakEndsARow(String lineBreak) {
    Reading reading = Reading.ofCsv(THREE_ROWS.replace("\n", lineBreak));

    assertThat(reading.each(Field.COUNCIL))
        .containsExactly("Knowsley", "North Yorkshire", "Oxfordshire");
    assertThat(reading.each(Field.THEME))
        .containsExactly("Front door", "Care leavers", "Children in care");
    assertThat(reading.lines()).containsExactly(2L, 3L, 4L);
  }

  @Test
  void theLastRowNeedsNoLineBreak() {
    assertThat(Reading.ofCsv(THREE_ROWS.stripTrailing()).each(Field.LA_CODE))
        .containsExactly("340", "815", "931");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void aQuotedLineBreakBelongsToItsCellAndCountsAsALine(String lineBreak) {
    Reading reading =
        Reading.ofCsv(
            """
            la_code,theme,council
            340,"Front door,
            ""and"" thresholds
            ",Knowsley

            815,Care leavers,"North
            Yorkshire"
            931,Children in care,Oxfordshire
            """
                .replace("\n", lineBreak));

    assertThat(reading.lines()).containsExactly(2L, 6L, 8L);
    assertThat(reading.each(Field.THEME))
        .containsExactly(
            "Front door,%n\"and\" thresholds%n".replace("%n", lineBreak),
            "Care leavers",
            "Children in care");
    assertThat(reading.each(Field.COUNCIL))
        .containsExactly("Knowsley", "North" + lineBreak + "Yorkshire", "Oxfordshire");
  }

  @Test
  void blankLinesAreSkippedAndStillCounted() {
    Reading reading =
        Reading.ofCsv("\nla_code,council\n\n340,Knowsley\n   \n\n815,North Yorkshire\n\n");

    assertThat(reading.lines()).containsExactly(4L, 7L);
    assertThat(reading.each(Field.LA_CODE)).containsExactly("340", "815");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\uFEFF", "\r\n\r\n", "la_code,council", "la_code,council\n"})
  void aFileWithoutRowsGivesNothing(String text) {
    assertThat(Reading.ofCsv(text).entries()).isEmpty();
  }

  @Test
  void aQuoteInsideAnUnquotedCellIsAnOrdinaryCharacter() {
    Reading reading = Reading.ofCsv("la_code,theme\n340,The 12\" rule\n815,Front door\n");

    assertThat(reading.each(Field.THEME)).containsExactly("The 12\" rule", "Front door");
  }

  @Test
  void aLineBreakIsOneWhereverTheReadersBufferEnds() {
    int rows = 20_000;
    String row = "340,Front door\r\n";
    assertThat(row).as("divides the sizes of buffers").hasSize(16);
    for (int shift = 1; shift <= row.length(); shift++) {
      String header = "la_code," + "x".repeat(shift) + "\r\n";

      Reading reading = Reading.ofCsv(header + row.repeat(rows));

      assertThat(reading.unreadable()).isEmpty();
      assertThat(reading.lines()).isEqualTo(LongStream.rangeClosed(2, rows + 1).boxed().toList());
    }
  }

  @Test
  void aCompressedFileIsReadLikeAPlainOne() {
    Reading reading = Reading.of("records.csv.gz", Reading.gzip(THREE_ROWS.getBytes(UTF_8)));

    assertThat(reading.inWords()).isEqualTo(Reading.ofCsv(THREE_ROWS).inWords());
    assertThat(reading.records()).hasSize(3);
  }
}
