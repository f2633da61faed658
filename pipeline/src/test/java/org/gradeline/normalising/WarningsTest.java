package org.gradeline.normalising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.gradeline.normalising.Example.devon;
import static org.gradeline.normalising.Example.knowsley;
import static org.gradeline.normalising.Example.visit;
import static org.gradeline.normalising.Example.warning;

import java.util.Locale;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is used as it stands, and should be looked at by a person. */
class WarningsTest {

  @ParameterizedTest
  @CsvSource({
    "Knowsley MBC children's directorate",
    "'Knowsley, Metropolitan Borough of'",
    "340 - Knowsley",
  })
  void anUnknownNameBesideCodesThatAgreeIsDoubted(String name) {
    Example record = knowsley().with(Field.COUNCIL, name).with(Field.GSS_CODE, "E08000011");

    assertThat(record.result().records()).hasSize(1);
    assertThat(record.issues())
        .containsExactly(
            warning(
                IssueType.DOUBTFUL_NAME,
                "council",
                name,
                "council '"
                    + name
                    + "' is not a known name, and la_code '340' is Knowsley (340), which is used."
                    + " If it is right, add the name to reference/council_aliases.csv"));
  }

  @Test
  void aNameOfTwoCouncilsIsDecidedByTheCodeAndDoubted() {
    Example record =
        knowsley()
            .with(Field.LA_CODE, "835")
            .with(Field.COUNCIL, "Dorset")
            .with(Field.GSS_CODE, "E10000009");

    assertThat(record.result().records()).hasSize(1);
    assertThat(record.issues())
        .containsExactly(
            warning(
                IssueType.DOUBTFUL_NAME,
                "council",
                "Dorset",
                "council 'Dorset' is a name of Dorset County Council (835) and of Dorset (838);"
                    + " la_code '835' is Dorset County Council (835), which is used"));
  }

