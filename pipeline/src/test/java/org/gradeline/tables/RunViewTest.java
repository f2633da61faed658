package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.ReportingDate;
import org.gradeline.tables.RunView.ReportingYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates at which national tables are made. */
class RunViewTest {

  private static List<String> dates(String asAt, String publishedBy) {
    return view(asAt, publishedBy).dates().stream()
        .map(date -> date.asAt() + " " + date.publishedBy())
        .toList();
  }

  private static RunView view(String asAt, String publishedBy) {
    return RunView.of(
        ProjectData.reference(),
        new ReportingDate(LocalDate.parse(asAt), LocalDate.parse(publishedBy)),
        null,
        null,
        List.of("a.csv", "b.csv"));
  }

  @Test
  void areTheReportingDatesUpToTheRunsAndTheRunsOwn() {
    assertThat(dates("2012-01-01", "2012-02-01"))
        .containsExactly("2010-03-31 2010-04-30", "2011-03-31 2011-04-30", "2012-01-01 2012-02-01");
  }

  @Test
  void nameTheRunsOwnOnceWhenItIsAReportingDate() {
    assertThat(dates("2011-03-31", "2011-04-30"))
        .containsExactly("2010-03-31 2010-04-30", "2011-03-31 2011-04-30");
  }

  @Test
  void areInOrderAlsoWhenTheRunsOwnIsOfTheSameDay() {
    assertThat(dates("2011-03-31", "2011-04-01"))
        .containsExactly("2010-03-31 2010-04-30", "2011-03-31 2011-04-01", "2011-03-31 2011-04-30");
  }

  @Test
  void areTheRunsOwnAloneBeforeTheFirst() {
    assertThat(dates("2009-12-31", "2009-12-31")).containsExactly("2009-12-31 2009-12-31");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # A run knows nothing of what was published after its own published_by.
          # as_at,    published_by, counted to for 31 March 2024
          2024-04-15, 2024-04-15,   2024-04-15
          2024-06-29, 2024-06-29,   2024-06-29
          2024-06-30, 2024-06-30,   2024-06-30
          2026-08-20, 2026-08-20,   2024-06-30
          2024-04-15, 2024-06-30,   2024-06-30
          """)
  void aReportingDateIsCountedToTheRunsOwnPublication(
      String asAt, String publishedBy, LocalDate countedTo) {
    assertThat(view(asAt, publishedBy).dates())
        .filteredOn(date -> date.publishedBy().equals(LocalDate.of(2024, 6, 30)))
        .filteredOn(date -> date.asAt().equals(LocalDate.of(2024, 3, 31)))
        .extracting(ReportingDate::countedTo)
        .containsExactly(countedTo);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # as_at,    published_by, newest,     first, last
          2026-08-20, 2026-08-20,   2026-08-20, 2010,  2026
          # The reporting date of 31 March 2024 is reached on 30 June.
          2024-04-15, 2024-04-15,   2026-08-20, 2010,  2023
          2024-06-29, 2024-06-29,   2026-08-20, 2010,  2023
          2024-06-30, 2024-06-30,   2026-08-20, 2010,  2024
          2024-03-31, 2024-06-30,   2026-08-20, 2010,  2024
          # No year is invented after those with a reporting date, or with records after it.
          2029-12-31, 2029-12-31,   2026-08-20, 2010,  2026
          """)
  void theYearsOfThePanelAreThoseWhoseReportingDateIsReached(
      String asAt, String publishedBy, String newest, int first, int last) {
    RunView view =
        RunView.of(
            ProjectData.reference(),
            new ReportingDate(LocalDate.parse(asAt), LocalDate.parse(publishedBy)),
            PartialDate.parse("2009-08-07"),
            PartialDate.parse(newest),
            List.of());

    assertThat(view.years())
        .extracting(ReportingYear::year)
        .isEqualTo(IntStream.rangeClosed(first, last).boxed().toList());
  }

  @Test
  void withoutRatingsThereAreNoYears() {
    assertThat(view("2026-08-20", "2026-08-20").years()).isEmpty();
  }

  @Test
  void sourcesAreKnownByTheirPosition() {
    assertThat(view("2012-01-01", "2012-02-01").source(1)).isEqualTo("b.csv");
  }
}
