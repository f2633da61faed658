package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.ProjectRecords;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.ReportingDate;
import org.junit.jupiter.api.Test;

class LatestTableTest {
  private static final LatestTable TABLE = new LatestTable();

  private static List<String> rows(CouncilHistory council, String asAt) {
    return Written.rows(TABLE, council, Written.view(asAt));
  }

  @Test
  void hasTheColumnsOfTheContract() {
    assertThat(TABLE.table().header())
        .containsExactly(
            "as_at",
            "la_code",
            "gss_code",
            "council",
            "council_type",
            "region",
            "line",
            "status",
            "grade",
            "grade_rank",
            "framework",
            "start_date",
            "published_date",
            "days_in_force",
            "grade_since",
            "days_at_grade",
            "report",
            "previous_grade",
            "direction",
            "first_grade",
            "direction_since_first",
            "ratings",
            "best_grade",
            "worst_grade",
            "history");
  }

  @Test
  void hasARowForEveryLine() {
    assertThat(rows(ProjectRecords.history("340"), "2026-06-18"))
        .containsExactly(
            "2026-06-18,340,E08000011,Knowsley,Metropolitan District,North"
                + " West,headline,graded,inadequate,4,ilacs,2024-11-18,2025-01-20,514,2025-01-20,514,https://files.ofsted.gov.uk/v1/file/50267008,requires_improvement,declined,good,declined,5,good,inadequate,good"
                + " > inadequate > requires_improvement > requires_improvement > inadequate",
            "2026-06-18,340,E08000011,Knowsley,Metropolitan District,North"
                + " West,help_and_protection,graded,inadequate,4,ilacs,2024-11-18,2025-01-20,514,2025-01-20,514,https://files.ofsted.gov.uk/v1/file/50267008,requires_improvement,declined,good,declined,5,good,inadequate,good"
                + " > inadequate > requires_improvement > requires_improvement > inadequate",
            "2026-06-18,340,E08000011,Knowsley,Metropolitan District,North"
                + " West,in_care,graded,requires_improvement,3,ilacs,2024-11-18,2025-01-20,514,2014-06-30,4371,https://files.ofsted.gov.uk/v1/file/50267008,requires_improvement,same,good,declined,5,good,requires_improvement,good"
                + " > requires_improvement > requires_improvement > requires_improvement >"
                + " requires_improvement",
            "2026-06-18,340,E08000011,Knowsley,Metropolitan District,North"
                + " West,care_leavers,graded,inadequate,4,ilacs,2024-11-18,2025-01-20,514,2025-01-20,514,https://files.ofsted.gov.uk/v1/file/50267008,good,declined,requires_improvement,declined,3,good,inadequate,requires_improvement"
                + " > good > inadequate",
            "2026-06-18,340,E08000011,Knowsley,Metropolitan District,North"
                + " West,leadership,graded,inadequate,4,ilacs,2024-11-18,2025-01-20,514,2025-01-20,514,https://files.ofsted.gov.uk/v1/file/50267008,requires_improvement,declined,inadequate,same,4,good,inadequate,inadequate"
                + " > good > requires_improvement > inadequate",
            "2026-06-18,340,E08000011,Knowsley,Metropolitan District,North"
                + " West,adoption,no_longer_judged,,,,,,,,,,,,inadequate,,2,good,inadequate,inadequate"
                + " > good",
            "2026-06-18,340,E08000011,Knowsley,Metropolitan District,North"
                + " West,lscb,no_longer_judged,,,,,,,,,,,,inadequate,,1,inadequate,inadequate,inadequate",
            // Knowsley had to write a statement of action, and has no inspection under the
            // framework of 2023.
            "2026-06-18,340,E08000011,Knowsley,Metropolitan District,North"
                + " West,send_2016,graded,required,2,send_2016,2022-03-14,2022-05-20,1490,2022-05-20,1490,,,first,required,first,1,required,required,required",
            "2026-06-18,340,E08000011,Knowsley,Metropolitan District,North"
                + " West,send_2023,not_judged,,,,,,,,,,,,,,0,,,");
  }

  @Test
  void aFirstRatingIsFirstInBothDirections() {
    assertThat(rows(Written.history("340", "slac 2010-03-12 safeguarding=good"), "2010-04-11"))
        .first()
        .isEqualTo(
            "2010-04-11,340,E08000011,Knowsley,Metropolitan District,North"
                + " West,headline,graded,good,2,slac,,2010-03-12,30,2010-03-12,30,,,first,good,first,1,good,good,good");
  }

  @Test
  void daysInForceAreBlankUnlessTheDayIsKnown() {
    assertThat(rows(Written.history("340", "slac 2010 safeguarding=good"), "2011-01-01"))
        .first()
        .asString()
        .contains(",slac,,2010,,2010,,,,first,");
  }

  @Test
  void aReportThatCameOutAfterTheRunsDayIsInForceForNoDay() {
    LocalDate asAt = LocalDate.of(2025, 1, 10);
    RunView view =
        RunView.of(
            ProjectData.reference(),
            new ReportingDate(asAt, asAt.plusDays(20)),
            null,
            null,
            List.of());

    assertThat(Written.rows(TABLE, ProjectRecords.history("340"), view))
        .first()
        .asString()
        .contains(",inadequate,4,ilacs,2024-11-18,2025-01-20,0,");
  }

  @Test
  void atAGradeSinceIsOverSeveralReportsDevonFromMarch2020() {
    // Ofsted: inadequate in reports of 17 March 2020 and 13 May 2025; 2,347 days to 20 August 2026.
    assertThat(rows(ProjectRecords.history("878"), "2026-08-20"))
        .filteredOn(row -> row.contains(",headline,"))
        .extracting(
            row ->
                Written.cells(
                    TABLE.table(), row, "grade", "published_date", "grade_since", "days_at_grade"))
        .containsExactly("inadequate 2025-05-13 2020-03-17 2347");
  }

  @Test
  void aPartialReInspectionEndsNothingLeedsInCareIn2011() {
    // Ofsted re-inspected safeguarding alone, on 10 October 2011.
    assertThat(rows(ProjectRecords.history("383"), "2011-12-31"))
        .extracting(
            row -> Written.cells(TABLE.table(), row, "line", "status", "grade", "published_date"))
        .contains(
            "headline graded requires_improvement 2011-10-10",
            "in_care graded requires_improvement 2010-01-07");
  }

  @Test
  void aCouncilWithoutARecordIsNotInspected() {
    assertThat(rows(Written.history("942"), "2023-04-01"))
        .hasSize(9)
        .allMatch(row -> row.endsWith(",not_inspected,,,,,,,,,,,,,,0,,,"));
  }

  @Test
  void aCouncilThatClosedIsLeftOutAndBeforeThatIsThereUnderItsCodeOfTheDay() {
    assertThat(rows(ProjectRecords.history("909"), "2023-04-01")).isEmpty();
    assertThat(rows(ProjectRecords.history("909"), "2023-03-31"))
        .hasSize(9)
        .allMatch(row -> row.startsWith("2023-03-31,909,E10000006,Cumbria,"));
    assertThat(rows(ProjectRecords.history("942"), "2023-03-31")).isEmpty();
    assertThat(rows(ProjectRecords.history("815"), "2023-03-31"))
        .allMatch(row -> row.startsWith("2023-03-31,815,E10000023,North Yorkshire,"));
    assertThat(rows(ProjectRecords.history("815"), "2023-04-01"))
        .allMatch(row -> row.startsWith("2023-04-01,815,E06000065,North Yorkshire,"));
  }
}
