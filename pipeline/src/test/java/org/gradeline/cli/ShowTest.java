package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories of councils and of days, in sentences that can be quoted. */
@DisplayName("show")
class ShowTest {
  private static final String HEADER =
      "la_code,framework,start_date,published_date,overall_effectiveness,impact_of_leaders,"
          + "help_and_protection,in_care,care_leavers\n";

  @TempDir private static Path reports;

  @BeforeAll
  static void makeTheTables() {
    assertThat(CommandLineRun.run(reports, List.of("--as-at", "2026-08-20")).status()).isZero();
  }

  private static CommandLineRun run(Path tables, String... arguments) {
    List<String> all = new ArrayList<>(List.of("show"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", CommandLineRun.DATA.toString(), "--reports", tables.toString()));
    return CommandLineRun.of(all.toArray(new String[0]));
  }

  private static String showFrom(Path tables, String... arguments) {
    CommandLineRun run = run(tables, arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return run.out();
  }

  private static String show(String... arguments) {
    return showFrom(reports, arguments);
  }

  /** The second line: the paragraph that leads a story. */
  private static String paragraph(String... arguments) {
    return show(arguments).lines().skip(1).findFirst().orElse("").strip();
  }

  private static String showOf(Path folder, String records, String... arguments)
      throws IOException {
    Path input = Files.writeString(folder.resolve("records.csv"), HEADER + records);
    Path tables = folder.resolve("tables");
    assertThat(CommandLineRun.run(tables, List.of("--input", input.toString())).status()).isZero();
    return showFrom(tables, arguments);
  }

  @Test
  void knowsleysHistoryAlongOneLine() {
    assertThat(show("knowsley", "--line", "headline"))
        .isEqualToNormalizingNewlines(
            """
            Knowsley (340)
              As at 20 August 2026, Knowsley, a metropolitan district in the North West, is rated inadequate for children's services overall. The report of 20 January 2025 lowered the grade from requires improvement. In England 11 of 142 councils with a grade (8 %) are rated inadequate for children's services overall, and 4 of 20 in the North West. Before Knowsley, the last comparable fall to inadequate for children's services overall was that of Halton (12 July 2024); there has been one since.

            Judgements
              Judgement                         Grade       Since            Before                Direction
              Overall effectiveness (headline)  Inadequate  20 January 2025  Requires improvement  one grade down

            Statistical neighbours
              Knowsley has ten statistical neighbours (Department for Education's model of May 2025), the closest first: St Helens, Halton, Sunderland, Hartlepool, Redcar and Cleveland, Sefton, Wirral, South Tyneside, County Durham and Liverpool.
              Overall effectiveness (headline): outstanding: Sunderland, Hartlepool and County Durham; good: St Helens, Redcar and Cleveland and Sefton; requires improvement: Wirral; inadequate: Halton; no grade: South Tyneside and Liverpool. Seven stand better than Knowsley, one the same and none worse.

            Waiting
              The last full inspection of Knowsley started on 18 November 2024, and its report came out on 20 January 2025, 577 days (19 months) before 20 August 2026.
              After reports since 2021 whose lowest grade was inadequate (23), an estimated quarter of the next full inspections had started within 2.9 years, half within 3.1 years and three quarters within 3.5 years. This describes the past and is not a schedule of Ofsted's.

            Overall effectiveness (headline)
              2010: Inspection of safeguarding and looked after children services.
              On 12 March 2010 Knowsley was rated good for safeguarding services, the first in these records.
              2014: Single inspection framework; not the same test as before.
              On 30 June 2014 Knowsley was rated inadequate for children's services overall, two grades down from good.
              On 13 June 2017 Knowsley was rated requires improvement for children's services overall, one grade up from inadequate.
              2021: Inspection of local authority children's services; not the same test as before.
              On 3 December 2021 Knowsley was rated requires improvement for children's services overall, as before. https://files.ofsted.gov.uk/v1/file/50173304
              On 20 January 2025 Knowsley was rated inadequate for children's services overall, one grade down from requires improvement. https://files.ofsted.gov.uk/v1/file/50267008
              Of 96 spells at inadequate of all councils, 82 have ended with a better grade; an estimated half had a better grade after 3.0 years, a quarter after 2.3 years, three quarters after 3.8 years (requires improvement counts as recovered).

            Visits without a grade
              Visits are known from 1 April 2021 to 31 March 2025.
              In 2015 there was a follow-up visit.
              On 11 October 2022 there was a focused visit: "Children in need/subject to a plan".
              On 31 January 2024 there was a focused visit: "Care leavers".
              Shown, and not counted in any figure, because it is not known whether these are all: follow-up visit.
            """);
  }

  @Nested
  @DisplayName("leads with a paragraph that can be quoted as it stands")
  class Paragraph {
    @Test
    void whatSinceWhenWhatBeforeAndHowRare() {
      assertThat(paragraph("knowsley"))
          .isEqualTo(
              "As at 20 August 2026, Knowsley, a metropolitan district in the North West, is rated"
                  + " inadequate for the impact of leaders on social work practice, services for"
                  + " children who need help and protection and services for care leavers, and"
                  + " requires improvement for services for children in care. The report of 20"
                  + " January 2025 lowered three of the four grades (leadership and help and"
                  + " protection from requires improvement; services for care leavers from good)"
                  + " and left one as it was. Compare with care: not all of the grades before were"
                  + " given under the same framework and definition. Its overall grade has been"
                  + " inadequate since 20 January 2025; before that it was requires improvement. In"
                  + " England 8 of 153 councils with a grade (5 %) are rated inadequate for"
                  + " leadership, and 4 of 24 in the North West. Before Knowsley, the last"
                  + " comparable fall to inadequate for leadership was that of Halton (12 July"
                  + " 2024); there has been one since.");
    }

    /** Devon's last report is of May 2025, and confirms a grade of March 2020. */
    @Test
    void aGradeIsAsOldAsItsFirstReport() {
      assertThat(paragraph("devon"))
          .contains(
              "Devon has been rated inadequate for services for children in care since 17 March"
                  + " 2020, over two reports (not all the same test); before that, it was rated"
                  + " requires improvement for services for looked after children, including"
                  + " permanence: another test.",
              "Its overall grade has been inadequate since 17 March 2020, over two reports; before"
                  + " that it was requires improvement, by another test.");
      assertThat(show("devon")).contains("Inadequate            17 March 2020, 2 reports");
    }

    @Test
    void anOverallGradeThatIsNoLongerGivenIsHistory() {
      assertThat(paragraph("somerset"))
          .contains(
              "The report of 17 June 2026 lowered three of the four grades",
              "Somerset has no overall grade: Ofsted stopped giving one for inspections from April"
                  + " 2026. The last was good (21 September 2022).");
      assertThat(show("knowsley"))
          .contains(
              "The overall grade no longer leads: Ofsted stopped giving one for inspections from"
                  + " April 2026.");
    }

    @Test
    void theCityOfLondonIsNotABoroughAndABoroughKeepsItsName() {
      assertThat(paragraph("City of London"))
          .startsWith("As at 20 August 2026, City of London, in London, is rated outstanding for");
      assertThat(paragraph("Camden")).contains("Camden, a London borough in London, is rated");
      assertThat(paragraph("Hull"))
          .contains("Hull, a unitary authority in Yorkshire and The Humber, is rated");
    }

    @Test
    void yesterdaysReportIsOfTheDayBeforeTheStorys() {
      assertThat(paragraph("knowsley", "--as-at", "2014-07-01"))
          .contains("Yesterday's report (30 June 2014) lowered two of the four grades");
      assertThat(paragraph("knowsley", "--as-at", "2014-06-30"))
          .contains("Today's report (30 June 2014)");
      assertThat(paragraph("knowsley", "--as-at", "2014-07-02"))
          .contains("The report of 30 June 2014 lowered");
    }

    @Test
    void aPlannedChangeIsToldOnceItIsDecided() {
      String change =
          "Surrey is to close, and East Surrey and West Surrey to take over, on 1 April 2027"
              + " (Surrey (Structural Changes) Order 2026 (SI 2026/264), made on 10 March 2026).";
      assertThat(show("surrey")).containsOnlyOnce(change);
      assertThat(show("surrey", "--as-at", "2026-03-09")).doesNotContain("East Surrey", "2027");
    }
  }

  @Nested
  @DisplayName("says no more than the records know")
  class Records {
    @Test
    void aGradeIsForWhatWasJudged() {
      assertThat(show("herefordshire"))
          .contains(
              "  2012: Inspection of arrangements for the protection of children; not the same test"
                  + " as before.",
              "  On 19 October 2012 Herefordshire was rated inadequate for arrangements for the"
                  + " protection of children, one grade down from requires improvement.");
      assertThat(show("knowsley"))
          .contains("On 12 March 2010 Knowsley was rated good for safeguarding services,");
    }

    @Test
    void anotherWordingOfAGradeIsShown() {
      assertThat(show("cumbria"))
          .contains("Cumbria was rated requires improvement (printed as \"Adequate\") for");
    }

    @Test
    void theFirstGradeIsTheFirstInTheseRecords(@TempDir Path folder) throws IOException {
      assertThat(showOf(folder, "340,ilacs,2021-10-11,2021-12-03,Good,Good,Good,Good,\n", "340"))
          .contains(", the first in these records.")
          .contains("gave all three grades for the first time in these records")
          .doesNotContain("first rating");
    }

    @Test
    void anEstimateIsCalledOne() {
      assertThat(show("knowsley", "--line", "headline"))
          .contains(
              "Of 96 spells at inadequate of all councils, 82 have ended with a better grade; an"
                  + " estimated half had a better grade after 3.0 years, a quarter after 2.3 years,"
                  + " three quarters after 3.8 years (requires improvement counts as recovered).");
    }

    @Test
    void frameworksChangeOnce() {
      assertThat(
              show("knowsley", "--line", "headline")
                  .lines()
                  .filter(line -> line.contains("not the same test as before")))
          .containsExactly(
              "  2014: Single inspection framework; not the same test as before.",
              "  2021: Inspection of local authority children's services; not the same test as"
                  + " before.");
    }

    @Test
    void aJudgementOfTheLastReportThatCouldNotBeReadIsTold(@TempDir Path folder)
        throws IOException {
      String story =
          showOf(
              folder,
              """
              383,ilacs,2022-02-21,2022-05-09,Outstanding,Outstanding,Good,Outstanding,
              383,ilacs,2025-06-23,2025-08-12,Outstanding,Outstanding,Requires improvment,Outstanding,Good
              """,
              "leeds");

      assertThat(story)
          .contains(
              "The report of 12 August 2025 has another judgement, on services for children who"
                  + " need help and protection, which could not be read: \"Requires improvment\" is"
                  + " not a grade (")
          .contains(
              "records.csv, line 3; did it mean \"Requires improvement to be good\"?). An earlier"
                  + " grade is told instead.")
          .containsPattern("Children who need help and protection +Good +9 May 2022");
    }

    @Test
    void severalThatCouldNotBeReadAreToldOnceEach(@TempDir Path folder) throws IOException {
      String story =
          showOf(
              folder,
              """
              383,ilacs,2022-02-21,2022-05-09,Outstanding,Outstanding,Good,Outstanding,
              383,ilacs,2025-06-23,2025-08-12,Goood,Outstanding,Requires improvment,Outstanding,Good
              """,
              "leeds");
      assertThat(story)
          .containsOnlyOnce("has another judgement, on children's services overall,")
          .containsOnlyOnce(
              "has another judgement, on services for children who need help and protection,")
          .containsOnlyOnce("An earlier grade is told instead");
    }

    @Test
    void aReportThatSaysNotJudgedIsQuoted() {
      assertThat(show("isles of scilly"))
          .contains(
              "Isles of Scilly has no grade for adoption: its report of 27 June 2016 says \"Not"
                  + " judged\".");
      assertThat(show("city of london"))
          .contains(
              "City of London has no grade for adoption: its report of 20 September 2016 says \"Not"
                  + " judged\".");
    }

    @Test
    void aLineWithoutAnInspectionHasNoneInTheseRecords() {
      assertThat(show("knowsley", "--as-at", "2018-01-01"))
          .containsPattern("Area SEND, framework of 2016 +none in these records")
          .doesNotContain("not inspected");
    }

    @Test
    void visitsOfAClosedCouncilAreKnownUntilItClosed() {
      assertThat(show("bournemouth"))
          .contains("  How many visits there were before it closed is not known.")
          .doesNotContain("Visits are known from");
      assertThat(show("cumbria"))
          .contains("  Visits are known from 1 April 2021 to 31 March 2023.");
    }

    @Test
    void visitsAreKnownBetweenTwoDays() {
      assertThat(show("surrey"))
          .contains(
              "  Visits are known from 1 April 2021 to 31 March 2025.",
              "  On 6 March 2023 there was a joint targeted area inspection: \"Children and"
                  + " families who need help\".",
              "  Shown, and not counted in any figure, because it is not known whether these are"
                  + " all: joint targeted area inspection.");
      assertThat(show("surrey", "--as-at", "2023-06-30"))
          .contains("  Visits are known from 1 April 2021 to 30 June 2023.")
          .doesNotContain("16 April 2024");
      assertThat(show("knowsley", "--as-at", "2014-07-01"))
          .contains("  How many visits there were by then is not known.");
    }

    @Test
    void aWaitIsTheirPastAndNotASchedule() {
      assertThat(show("knowsley"))
          .contains(
              "The last full inspection of Knowsley started on 18 November 2024, and its report"
                  + " came out on 20 January 2025, 577 days (19 months) before 20 August 2026.",
              "After reports since 2021 whose lowest grade was inadequate (23), an estimated"
                  + " quarter of the next full inspections had started within 2.9 years, half"
                  + " within 3.1 years and three quarters within 3.5 years. This describes the past"
                  + " and is not a schedule of Ofsted's.");
    }
  }

  @Nested
  @DisplayName("calls other tests other tests")
  class OtherTests {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            leeds | 2012-01-01 | Leeds has been rated requires improvement for safeguarding services since 10 October 2011; before that it was inadequate.
            herefordshire | 2014-01-01 | Herefordshire has been rated inadequate for arrangements for the protection of children since 19 October 2012; before that, it was rated requires improvement for safeguarding services: another test.
            slough | 2014-02-11 | Slough has been rated inadequate for safeguarding services since 1 June 2011; these records have no grade before that.
            """)
    void aGradeForSomethingElseIsNoOverallGrade(String council, String day, String sentence) {
      assertThat(paragraph(council, "--as-at", day))
          .contains(sentence)
          .doesNotContain("overall grade");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            southwark | 2026-08-20 | Its overall grade has been good since 13 June 2017, over three reports of two kinds of inspection; before that, Southwark was rated good for safeguarding services: another test.
            hull | 2018-01-01 | Its overall grade has been requires improvement since 3 February 2015; before that, Hull was rated requires improvement for safeguarding services: another test.
            bournemouth | 2026-08-20 | Its overall grade had been requires improvement since 30 June 2014, over two reports of two kinds of inspection; before that, Bournemouth was rated good for safeguarding services: another test.
            leeds | 2026-08-20 | Its overall grade has been outstanding since 18 December 2018, over three reports; before that it was good, by another test.
            """)
    void theOverallGradeBeginsWithTheFirstReportThatGaveIt(
        String council, String day, String sentence) {
      assertThat(paragraph(council, "--as-at", day)).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"210", "308", "390", "802", "823", "872", "931"})
    void noOverallGradeIsOlderThanItsFramework(String laCode) {
      assertThat(paragraph(laCode))
          .contains("Its overall grade has been ")
          .doesNotContainPattern("overall grade has been [a-z ]+ since [^,;]*(2009|201[0-3])");
    }

    @Test
    void aLongTimeAtAGradeCanSpanOtherTests() {
      assertThat(paragraph("southwark"))
          .contains(
              "Southwark has been rated good for help and protection since 10 July 2012, over four"
                  + " reports of three kinds of inspection (not all the same test: the first judged"
                  + " safeguarding services); these records have no grade before that.");
      assertThat(show("southwark"))
          .containsPattern("Good +10 July 2012, 4 reports, not all the same test");
    }

    @Test
    void theGradesOfOthersAreForWhatTheyWereGivenFor() {
      assertThat(paragraph("knowsley", "--as-at", "2012-06-01"))
          .contains(
              "45 of 123 councils with a grade (37 %) are rated good for safeguarding services,");
      assertThat(paragraph("southwark", "--as-at", "2014-07-01"))
          .contains(
              "are rated good for safeguarding services or for what other tests judged in its"
                  + " place,");
      assertThat(paragraph("hull"))
          .contains("in Yorkshire and The Humber; not all of these grades are of the same test.");
    }

    @Test
    void aReportOfOnePartSaysWhichGradeItGave() {
      assertThat(paragraph("leeds", "--as-at", "2012-01-01"))
          .contains(
              "The report of 10 October 2011 raised the grade for safeguarding services from"
                  + " inadequate.");
    }

    @Test
    void onlyComparableFallsAndRisesAreCompared() {
      assertThat(paragraph("leeds"))
          .contains(
              "Before Leeds, no other council in these records had a comparable fall to good for"
                  + " help and protection; there has been one since.")
          .doesNotContain("Lincolnshire");
      assertThat(paragraph("devon")).doesNotContain("comparable");
    }

    @Test
    void thoseOfTheSameDayHaveASentenceOfTheirOwn() {
      assertThat(paragraph("west northamptonshire"))
          .contains(
              "Before West Northamptonshire, the last comparable rise to good for help and"
                  + " protection was that of Hull (18 May 2026); there have been two since."
                  + " Liverpool and North Northamptonshire rose to it in reports of the same day, 7"
                  + " July 2026.");
    }

    @Test
    void allCouncilsOfTheLastDayBeforeAreNamed(@TempDir Path folder) throws IOException {
      assertThat(
              showOf(
                  folder,
                  """
                  340,ilacs,2019-01-14,2019-02-20,Good,Good,Good,Good,
                  383,ilacs,2019-01-14,2019-02-20,Good,Good,Good,Good,
                  810,ilacs,2019-01-14,2019-02-20,Good,Good,Good,Good,
                  340,ilacs,2021-01-11,2021-02-20,Inadequate,Inadequate,Good,Good,
                  383,ilacs,2021-01-11,2021-02-20,Inadequate,Inadequate,Good,Good,
                  810,ilacs,2022-01-10,2022-02-21,Inadequate,Inadequate,Good,Good,
                  """,
                  "hull"))
          .contains(
              "Before Hull, the last comparable falls to inadequate for leadership were those of"
                  + " Knowsley and Leeds (20 February 2021); there has been none since.");
    }
  }

  @Nested
  @DisplayName("of a joint service")
  class Joint {
    private static final String RECORDS =
        """
        207;213,ilacs,2019-01-14,2019-02-20,Good,Good,Good,Good,
        340,ilacs,2019-02-04,2019-03-20,Good,Good,Good,Good,
        """;

    @Test
    void theHistorySaysThatItWasInspectedWithAnother(@TempDir Path folder) throws IOException {
      assertThat(showOf(folder, RECORDS, "westminster"))
          .contains(
              "On 20 February 2019 Westminster was rated good for children's services overall, in a"
                  + " joint inspection with Kensington and Chelsea, the first in these records.");
      assertThat(showFrom(folder.resolve("tables"), "knowsley")).doesNotContain("joint inspection");
    }

    @Test
    void aDayCountsItsReportOnce(@TempDir Path folder) throws IOException {
      assertThat(showOf(folder, RECORDS, "2019-02-20"))
          .contains(
              "One report came out on 20 February 2019, on Kensington and Chelsea and Westminster"
                  + " together, good for children's services overall.");
      Path tables = folder.resolve("tables");
      assertThat(showFrom(tables, "2019-02"))
          .contains(
              "One report came out in February 2019, on Kensington and Chelsea and Westminster"
                  + " together");
      assertThat(showFrom(tables, "2019-03-19"))
          .contains("20 February 2019 (one report) and 20 March 2019 (one report).");
    }
  }

  @Nested
  @DisplayName("among its neighbours")
  class AmongNeighbours {
    @Test
    void theyAreNamedWithTheirGradesAndTheModelsDate() {
      assertThat(show("knowsley"))
          .contains(
              "Knowsley has ten statistical neighbours (Department for Education's model of May"
                  + " 2025), the closest first: St Helens, Halton, Sunderland,",
              "  Leadership: outstanding: Sunderland, Hartlepool and County Durham; good: St"
                  + " Helens, Redcar and Cleveland, Sefton, South Tyneside and Liverpool; requires"
                  + " improvement: Wirral; inadequate: Halton. Nine stand better than Knowsley, one"
                  + " the same and none worse.");
    }

    @Test
    void aClosedCouncilHasNone() {
      assertThat(show("cumbria"))
          .contains(
              "Cumbria is closed and has no statistical neighbours (Department for Education's"
                  + " model of May 2025).")
          .doesNotContain("None of its");
    }
  }

  @Nested
  @DisplayName("a council that closed")
  class Closed {
    @Test
    void endsWithItsSuccessorsAndHowTheyAreRatedNow() {
      String story = show("cumbria");

      assertThat(story)
          .contains(
              "Cumbria, a county in the North West, closed on 1 April 2023. When it closed it was"
                  + " rated requires improvement for the impact of leaders on social work practice"
                  + " and services for children who need help and protection, and good for services"
                  + " for children in care (the last report came out on 15 November 2022).");
      assertThat(story.substring(story.indexOf("What came after")))
          .contains(
              "On 1 April 2023 its area passed to Cumberland and Westmorland and Furness, which"
                  + " both started without a rating.",
              "As at 20 August 2026, Cumberland (942) is rated good for the impact of leaders on"
                  + " social work practice,",
              "As at 20 August 2026, Westmorland and Furness (943) is rated good for");
    }

    @Test
    void isOpenInAStoryOfAnEarlierDay() {
      assertThat(show("cumbria", "--as-at", "2014-07-01"))
          .contains("As at 1 July 2014, Cumbria, a county in the North West, is rated")
          .doesNotContain("closed", "Cumberland", "2023");
    }
  }

  @Nested
  @DisplayName("area SEND")
  class AreaSend {
    @Test
    void isAChapterOfItsOwn() {
      String story = show("surrey");
      String send =
          story.substring(story.indexOf("Special educational needs and disabilities (SEND)"));

      assertThat(send)
          .contains(
              "the outcome for services for children with special educational needs and"
                  + " disabilities in Surrey, a county in the South East, is: inconsistent"
                  + " experiences and outcomes.",
              "On 8 December 2016 the outcome for services for children with special educational"
                  + " needs and disabilities in Surrey was: statement required, the first in these"
                  + " records.",
              "On 18 March 2019 there was an area send revisit: \"Sufficient progress in 4 of 5"
                  + " weaknesses\".",
              "is not a schedule of Ofsted and the Care Quality Commission's.")
          .doesNotContain("rated");
    }

    @Test
    void hasOutcomesAndNoGrades() {
      String story = show("leeds");
      assertThat(
              story
                  .substring(story.indexOf("Special educational needs and disabilities (SEND)"))
                  .replace("Visits without a grade", ""))
          .contains(
              "gave the outcome for the first time in these records",
              "no outcome: Portsmouth,",
              "Leeds has no outcome for services for children with special educational needs and"
                  + " disabilities under the framework of 2016: the report of 18 June 2026 did not"
                  + " judge it. The last was \"statement not required\" (16 February 2017).",
              "After reports since 2021 whose lowest outcome was")
          .doesNotContain("grade");
    }

    @Test
    void anInspectionWithoutAnOutcomeIsOneAllTheSame() {
      assertThat(show("slough"))
          .contains(
              "Slough has no outcome for services for children with special educational needs and"
                  + " disabilities under the framework of 2023: its report of 6 November 2025 is"
                  + " recorded as \"No outcome\".",
              "The last full inspection of Slough started on 7 July 2025, and its report came out"
                  + " on 6 November 2025");
    }
  }

  @Nested
  @DisplayName("as it was known on a day")
  class AsAt {
    @ParameterizedTest
    @ValueSource(strings = {"knowsley", "north yorkshire", "cumbria", "somerset", "bournemouth"})
    void nothingLaterIsInIt(String council) {
      assertThat(show(council, "--as-at", "2014-07-01")).doesNotContainPattern("201[5-9]|202\\d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"surrey", "hull", "rochdale"})
    void norIsAnythingOfAnotherScheme(String council) {
      assertThat(show(council, "--as-at", "2018-07-01"))
          .contains("Special educational needs and disabilities (SEND)")
          .doesNotContainPattern("2019|202\\d");
    }

    @Test
    void theGradesOfOthersAreThoseOfTheDay() {
      assertThat(paragraph("knowsley", "--as-at", "2014-07-01"))
          .contains(
              "In England 4 of 22 councils with a grade (18 %) are rated inadequate for leadership,"
                  + " and 1 of 2 in the North West.",
              "Its overall grade has been inadequate since 30 June 2014; before that, Knowsley was"
                  + " rated good for safeguarding services: another test.");
      assertThat(show("knowsley", "--as-at", "2014-07-01"))
          .contains(
              "(Department for Education's model; these records have only one, of a later date)",
              "Leadership: good: Hartlepool; no grade: St Helens, Halton,");
    }

    @Test
    void beforeTheFirstReportNothingIsKnown() {
      assertThat(paragraph("knowsley", "--as-at", "2009-09-01"))
          .isEqualTo(
              "As at 1 September 2009, these records have no grade for the children's services of"
                  + " Knowsley.");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            cumberland | 2014-07-01 | --as-at 2014-07-01: Cumberland did not exist on that day.
            knowsley   | 2009-01-01 | --as-at 2009-01-01: these records begin on 2009-08-07. Give a later day.
            knowsley   | 2032-01-01 | --as-at 2032-01-01: the tables end at 2026-08-20. Give an earlier day.
            2014-06-30 | 2014-07-01 | --as-at 2014-07-01: it is for the story of a council, and 2014-06-30 is a date.
            """)
    void aDayThatHasNoStory(String subject, String day, String message) {
      CommandLineRun run = run(reports, subject, "--as-at", day);
      assertThat(run.err().strip()).isEqualTo("gradeline: " + message);
      assertThat(run.status()).isEqualTo(2);
    }
  }

  @Nested
  @DisplayName("of a day")
  class OfADay {
    @Test
    void whatCameOutAndWhatEachWasBefore() {
      assertThat(show("2014-06-30"))
          .startsWith(
              """
              30 June 2014
                Five reports came out on 30 June 2014: two good, two requiring improvement and one inadequate for children's services overall.
                What each was before was another test, so compare with care.
              """
                  .replace("\n", System.lineSeparator()))
          .contains(
              "On 30 June 2014 Knowsley was rated inadequate for children's services overall, two"
                  + " grades down from good (12 March 2010, for safeguarding services: another"
                  + " test).",
              "Herefordshire was rated requires improvement for children's services overall, one"
                  + " grade up from inadequate (19 October 2012, for arrangements for the"
                  + " protection of children: another test).",
              "Oxfordshire was rated good for children's services overall, as before (6 May 2011,"
                  + " for safeguarding services: another test).",
              "North Yorkshire (815)",
              "Bournemouth (837)");
    }

    @Test
    void aMonthWithAndWithoutOverallGrades() {
      assertThat(show("2026-06"))
          .contains(
              "Eight reports came out in June 2026.",
              "The impact of leaders on social work practice: one good and one requiring"
                  + " improvement.",
              "Children's services overall: one good.",
              "Services for children with special educational needs and disabilities: inconsistent"
                  + " experiences and outcomes (two) and widespread and/or systemic failings"
                  + " (three).");
    }

    @Test
    void aDayWithoutReportsNamesTheNearest() {
      assertThat(show("2014-07-01"))
          .contains(
              "These records have no report with a grade that came out on 1 July 2014. The nearest"
                  + " days with reports are 30 June 2014 (five reports) and 7 July 2014 (one"
                  + " report).");
      assertThat(show("2026-12"))
          .contains("The nearest day with reports is 20 August 2026 (one report).");
    }

    @Test
    void aDayOfOneReport() {
      assertThat(show("2026-08-20"))
          .contains(
              "One report came out on 20 August 2026, outstanding for the impact of leaders on"
                  + " social work practice.");
      assertThat(show("2023-05-31", "--line", "send_2023"))
          .contains(
              "came out on 31 May 2023; the outcome for services for children with special"
                  + " educational needs and disabilities was: typically positive experiences and"
                  + " outcomes.");
    }

    @Test
    void anotherWordingOfAGradeIsShown() {
      assertThat(show("2012-07"))
          .contains(
              "Safeguarding services: eight good, one requiring improvement (printed as"
                  + " \"Adequate\") and two inadequate.",
              "Services for looked after children: requires improvement (printed as"
                  + " \"Adequate\"), ");
    }

    @Test
    void aJudgementOnTwoLinesIsToldOnce() {
      assertThat(show("2010-03-12"))
          .containsOnlyOnce("rated good for safeguarding services")
          .doesNotContain("Safeguarding services: good");
    }

    @Test
    void aDayThatIsNotInTheCalendar() {
      CommandLineRun run = run(reports, "2014-02-30");
      assertThat(run.err().strip())
          .isEqualTo(
              "gradeline: 2014-02-30 is not a date of the calendar. Write a day as yyyy-mm-dd, a"
                  + " month as yyyy-mm.");
      assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void theSameAsJson() throws IOException {
      JsonNode day = new ObjectMapper().readTree(show("2014-06-30", "--json"));
      assertThat(day.path("reports")).hasSize(5);
      assertThat(day.at("/reports/2/council").asText()).isEqualTo("Knowsley");
      assertThat(day.at("/reports/2/ratings/0/change").isInt()).isTrue();
      assertThat(day.at("/reports/2/ratings/0/change").asInt()).isEqualTo(-2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # by beginning, by word, by alias, by spelling
          Cheshire W     | Did you mean Cheshire West and Chester?
          Wrekin         | Did you mean Telford and Wrekin?
          Upon Hull      | Did you mean Hull?
          nowsley        | Did you mean Knowsley?
          # never for a code
          999            | Write its name or its code.
          """)
  void anUnknownName(String name, String advice) {
    CommandLineRun run = run(reports, name);
    assertThat(run.err().strip())
        .isEqualTo("gradeline: no council is called '" + name + "'. " + advice);
    assertThat(run.status()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"Cheshire West, 896", "Telford, 894", "Durham, 840", "Kingston, 314", "Scilly, 420"})
  void aNameThatPeopleUse(String name, String laCode) {
    assertThat(show(name)).contains("(" + laCode + ")");
  }

  @Test
  void tellsWhenALineIsNoLongerJudged() {
    assertThat(show("brent", "--line", "headline"))
        .contains(
            "Brent, a London borough in London, has no overall grade: Ofsted stopped giving one for"
                + " inspections from April 2026. The last was good (11 April 2023).");
    assertThat(show("941", "--line", "adoption"))
        .contains("has no grade for adoption: no inspection has given one.");
  }

  @Test
  void tellsTheSameAsJson() throws IOException {
    JsonNode story = new ObjectMapper().readTree(show("knowsley", "--json"));

    assertThat(story.path("council").asText()).isEqualTo("Knowsley");
    assertThat(story.path("paragraph").asText()).isEqualTo(paragraph("knowsley"));
    assertThat(story.at("/lines/in_care/latest/0/grade").asText())
        .isEqualTo("requires_improvement");
    assertThat(story.at("/judgements/2/grade_since").asText()).isEqualTo("2014-06-30");
    assertThat(story.at("/judgements/2/days_at_grade").isIntegralNumber()).isTrue();
    assertThat(story.at("/judgements/2/report").asText()).startsWith("https://");
    // Under the framework of 2023, it has no outcome yet.
    assertThat(story.at("/judgements/4/grade").isNull()).isTrue();
    assertThat(story.at("/lines/headline/trajectory")).hasSize(5);
    assertThat(story.at("/lines/headline/trajectory/0/change").isNull()).isTrue();
    assertThat(story.at("/lines/headline/trajectory/1/change").asInt()).isEqualTo(-2);
    assertThat(story.at("/lines/leadership/neighbour_grades")).hasSize(10);
    assertThat(story.at("/lines/leadership/neighbours/0/better").asInt()).isEqualTo(9);
    assertThat(story.at("/waiting/0/days_since_last").asInt()).isEqualTo(577);
    assertThat(story.at("/story/0/heading").asText()).isEqualTo("Knowsley (340)");
    assertThat(story.path("visits")).hasSize(3);
  }

  @Test
  void oneLineAsJson() throws IOException {
    JsonNode story = new ObjectMapper().readTree(show("knowsley", "--line", "in_care", "--json"));
    assertThat(story.path("lines")).hasSize(1);
    assertThat(story.path("judgements")).hasSize(1);
  }

  @Test
  void aResultThatCannotBeWrittenIsAFailure() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    StringWriter err = new StringWriter();
    String[] arguments = {
      "show", "knowsley", "--data", CommandLineRun.DATA.toString(), "--reports", reports.toString()
    };

    int status =
        Gradeline.execute(
            arguments, new PrintWriter(full, true, StandardCharsets.UTF_8), new PrintWriter(err));

    assertThat(status).isEqualTo(1);
    assertThat(err.toString().strip())
        .isEqualTo(
            "gradeline: the result could not be written to standard output. Check that there is"
                + " room where it goes.");
  }
}
