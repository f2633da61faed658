package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradeline.histories.ProjectRecords;
import org.junit.jupiter.api.Test;

class TrajectoriesTableTest {
  private static final TrajectoriesTable TABLE = new TrajectoriesTable();

  @Test
  void hasTheColumnsOfTheContract() {
    assertThat(TABLE.table().header())
        .containsExactly(
            "la_code",
            "council",
            "line",
            "step",
            "framework",
            "area",
            "start_date",
            "published_date",
            "grade",
            "grade_rank",
            "previous_grade",
            "change",
            "direction",
            "days_since_previous",
            "comparable",
            "visits_since_previous",
            "in_force_until");
  }

  @Test
  void tellsTheStoryOfKnowsley() {
    assertThat(Written.rows(TABLE, ProjectRecords.history("340"), Written.view("2026-06-18")))
        .filteredOn(row -> row.startsWith("340,Knowsley,headline,"))
        .containsExactly(
            "340,Knowsley,headline,1,slac,safeguarding,,2010-03-12,good,2,,,first,,,,2014-06-30",
            "340,Knowsley,headline,2,sif,overall_effectiveness,2014-04-29,2014-06-30,inadequate,4,good,-2,declined,1571,with_care,,2017-06-13",
            "340,Knowsley,headline,3,sif,overall_effectiveness,2017-03-13,2017-06-13,requires_improvement,3,inadequate,1,improved,1079,yes,,2021-12-03",
            "340,Knowsley,headline,4,ilacs,overall_effectiveness,2021-10-11,2021-12-03,requires_improvement,3,requires_improvement,0,same,1634,with_care,,2025-01-20",
            "340,Knowsley,headline,5,ilacs,overall_effectiveness,2024-11-18,2025-01-20,inadequate,4,requires_improvement,-1,declined,1144,yes,2,");
  }

  @Test
  void hasTheLinesInTheirOrder() {
    assertThat(Written.rows(TABLE, ProjectRecords.history("340"), Written.view("2026-06-18")))
        .extracting(row -> Written.cells(TABLE.table(), row, "line", "step"))
        .containsExactly(
            "headline 1",
            "headline 2",
            "headline 3",
            "headline 4",
            "headline 5",
            "help_and_protection 1",
            "help_and_protection 2",
            "help_and_protection 3",
            "help_and_protection 4",
            "help_and_protection 5",
            "in_care 1",
            "in_care 2",
            "in_care 3",
            "in_care 4",
            "in_care 5",
            "care_leavers 1",
            "care_leavers 2",
            "care_leavers 3",
            "leadership 1",
            "leadership 2",
            "leadership 3",
            "leadership 4",
            "adoption 1",
            "adoption 2",
            "lscb 1",
            "send_2016 1");
  }

  @Test
  void seesWhatCountsAtTheRunsDateAlone() {
    assertThat(Written.rows(TABLE, ProjectRecords.history("340"), Written.view("2014-06-29")))
        .containsExactly(
            "340,Knowsley,headline,1,slac,safeguarding,,2010-03-12,good,2,,,first,,,,",
            "340,Knowsley,help_and_protection,1,slac,safeguarding,,2010-03-12,good,2,,,first,,,,",
            "340,Knowsley,in_care,1,slac,looked_after,,2010-03-12,good,2,,,first,,,,");
  }

  @Test
  void keepsDatesAsPrintedAndCountsNoDaysWithThem() {
    assertThat(
            Written.rows(
                TABLE,
                Written.history(
                    "340",
                    "slac 2010 safeguarding=good",
                    "sif 2014-04..2014-06-30 overall_effectiveness=inadequate"),
                Written.view("2026-06-18")))
        .filteredOn(row -> row.contains(",headline,"))
        .containsExactly(
            "340,Knowsley,headline,1,slac,safeguarding,,2010,good,2,,,first,,,,2014-06-30",
            "340,Knowsley,headline,2,sif,overall_effectiveness,2014-04,2014-06-30,inadequate,4,good,-2,declined,,with_care,,");
  }

  @Test
  void hasACouncilThatClosed() {
    assertThat(Written.rows(TABLE, ProjectRecords.history("909"), Written.view("2026-06-18")))
        .filteredOn(row -> row.contains(",headline,"))
        .last()
        .asString()
        .endsWith(",2023-04-01");
  }
}
