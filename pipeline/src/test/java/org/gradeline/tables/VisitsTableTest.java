package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradeline.histories.ProjectRecords;
import org.junit.jupiter.api.Test;

class VisitsTableTest {
  private static final VisitsTable TABLE = new VisitsTable();

  @Test
  void hasTheColumnsOfTheContract() {
    assertThat(TABLE.table().header())
        .containsExactly(
            "la_code",
            "council",
            "visit_type",
            "start_date",
            "published_date",
            "theme",
            "report",
            "source",
            "source_line");
  }

  @Test
  void hasTheVisitsOfKnowsley() {
    assertThat(Written.rows(TABLE, ProjectRecords.history("340"), Written.view("2026-06-18")))
        .containsExactly(
            "340,Knowsley,focused visit,2022-10-11,,Children in need/subject to a"
                + " plan,,visits.csv,147",
            "340,Knowsley,focused visit,2024-01-31,,Care leavers,,visits.csv,222",
            "340,Knowsley,follow-up visit,2015,,,,knowsley.json,26");
  }

  @Test
  void visitsOfAKindAreInTheOrderOfTheirDaysThenThemes() {
    assertThat(
            Written.rows(
                TABLE,
                Written.history(
                    "340",
                    "monitoring 2015-02-01",
                    "focused 2015-03-01 theme=b",
                    "focused 2015-03-01 theme=a",
                    "focused ..2015-01-01",
                    "focused 2015-01-05"),
                Written.view("2026-06-18")))
        .extracting(row -> row.substring("340,Knowsley,".length(), row.indexOf(",,inspections")))
        .containsExactly(
            "focused visit,,2015-01-01,",
            "focused visit,2015-01-05,,",
            "focused visit,2015-03-01,,a",
            "focused visit,2015-03-01,,b",
            "monitoring visit,2015-02-01,,");
  }
}
