package org.gradeline.normalising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.normalising.Example.devon;
import static org.gradeline.normalising.Example.knowsley;
import static org.gradeline.normalising.Example.rejection;
import static org.gradeline.normalising.Example.visit;

import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates are ISO 8601, full or reduced, and follow each other as an inspection does. */
class DatesTest {

  @Test
  void anInspectionNeedsItsPublicationDate() {
    Example record = knowsley().without(Field.PUBLISHED_DATE);

    assertThat(record.result().records()).isEmpty();
    assertThat(record.issues())
        .containsExactly(
            rejection(
                IssueType.MISSING_DATE,
                "published_date",
                "",
                "the inspection has no publication date. It counts from that day, so fill it in.",
                "yyyy-mm-dd"));
  }

  @Test
  void aVisitNeedsAStartOrAPublicationDate() {
    assertThat(visit().result().records()).isNotEmpty();
    assertThat(visit().without(Field.START_DATE).with(Field.PUBLISHED_DATE, "2022-03-04").issues())
        .isEmpty();
    assertThat(visit().without(Field.START_DATE).issues())
        .containsExactly(
            rejection(
                IssueType.MISSING_DATE,
                "published_date",
                "",
                "the visit has no start date and no publication date. Fill in one of them.",
                "yyyy-mm-dd"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30 June 2014",
        "2014-6-30",
        "2014-06-31",
        "2014-02-29",
        "2014-13",
        "2014-00",
        "2014-06-00",
        "14-06-30",
        "201406",
        "20140630",
        "2014-W26",
        "0000-06-30",
        "41820",
      })
  void whatIsNotADateOfTheCalendarIsRejected(String text) {
    Example record = knowsley().with(Field.PUBLISHED_DATE, text);

    assertThat(record.result().records()).isEmpty();
    assertThat(record.issues())
        .containsExactly(
            rejection(
                IssueType.INVALID_DATE,
                "published_date",
                text,
                "'" + text + "' is not a date. Write it as yyyy-mm-dd, yyyy-mm or yyyy.",
                "yyyy-mm-dd"));
  }

  @ParameterizedTest
  @CsvSource({
    "30/06/2014, '[d/m/yyyy]'",
    "1/6/2014,   '[d/m/yyyy], or [m/d/yyyy] if the month comes first,'",
    "06/30/2014, '[m/d/yyyy]'",
    "30.06.2014, '[d.m.yyyy]'",
    "30-06-2014, '[d-m-yyyy]'",
    "30/06/14,   '[d/m/yy]'"
  })
  void aDateInNumbersIsNotGuessedAndTheMessageSaysWhatALayoutCanSay(String text, String form) {
    assertThat(knowsley().with(Field.PUBLISHED_DATE, text).issues())
        .containsExactly(
            rejection(
                IssueType.INVALID_DATE,
                "published_date",
                text,
                "'"
                    + text
                    + "' is not a date. Write it as yyyy-mm-dd, yyyy-mm or yyyy. Or, if all dates"
                    + " of the file are like this, give it a layout with dates: "
                    + form
                    + " and name that with --layout; data/README.md says how.",
                "yyyy-mm-dd"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2014-06-30T09:00", "2014-06-29T23:00:00Z", "2014-06-30 12:30:00.5"})
  void anotherTimeThanMidnightMayBeAnotherDayElsewhere(String text) {
    assertThat(knowsley().with(Field.PUBLISHED_DATE, text).issues())
        .containsExactly(
            rejection(
                IssueType.INVALID_DATE,
                "published_date",
                text,
                "'"
                    + text
                    + "' is not a date. It has a time that is not midnight, and the day may be"
                    + " another where the inspection was. Write the day alone, as yyyy-mm-dd.",
                "yyyy-mm-dd"));
  }

  @ParameterizedTest
  @CsvSource({
    "1926-11-03, 'in the year 1926, and records begin in 1990'",
    "1989-12,    'in the year 1989, and records begin in 1990'",
    "0014-06-30, 'in the year 14, and records begin in 1990'",
    "2100,       'in the year 2100, which is after 2099'",
    "9999-12-31, 'in the year 9999, which is after 2099'",
  })
  void aYearInWhichThereWasNoInspectionIsRejected(String text, String why) {
    assertThat(knowsley().with(Field.START_DATE, text).issues())
        .containsExactly(
            rejection(
                IssueType.INVALID_DATE,
                "start_date",
                text,
                "'" + text + "' is " + why + ". Correct the year.",
                ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1990-01-01", "1990", "2099-12-31"})
  void theFirstAndTheLastYearAreYears(String text) {
    assertThat(knowsley().with(Field.END_DATE, text).issues())
        .noneMatch(issue -> issue.type() == IssueType.INVALID_DATE);
  }

  @ParameterizedTest
  @EnumSource(names = {"START_DATE", "END_DATE", "PUBLISHED_DATE"})
  void everyDateIsLookedAt(Field field) {
    assertThat(knowsley().with(field, "soon").issues())
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.type()).isEqualTo(IssueType.INVALID_DATE);
              assertThat(issue.field()).isEqualTo(field.key());
              assertThat(issue.value()).isEqualTo("soon");
            });
  }

  @ParameterizedTest
  @CsvSource({"2014-06-30", "2014-06", "2014", "' 2014-06-30 '", "２０１４-06-30", "2016-02-29"})
  void aDateMayBeKnownToTheMonthOrTheYear(String text) {
    Example record =
        knowsley()
            .without(Field.START_DATE)
            .without(Field.END_DATE)
            .with(Field.PUBLISHED_DATE, text);

    assertThat(record.inspection().published()).hasToString(text.strip().replace("２０１４", "2014"));
  }

  @ParameterizedTest
  @CsvSource({
    // start, end, published, field, value, what is wrong
    "2014-05-21, 2014-04-29, 2014-06-30, end_date, 2014-04-29,"
        + " the end date 2014-04-29 is before the start date 2014-05-21",
    "2014-05, 2014-04-30, 2014-06-30, end_date, 2014-04-30,"
        + " the end date 2014-04-30 is before the start date 2014-05",
    "2014-04-29, 2014-05-21, 2014-04-28, published_date, 2014-04-28,"
        + " the publication date 2014-04-28 is before the start date 2014-04-29",
    "2014-04-29, '', 2014-03, published_date, 2014-03,"
        + " the publication date 2014-03 is before the start date 2014-04-29",
    "2017-09, '', 2017-08-31, published_date, 2017-08-31,"
        + " the publication date 2017-08-31 is before the start date 2017-09",
    "2014-04-29, '', 2013, published_date, 2013,"
        + " the publication date 2013 is before the start date 2014-04-29",
  })
  void datesThatCannotFollowEachOtherAreRejected(
      String start, String end, String published, String field, String value, String wrong) {
    Example record =
        knowsley()
            .with(Field.START_DATE, start)
            .with(Field.END_DATE, end)
            .with(Field.PUBLISHED_DATE, published);

    assertThat(record.result().records()).isEmpty();
    assertThat(record.issues())
        .containsExactly(
            rejection(IssueType.DATE_ORDER, field, value, wrong + ". Fix one of them.", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "2014-04-29, 2014-04-29, 2014-04-29",
    "2014-04-29, 2014-04,    2014-04",
    "2014-04-29, 2014,       2014",
    "2017-09,    2017-09-01, 2017-09-01",
    "2017,       2017-01-01, 2017-01-01",
    "'',         2014-05-21, 2014-05-01",
  })
  void datesThatMayFollowEachOtherAreTaken(String start, String end, String published) {
    Example record =
        knowsley()
            .with(Field.START_DATE, start)
            .with(Field.END_DATE, end)
            .with(Field.PUBLISHED_DATE, published);

    assertThat(record.result().records()).isNotEmpty();
  }

  @Test
  void visitsFollowTheSameOrder() {
    assertThat(visit().with(Field.PUBLISHED_DATE, "2022-02-01").issues())
        .extracting(QualityIssue::type)
        .containsExactly(IssueType.DATE_ORDER);
  }

  @Test
  void datesAreKeptAsPrinted() {
    assertThat(devon().inspection().start()).hasToString("2024-09-30");
    assertThat(devon().inspection().end()).hasToString("2024-10-11");
    assertThat(devon().inspection().published()).hasToString("2025-05-13");
    assertThat(visit().accepted().start()).hasToString("2022-02-02");
    assertThat(visit().accepted().published()).isNull();
  }
}
