package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A date known to the day, the month or the year. */
class PartialDateTest {

  @ParameterizedTest
  @CsvSource({
    // text, earliest, latest, last day
    "2014-06-30, 20140630, 20140630, 2014-06-30",
    "2017-09,    20170901, 20170931, 2017-09-30",
    "2016-02,    20160201, 20160231, 2016-02-29",
    "2010,       20100101, 20101231, 2010-12-31",
    "0001-01-01, 10101, 10101, 0001-01-01",
    "9999,       99990101, 99991231, 9999-12-31",
  })
  void aDateStandsForItsLastDayAndIsKeptAsPrinted(
      String text, int earliest, int latest, LocalDate lastDay) {
    PartialDate date = date(text);

    assertThat(date).hasToString(text);
    assertThat(date.earliest()).isEqualTo(earliest);
    assertThat(date.latest()).isEqualTo(latest);
    assertThat(date.toLocalDate()).isEqualTo(lastDay);
    assertThat(date.isFull()).isEqualTo(text.length() == 10);
  }

  @Test
  void everyDayOfTheYearsIsReadAndWritten() {
    for (LocalDate day = LocalDate.of(2009, 1, 1); day.getYear() < 2030; day = day.plusDays(1)) {
      PartialDate date = date(day.toString());
      assertThat(date).isEqualTo(PartialDate.of(day)).hasToString(day.toString());
      assertThat(date.toLocalDate()).isEqualTo(day);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "201",
        "20140",
        "2014-6",
        "2014-6-30",
        "2014/06/30",
        "30-06-2014",
        "2014-02-29",
        "1900-02-29",
        "2014-04-31",
        "2014-13-01",
        "2014-00-01",
        "2014-01-00",
        "0000",
        "0000-01-01",
        "2014-06-3o",
        "-2014",
        "+2014",
        "2014 06 30",
        "２０１４",
        "2014-06-30 ",
        "12014-06-30"
      })
  void anythingElseIsNoDate(String text) {
    assertThat(PartialDate.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2014-06-30, 2014-06-30, true",
    "2014-06-30, 2014-06,    true",
    "2014-06-30, 2014,       true",
    "2014-06,    2014,       true",
    "2014-06-30, 2014-07,    false",
    "2014-06-30, 2013,       false",
    "2014-06-30, 2014-06-29, false",
    "2014-06,    2014-05,    false",
    "2017-12,    2018,       false",
  })
  void aDateMatchesAnotherThatItLiesIn(String one, String other, boolean matches) {
    assertThat(date(one).matches(date(other))).isEqualTo(matches);
    assertThat(date(other).matches(date(one))).isEqualTo(matches);
  }

  @Test
  void daysAreCountedBetweenDaysAlone() {
    assertThat(date("2024-09-30").daysTo(date("2025-05-13"))).isEqualTo(OptionalLong.of(225));
    assertThat(date("2024-10-11").daysTo(date("2025-05-13"))).isEqualTo(OptionalLong.of(214));
    assertThat(date("2025-05-13").daysTo(date("2024-09-30"))).isEqualTo(OptionalLong.of(-225));
    assertThat(date("2024-09").daysTo(date("2025-05-13"))).isEmpty();
    assertThat(date("2024-09-30").daysTo(date("2025"))).isEmpty();
  }

  @Test
  void datesAreOrderedByTheirLastDayAndTheBetterKnownFirst() {
    List<String> ordered =
        List.of(
            "2010-03-12",
            "2010-11-30",
            "2010-12-31",
            "2010-12",
            "2010",
            "2011-01-01",
            "2014-06-29",
            "2014-06-30",
            "2014-06",
            "2014-12-31",
            "2014");
    List<PartialDate> shuffled =
        new ArrayList<>(ordered.stream().map(PartialDateTest::date).toList());
    Collections.shuffle(shuffled, new Random(340));

    assertThat(shuffled.stream().sorted().map(PartialDate::toString)).isEqualTo(ordered);
  }

  @Test
  void theLatestOfAMonthOrdersRightlyAgainstEveryDay() {
    for (YearMonth month = YearMonth.of(2015, 12);
        month.getYear() < 2017;
        month = month.plusMonths(1)) {
      int latest = date(month.toString()).latest();
      assertThat(latest)
          .isGreaterThanOrEqualTo(PartialDate.pack(month.atEndOfMonth()))
          .isLessThan(PartialDate.pack(month.plusMonths(1).atDay(1)));
    }
  }

  private static PartialDate date(String text) {
    return Objects.requireNonNull(PartialDate.parse(text), text);
  }
}
