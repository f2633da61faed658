package org.gradeline.normalising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.normalising.Example.devon;
import static org.gradeline.normalising.Example.knowsley;
import static org.gradeline.normalising.Example.rejection;
import static org.gradeline.normalising.Example.visit;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import org.gradeline.normalising.QualityIssue.Rejection;
import org.gradeline.reading.Unreadable;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a record is rejected for, and what its user reads. Dates have a test of their own. */
class RejectedRecordsTest {
  private static String fix(Field field, String nearest) {
    String meant = nearest.isEmpty() ? "" : "Did you mean '" + nearest + "'? ";
    return meant
        + switch (field) {
          case COUNCIL ->
              "Correct it, or add the name to reference/council_aliases.csv (a joint service with"
                  + " the codes of its councils, such as 207;213).";
          case GSS_CODE -> "Correct it, or add the code to reference/council_codes.csv.";
          default -> "Correct it, or add the council to reference/councils.csv.";
        };
  }

  @ParameterizedTest
  @MethodSource
  void aRecordThatNamesNoCouncilIsRejected(Example record) {
    assertThat(record.result().records()).isEmpty();
    assertThat(record.issues())
        .containsExactly(
            rejection(
                IssueType.MISSING_COUNCIL,
                "la_code",
                "",
                "the record does not name a council. Fill in la_code, gss_code, urn or council.",
                ""));
  }

  static List<Example> aRecordThatNamesNoCouncilIsRejected() {
    Example nameless = knowsley().without(Field.LA_CODE).without(Field.COUNCIL);
    return List.of(
        nameless, nameless.with(Field.COUNCIL, "  "), nameless.with(Field.LA_CODE, "\u00A0"));
  }

  @ParameterizedTest
  @CsvSource({
    "LA_CODE,   3400,                 ''", // a code that looks alike is of anybody
    "LA_CODE,   999,                  ''",
    "LA_CODE,   Knowsley,             ''",
    "GSS_CODE,  E0800011,             ''",
    "GSS_CODE,  e0800O011,            ''",
    "GSS_CODE,  W06000015,            ''",
    "URN,       804600,               ''",
    "COUNCIL,   Knowsly,              Knowsley",
    "COUNCIL,   North Yorkshre Council, North Yorkshire",
    "COUNCIL,   North Yorks,          North Yorkshire",
    "COUNCIL,   Kingston upon Thames Royal, Kingston upon Thames",
    "COUNCIL,   Bornemouth Christchurch & Pool, 'Bournemouth, Christchurch and Poole'",
    "COUNCIL,   Atlantis,             ''",
    "COUNCIL,   ?,                    ''",
  })
  void anUnknownCouncilIsRejectedAndTheNearestIsOnlySuggested(
      Field field, String value, String nearest) {
    Example record = knowsley().without(Field.LA_CODE).without(Field.COUNCIL).with(field, value);

    assertThat(record.result().records()).isEmpty();
    assertThat(record.issues())
        .containsExactly(
            rejection(
                IssueType.UNKNOWN_COUNCIL,
                field.key(),
                value,
                field.key() + " '" + value + "' is not a known council. " + fix(field, nearest),
                nearest));
  }

  @Test
  void anUnknownCodeBesideAKnownNameIsRejectedToo() {
    assertThat(knowsley().with(Field.GSS_CODE, "E08000999").issues())
        .containsExactly(
            rejection(
                IssueType.UNKNOWN_COUNCIL,
                "gss_code",
                "E08000999",
                "gss_code 'E08000999' is not a known council. " + fix(Field.GSS_CODE, ""),
                ""));
  }

  @ParameterizedTest
  @MethodSource
  void codesAndNamesOfTwoCouncilsAreRejected(
      Example record, String field, String value, String message, String suggestion) {
    assertThat(record.result().records()).isEmpty();
    assertThat(record.issues())
        .containsExactly(rejection(IssueType.COUNCIL_MISMATCH, field, value, message, suggestion));
  }