  @ParameterizedTest
  @CsvSource({
    "340, E08000011, Liverpool,         COUNCIL_MISMATCH", // the name of another council
    "340, E08000012, Knowsley children, COUNCIL_MISMATCH", // codes that disagree
    "340, E99999999, Knowsley children, UNKNOWN_COUNCIL",
    "'',  '',        Knowsley children, UNKNOWN_COUNCIL", // nothing else says which council
  })
  void otherwiseNamesAndCodesMustAgree(String code, String gss, String name, IssueType type) {
    Example record =
        knowsley().with(Field.LA_CODE, code).with(Field.GSS_CODE, gss).with(Field.COUNCIL, name);

    assertThat(record.result().records()).isEmpty();
    assertThat(record.issues()).extracting(QualityIssue::type).containsExactly(type);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-09-30, 2025-05-13, 225", // Devon
    "2022-12-05, 2023-05-10, 156", // South Tyneside
    "2024-01-01, 2024-05-31, 151",
  })
  void aReportThatTakesMoreThan150DaysIsLate(String start, String published, long days) {
    Example record =
        devon()
            .with(Field.START_DATE, start)
            .without(Field.END_DATE)
            .with(Field.PUBLISHED_DATE, published);

    assertThat(record.result().records()).isNotEmpty();
    assertThat(record.issues())
        .containsExactly(
            warning(
                IssueType.LATE_PUBLICATION,
                "published_date",
                published,
                "published " + days + " days after the start " + start));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-01, 2024-05-30", // 150 days
    "2024-01-01, 2024-01-01",
    "2023-12,    2024-12-31", // days cannot be counted from a month
    "2023-12-01, 2024",
  })
  void anyOtherReportIsNotLate(String start, String published) {
    Example record =
        devon()
            .with(Field.START_DATE, start)
            .without(Field.END_DATE)
            .with(Field.PUBLISHED_DATE, published);

    assertThat(record.issues()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"sif,   2014-06-30, lscb", "ilacs, 2019-04-12, in_care", "lscb,  2015-08-03, lscb"})
  void aStartDateThatIsUsuallyKnownIsMissed(String framework, String published, String area) {
    assertThat(withoutStart(framework, published, area).issues())
        .containsExactly(
            warning(
                IssueType.MISSING_START_DATE,
                "start_date",
                "",
                framework + " records usually have a start date"));
  }

  @ParameterizedTest
  @CsvSource({
    "slac, 2010-03-12, safeguarding",
    "cpi,  2012-10-19, overall_effectiveness",
    "tlac, 2013-08-02, overall_effectiveness"
  })
  void aStartDateThatNobodyKnowsIsNotMissed(String framework, String published, String area) {
    assertThat(withoutStart(framework, published, area).issues()).isEmpty();
  }

  private static Example withoutStart(String framework, String published, String area) {
    return knowsley()
        .without(Field.START_DATE)
        .without(Field.END_DATE)
        .with(Field.PUBLISHED_DATE, published)
        .with(Field.FRAMEWORK, framework)
        .withoutJudgements()
        .judged(area, "Good");
  }

  @Test
  void aVisitsStartDateIsNotMissed() {
    Example record = visit().without(Field.START_DATE).with(Field.PUBLISHED_DATE, "2022-03-04");

    assertThat(record.issues()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-07-02", "2026-08", "2027"})
  void aDateBehindTheDayOfTheRunIsInTheFuture(String published) {
    Example record = devon().with(Field.START_DATE, "2026-03-20").without(Field.END_DATE);

    assertThat(record.with(Field.PUBLISHED_DATE, published).issues())
        .containsExactly(
            warning(
                IssueType.FUTURE_DATE,
                "published_date",
                published,
                "published_date " + published + " is in the future. Correct it if it is a slip"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-07-01", "2026-07", "2026"})
  void aDateThatMayBeOfTodayIsNot(String published) {
    Example record = devon().with(Field.START_DATE, "2026-03-20").without(Field.END_DATE);

    assertThat(record.with(Field.PUBLISHED_DATE, published).issues()).isEmpty();
  }

  @Test
  void everyDateInTheFutureIsReported() {
    Example record =
        devon()
            .with(Field.START_DATE, "2027-01-04")
            .with(Field.END_DATE, "2027-01-08")
            .with(Field.PUBLISHED_DATE, "2027-02-10")
            .withoutJudgements()
            .judged("in_care", "Good");

    assertThat(record.result().records()).isNotEmpty();
    assertThat(record.issues())
        .extracting(QualityIssue::type, QualityIssue::field)
        .containsExactly(
            tuple(IssueType.FUTURE_DATE, "start_date"),
            tuple(IssueType.FUTURE_DATE, "end_date"),
            tuple(IssueType.FUTURE_DATE, "published_date"));
  }

  @ParameterizedTest
  @CsvSource({
    "370, Barnsley,        E08000016, E08000038, 2025-04-01",
    "373, Sheffield,       E08000019, E08000039, 2025-04-01",
    "390, Gateshead,       E08000020, E08000037, 2013-04-01",
    "815, North Yorkshire, E10000023, E06000065, 2023-04-01",
    "825, Buckinghamshire, E10000002, E06000060, 2020-04-01",
    "929, Northumberland,  E06000048, E06000057, 2013-04-01",
    "933, Somerset,        e10000027, E06000066, 2023-04-01",
  })
  void aCodeThatHasBeenReplacedIsReported(
      String laCode, String name, String old, String current, String since) {
    Example record = knowsley().with(Field.LA_CODE, laCode).without(Field.COUNCIL);

    assertThat(record.with(Field.GSS_CODE, current).issues()).isEmpty();
    assertThat(record.with(Field.GSS_CODE, current.toLowerCase(Locale.ROOT)).issues()).isEmpty();
    assertThat(record.with(Field.GSS_CODE, old).inspection())
        .isEqualTo(record.with(Field.GSS_CODE, current).inspection());
    assertThat(record.with(Field.GSS_CODE, old).issues())
        .containsExactly(
            warning(
                IssueType.SUPERSEDED_CODE,
                "gss_code",
                old,
                name + " has had the code " + current + " since " + since));
  }

  @Test
  void theLastCodeOfAnAbolishedCouncilIsItsOwn() {
    Example record =
        knowsley()
            .without(Field.LA_CODE)
            .with(Field.COUNCIL, "Cumbria")
            .with(Field.GSS_CODE, "E10000006");

    assertThat(record.issues()).isEmpty();
  }
}
