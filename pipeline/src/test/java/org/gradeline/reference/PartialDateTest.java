package org.gradeline.reference;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

  private static PartialDate date(String text) {
    return requireNonNull(PartialDate.parse(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # printed,  first day,  last day
          2014-06-30, 2014-06-30, 2014-06-30
          2017-09,    2017-09-01, 2017-09-30
          2010,       2010-01-01, 2010-12-31
          2016-02,    2016-02-01, 2016-02-29
          2017-02,    2017-02-01, 2017-02-28
          1900-02,    1900-02-01, 1900-02-28
          2024-12,    2024-12-01, 2024-12-31
          2024-02-29, 2024-02-29, 2024-02-29
          0001,       0001-01-01, 0001-12-31
          9999-12-31, 9999-12-31, 9999-12-31
          """)
  void aDateCoversTheDaysFromItsFirstToItsLastAndIsPrintedAsItWasRead(
      String printed, LocalDate first, LocalDate last) {
    PartialDate date = date(printed);

    assertThat(date.earliest()).isEqualTo(PartialDate.pack(first));
    assertThat(date.latest()).isEqualTo(PartialDate.pack(last));
    assertThat(date.toLocalDate()).isEqualTo(last);
    assertThat(date).hasToString(printed);
    assertThat(date.isFull()).isEqualTo(printed.length() == 10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "14",
        "201",
        "20100",
        "2010-",
        "2010-3",
        "2010-13",
        "2010-00",
        "2010-00-00",
        "2010-03-",
        "2010-03-00",
        "2010-03-32",
        "2010-3-12",
        "2017-02-29",
        "2010/03/12",
        "12-03-2010",
        "12/03/2010",
        "20100312",
        "2010-03-12T00:00",
        "0000",
        "0000-01-01",
        "+010",
        "-010",
        "２０１０",
        "2010 ",
        " 2010",
        "year"
      })
  void whatIsNotADateOfTheCalendarInIsoFormIsNotRead(String text) {
    assertThat(PartialDate.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2010,       2010-03-12, true
          2010-03,    2010-03-12, true
          2010,       2010-03,    true
          2010-03-12, 2010-03-12, true
          2017-09,    2017-09-30, true
          2017-09,    2017-10-01, false
          2010-04,    2010-03-12, false
          2011,       2010-12-31, false
          2010-03-13, 2010-03-12, false
          2010,       2011,       false
          """)
  void aReducedDateMatchesTheFullOneInsideIt(String one, String other, boolean matches) {
    assertThat(date(one).matches(date(other))).isEqualTo(matches);
    assertThat(date(other).matches(date(one))).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2010-03-12, 2014-06-30, 1571
          2014-06-30, 2017-06-13, 1079
          2014-06-30, 2014-06-30, 0
          2014-07-01, 2014-06-30, -1
          2010,       2014-06-30,
          2010-03-12, 2014-06,
          2010,       2011,
          """)
  void daysAreCountedBetweenKnownDaysOnly(String from, String to, Long days) {
    assertThat(date(from).daysTo(date(to)))
        .isEqualTo(days == null ? OptionalLong.empty() : OptionalLong.of(days));
  }

  @Test
  void datesAreOrderedByTheirLastDayAndAKnownDayGoesBeforeTheMonthOrYearThatEndsWithIt() {
    List<String> ordered =
        List.of(
            "2009",
            "2010-03-12",
            "2010-03",
            "2010-11-30",
            "2010-11",
            "2010-12-31",
            "2010-12",
            "2010",
            "2011-01-01");
    List<PartialDate> dates = new ArrayList<>(ordered.stream().map(PartialDateTest::date).toList());
    Collections.reverse(dates);

    assertThat(dates.stream().sorted()).extracting(PartialDate::toString).isEqualTo(ordered);
  }

  @Property
  void everyDayOfTheCalendarIsReadBackAsItself(@ForAll("days") LocalDate day) {
    PartialDate date = PartialDate.of(day);

    assertThat(PartialDate.parse(day.toString())).isEqualTo(date);
    assertThat(date).hasToString(day.toString());
    assertThat(date.toLocalDate()).isEqualTo(day);
  }

  @Property
  void theOrderOfDatesAgreesWithTheOrderOfTheirLastDaysAndWithEquality(
      @ForAll("dates") PartialDate one, @ForAll("dates") PartialDate other) {
    int byLastDay = one.toLocalDate().compareTo(other.toLocalDate());

    assertThat(Integer.signum(one.compareTo(other)))
        .isEqualTo(-Integer.signum(other.compareTo(one)));
    assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
    if (byLastDay != 0) {
      assertThat(Integer.signum(one.compareTo(other))).isEqualTo(Integer.signum(byLastDay));
    }
  }

  @Property
  void aDateMatchesWhatItBecomesWhenItsDayOrMonthIsLeftOut(@ForAll("days") LocalDate day) {
    PartialDate full = PartialDate.of(day);

    assertThat(full.matches(date(day.toString().substring(0, 7)))).isTrue();
    assertThat(full.matches(date(day.toString().substring(0, 4)))).isTrue();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Dates.dates().between(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
  }

  @Provide
  Arbitrary<PartialDate> dates() {
    return Dates.dates()
        .between(LocalDate.of(2015, 11, 1), LocalDate.of(2016, 3, 31))
        .flatMap(day -> Arbitraries.of(4, 7, 10).map(length -> day.toString().substring(0, length)))
        .map(PartialDateTest::date);
  }
}