  static List<Arguments> codesAndNamesOfTwoCouncilsAreRejected() {
    return List.of(
        arguments(
            knowsley().with(Field.COUNCIL, "St Helens"),
            "council",
            "St Helens",
            "la_code '340' is Knowsley, but council 'St Helens' is St Helens. Make them agree.",
            "Knowsley (340) or St Helens (342)"),
        arguments(
            knowsley().with(Field.GSS_CODE, "E08000012"),
            "gss_code",
            "E08000012",
            "la_code '340' is Knowsley, but gss_code 'E08000012' is Liverpool. Make them agree.",
            "Knowsley (340) or Liverpool (341)"),
        // The county of Dorset was abolished in 2019; its name is not that of its successor.
        arguments(
            devon().with(Field.LA_CODE, "838").with(Field.COUNCIL, "Dorset County Council"),
            "council",
            "Dorset County Council",
            "la_code '838' is Dorset, but council 'Dorset County Council' is Dorset County Council."
                + " Make them agree.",
            "Dorset (838) or Dorset County Council (835)"));
  }

  @ParameterizedTest
  @CsvSource({
    // Knowsley's of 2014, under the wrong framework.
    "ilacs, 2014-04-29, start_date, 2014-04-29, from 2018-01-01, started on 2014-04-29, sif",
    "ilacs, 2014-04,    start_date, 2014-04,    from 2018-01-01, started in 2014-04,    sif",
    "ilacs, 2014,       start_date, 2014,       from 2018-01-01, started in 2014,       sif",
    "tlac,  2014-04-29, start_date, 2014-04-29, from 2013-05-01 to 2013-09-30,"
        + " started on 2014-04-29, sif",
  })
  void anInspectionStartsBetweenTheDaysOfItsFramework(
      String framework,
      String start,
      String field,
      String value,
      String days,
      String started,
      String suggestion) {
    Example record =
        knowsley()
            .withoutJudgements()
            .judged("overall_effectiveness", "Inadequate")
            .with(Field.FRAMEWORK, framework)
            .with(Field.START_DATE, start);

    assertThat(record.result().records()).isEmpty();
    assertThat(record.issues())
        .containsExactly(
            rejection(
                IssueType.OUTSIDE_FRAMEWORK,
                field,
                value,
                "the framework '"
                    + framework
                    + "' is for inspections that start "
                    + days
                    + ", but this one "
                    + started
                    + ". Fix the framework or the date."
                    + (suggestion.isEmpty() ? "" : " In use then: " + suggestion + "."),
                suggestion));
  }

  @Test
  void withoutAStartThePublicationMustBeBetweenTheDaysOfTheFramework() {
    Example record =
        knowsley()
            .without(Field.START_DATE)
            .without(Field.END_DATE)
            .with(Field.PUBLISHED_DATE, "2019-02-01");

    assertThat(record.issues())
        .containsExactly(
            rejection(
                IssueType.OUTSIDE_FRAMEWORK,
                "published_date",
                "2019-02-01",
                "the framework 'sif' is for inspections that start from 2013-11-01 to 2018-08-31,"
                    + " but this one was published on 2019-02-01. Fix the framework or the date,"
                    + " or fill in the start date.",
                ""));
    assertThat(record.with(Field.START_DATE, "2018-08-31").result().records()).hasSize(1);
  }

