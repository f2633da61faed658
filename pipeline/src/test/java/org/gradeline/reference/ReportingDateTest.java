package org.gradeline.reference;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingDateTest {

  private static @Nullable PartialDate date(@Nullable String text) {
    return text == null ? null : requireNonNull(PartialDate.parse(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # as_at,    published_by, start,      published,  counts
          2015-06-30, 2015-06-30,   2014-04-29, 2014-06-30, true
          2014-06-30, 2014-06-30,   2014-04-29, 2014-06-30, true
          2014-06-29, 2014-06-29,   2014-04-29, 2014-06-30, false
          2014-04-29, 2014-06-30,   2014-04-29, 2014-06-30, true
          2014-04-28, 2014-06-30,   2014-04-29, 2014-06-30, false
          2019-08-31, 2019-09-30,   2019-08-31, 2019-09-30, true
          # A date known only to its month or year counts as its last day.
          2017-09-30, 2017-12-08,   2017-09,    2017-12-04, true
          2017-09-29, 2017-12-08,   2017-09,    2017-12-04, false
          2016-02-29, 2016-02-29,   2016-02,    2016-02-29, true
          2010-12-31, 2010-12-31,   ,           2010,       true
          2010-12-30, 2010-12-30,   ,           2010,       false
          2010-03-31, 2010-04-30,   ,           2010-04,    true
          # An unknown start excludes nothing, and nor does an unknown publication of a visit.
          2010-03-31, 2010-04-30,   ,           2010-03-12, true
          2010-03-31, 2010-04-30,   ,           2010-05-01, false
          2021-04-30, 2021-04-30,   2021-04-20, ,           true
          2021-04-19, 2021-04-19,   2021-04-20, ,           false
          """)
  void anInspectionCountsWhenItHadStartedAndItsReportWasOut(
      LocalDate asAt,
      LocalDate publishedBy,
      @Nullable String start,
      @Nullable String published,
      boolean counts) {
    assertThat(new ReportingDate(asAt, publishedBy).counts(date(start), date(published)))
        .isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # A run knows nothing of what was published after its own day.
          # as_at,    published_by, run's day,  counted_to, provisional
          2024-03-31, 2024-06-30,   2024-04-15, 2024-04-15, true
          2024-03-31, 2024-06-30,   2024-06-29, 2024-06-29, true
          2024-03-31, 2024-06-30,   2024-06-30, 2024-06-30, false
          2024-03-31, 2024-06-30,   2026-08-20, 2024-06-30, false
          """)
  void aReportingDateThatIsNotReachedCountsToTheRunsDayAndIsProvisional(
      LocalDate asAt,
      LocalDate publishedBy,
      LocalDate day,
      LocalDate countedTo,
      boolean provisional) {
    ReportingDate date = new ReportingDate(asAt, publishedBy).countedTo(day);

    assertThat(date.countedTo()).isEqualTo(countedTo);
    assertThat(date.provisional()).isEqualTo(provisional);
    assertThat(date.counts(null, PartialDate.of(countedTo))).isTrue();
    assertThat(date.counts(null, PartialDate.of(countedTo.plusDays(1)))).isFalse();
    assertThat(date.publishedBy()).isEqualTo(publishedBy);
  }
}
