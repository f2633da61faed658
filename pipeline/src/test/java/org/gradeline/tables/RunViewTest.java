package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.ReportingDate;
import org.junit.jupiter.api.Test;

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

  @Test
  void sourcesAreKnownByTheirPosition() {
    assertThat(view("2012-01-01", "2012-02-01").source(1)).isEqualTo("b.csv");
  }
}