  @Test
  void aVisitMayFollowLongAfterTheLastDayOfItsFramework() {
    assertThat(
            visit()
                .with(Field.FRAMEWORK, "send_2016")
                .with(Field.INSPECTION_TYPE, "Area SEND revisit")
                .with(Field.START_DATE, "2023-03-06")
                .result()
                .records())
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource
  void aCouncilTakesNoReportBeforeItOpenedAndNoInspectorsAfterItClosed(
      Example record, String field, String value, String message, String suggestion) {
    assertThat(record.result().records()).isEmpty();
    assertThat(record.issues())
        .containsExactly(
            rejection(
                IssueType.COUNCIL_NOT_OPEN,
                field,
                value,
                message + ": " + suggestion + ".",
                suggestion));
  }

  static List<Arguments> aCouncilTakesNoReportBeforeItOpenedAndNoInspectorsAfterItClosed() {
    Example dorset2016 =
        knowsley()
            .without(Field.LA_CODE)
            .without(Field.START_DATE)
            .without(Field.END_DATE)
            .with(Field.PUBLISHED_DATE, "2016-05-23")
            .with(Field.COUNCIL, "Dorset");
    Example cumbria2023 =
        devon()
            .with(Field.LA_CODE, "909")
            .with(Field.START_DATE, "2023-04-01")
            .without(Field.END_DATE);
    return List.of(
        arguments(
            dorset2016,
            "published_date",
            "2016-05-23",
            "Dorset (838) opened on 2019-04-01, after this report. Name its predecessor",
            "Dorset County Council (835)"),
        arguments(
            dorset2016.with(Field.COUNCIL, "BCP").with(Field.PUBLISHED_DATE, "2018"),
            "published_date",
            "2018",
            "Bournemouth, Christchurch and Poole (839) opened on 2019-04-01, after this report."
                + " Name its predecessor",
            "Dorset County Council (835); Poole (836); Bournemouth (837)"),
        arguments(
            visit().with(Field.LA_CODE, "942"),
            "start_date",
            "2022-02-02",
            "Cumberland (942) opened on 2023-04-01, after this report. Name its predecessor",
            "Cumbria (909)"),
        arguments(
            cumbria2023,
            "start_date",
            "2023-04-01",
            "Cumbria (909) closed on 2023-04-01, before this inspection. Name its successor",
            "Cumberland (942); Westmorland and Furness (943)"),
        arguments(
            cumbria2023.with(Field.START_DATE, "2023-05"),
            "start_date",
            "2023-05",
            "Cumbria (909) closed on 2023-04-01, before this inspection. Name its successor",
            "Cumberland (942); Westmorland and Furness (943)"));
  }

  @ParameterizedTest
  @CsvSource({
    "909, 2023-03-31, 2023-06-01", // reported on after it closed
    "909, 2023,       2023-06-01", // may have started before it closed
    "838, '',         2019", // may have been published after it opened
    "838, '',         2019-04-01",
    "825, 2018-06-04, 2018-08-01", // Buckinghamshire is one council under two codes
  })
  void whatADateLeavesOpenIsGivenTheBenefitOfTheDoubt(
      String laCode, String start, String published) {
    Example record =
        devon()
            .with(Field.LA_CODE, laCode)
            .with(Field.START_DATE, start)
            .without(Field.END_DATE)
            .with(Field.PUBLISHED_DATE, published);

    assertThat(record.result().records()).isNotEmpty();
  }

  @Test
  void judgementsNeedAFramework() {
    Example record = knowsley().without(Field.FRAMEWORK);

    assertThat(record.result().records()).isEmpty();
    assertThat(record.issues())
        .containsExactly(
            rejection(
                IssueType.MISSING_FRAMEWORK,
                "framework",
                "",
                "the record has judgements but no framework. Fill in the column 'framework'.",
                ""));
  }

  @ParameterizedTest
  @CsvSource({
    "SIFF, sif",
    "ilac, ilacs",
    "slaac, slac",
    "lscb review, ''",
    "short, ''",
    "2018, ''"
  })
  void anUnknownFrameworkIsRejected(String text, String nearest) {
    Example record = knowsley().with(Field.FRAMEWORK, text);

    assertThat(record.result().records()).isEmpty();
    assertThat(record.issues())
        .containsExactly(
            rejection(
                IssueType.UNKNOWN_FRAMEWORK,
                "framework",
                text,
                "'"
                    + text
                    + "' is not a known framework. "
                    + (nearest.isEmpty()
                        ? "Use one of: cpi, ilacs, lscb, send_2016, send_2023, sif, slac, tlac."
                        : "Did you mean '" + nearest + "'?"),
                nearest));
  }

  @ParameterizedTest
  @CsvSource({"SIF", "' sif '", "Sif", "'s\u200Bif'", "ｓｉｆ"})
  void aFrameworkIsReadInAnyCase(String text) {
    assertThat(knowsley().with(Field.FRAMEWORK, text).result().records()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"single", "''", "Standard"})
  void aRecordWithoutJudgementsMustBeAVisit(String type) {
    Example record = knowsley().withoutJudgements().with(Field.INSPECTION_TYPE, type);

    assertThat(record.result().records()).isEmpty();
    assertThat(record.issues())
        .containsExactly(
            rejection(
                IssueType.NO_JUDGEMENT,
                "inspection_type",
                type,
                "the record has no judgement, and "
                    + (type.isEmpty()
                        ? "no inspection type"
                        : "'" + type + "' is not a kind of visit")
                    + ". Fill in an area, or name the kind of visit: monitoring visit; focused"
                    + " visit; follow-up visit; joint targeted area inspection; area send revisit.",
                "monitoring visit; focused visit; follow-up visit;"
                    + " joint targeted area inspection; area send revisit"));
  }

  @ParameterizedTest
  @CsvSource({
    "malformed_row, MALFORMED_ROW",
    "malformed_json, MALFORMED_JSON",
    "unreadable_file, UNREADABLE_FILE",
    "unknown_layout, UNKNOWN_LAYOUT"
  })
  void aPlaceThatCannotBeReadIsARejectedRecord(String named, IssueType type) {
    Unreadable place =
        new Unreadable(
            7,
            Unreadable.Rule.valueOf(type.name()),
            "2 cells",
            "what is wrong",
            "what to do",
            "340,x");

    Normaliser.Result result = new Normaliser(Example.REFERENCE, Example.TODAY).normalise(5, place);

    assertThat(type.key()).isEqualTo(named);
    assertThat(result.records()).isEmpty();
    assertThat(result.judgementsRead()).isZero();
    assertThat(result.judgementsRejected()).isZero();
    assertThat(result.issues())
        .containsExactly(
            new Rejection(5, 7, type, "", "2 cells", "what is wrong", "what to do", "340,x"));
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleOfTheReadersIsOneOfTheIssueTypes(Unreadable.Rule rule) {
    Unreadable place = new Unreadable(1, rule, "", "what is wrong", "what to do", "");

    assertThat(
            new Normaliser(Example.REFERENCE, Example.TODAY)
                .normalise(0, place).issues().stream().map(issue -> issue.type().name()))
        .containsExactly(rule.name());
  }

  @Test
  void theFirstRuleThatIsBrokenIsTheOneThatIsReported() {
    Example record =
        knowsley()
            .with(Field.LA_CODE, "999")
            .with(Field.FRAMEWORK, "siff")
            .with(Field.START_DATE, "soon")
            .without(Field.PUBLISHED_DATE)
            .withoutJudgements();

    assertThat(type(record)).isEqualTo(IssueType.UNKNOWN_COUNCIL);
    record = record.with(Field.LA_CODE, "838").with(Field.COUNCIL, "Dorset");
    assertThat(type(record)).isEqualTo(IssueType.UNKNOWN_FRAMEWORK);
    record = record.with(Field.FRAMEWORK, "sif");
    assertThat(type(record)).isEqualTo(IssueType.INVALID_DATE);
    record = record.with(Field.START_DATE, "2016-02-01");
    assertThat(type(record)).isEqualTo(IssueType.MISSING_DATE);
    record = record.with(Field.PUBLISHED_DATE, "2016-01-01");
    assertThat(type(record)).isEqualTo(IssueType.DATE_ORDER);
    record = record.with(Field.PUBLISHED_DATE, "2016-05-23").without(Field.END_DATE);
    assertThat(type(record)).isEqualTo(IssueType.COUNCIL_NOT_OPEN);
    assertThat(type(record.judged("lscb", "Good").with(Field.FRAMEWORK, "ilacs")))
        .isEqualTo(IssueType.OUTSIDE_FRAMEWORK);
    record = record.with(Field.LA_CODE, "835").with(Field.COUNCIL, "Dorset County Council");
    assertThat(type(record)).isEqualTo(IssueType.NO_JUDGEMENT);
    record = record.judged("overall_effectiveness", "Requires improvement");
    assertThat(record.issues()).isEmpty();
  }

  private static IssueType type(Example record) {
    assertThat(record.result().records()).isEmpty();
    assertThat(record.issues()).hasSize(1).first().isInstanceOf(Rejection.class);
    return record.issues().get(0).type();
  }

  @Test
  void allJudgementsOfARejectedRecordAreRejectedWithIt() {
    Normaliser.Result result = knowsley().with(Field.LA_CODE, "999").result();

    assertThat(result.judgementsRead()).isEqualTo(2);
    assertThat(result.judgementsRejected()).isEqualTo(2);
  }
}
