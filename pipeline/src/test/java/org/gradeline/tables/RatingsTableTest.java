package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradeline.histories.ProjectRecords;
import org.junit.jupiter.api.Test;

class RatingsTableTest {
  private static final RatingsTable TABLE = new RatingsTable();

  @Test
  void hasTheColumnsOfTheContract() {
    assertThat(TABLE.table().header())
        .containsExactly(
            "la_code",
            "council",
            "framework",
            "inspection_type",
            "area",
            "grade",
            "grade_rank",
            "wording",
            "start_date",
            "end_date",
            "published_date",
            "report",
            "source",
            "source_line");
  }

  @Test
  void namesTheSourceOfEachJudgement() {
    assertThat(Written.rows(TABLE, ProjectRecords.history("340"), Written.view("2026-06-18")))
        .contains(
            "340,Knowsley,ilacs,standard,care_leavers,inadequate,4,Inadequate,2024-11-18,2024-11-29,2025-01-20,https://files.ofsted.gov.uk/v1/file/50267008,inspections_ilacs.csv,255",
            "340,Knowsley,sif,single,lscb,inadequate,4,Inadequate,2014-04-29,2014-05-21,2014-06-30,,inspections_sif.csv,19",
            "340,Knowsley,slac,full,safeguarding,good,2,Good,,,2010-03-12,,inspections_slac.csv,16");
  }

  @Test
  void holdsWhatWasAcceptedWheneverItWasPublished() {
    assertThat(Written.rows(TABLE, ProjectRecords.history("340"), Written.view("2010-03-11")))
        .isEqualTo(Written.rows(TABLE, ProjectRecords.history("340"), Written.view("2026-06-18")));
  }

  @Test
  void notJudgedIsAnOutcomeWithoutARank() {
    assertThat(Written.rows(TABLE, ProjectRecords.history("420"), Written.view("2026-06-18")))
        .contains(
            "420,Isles of Scilly,sif,single,adoption,not_judged,,Not"
                + " judged,2016-04-11,2016-04-28,2016-06-27,,inspections_sif.csv,99");
  }

  @Test
  void gradesOfAnAreaAreInTheirOrderAndNotJudgedIsLast() {
    assertThat(
            Written.rows(
                TABLE,
                Written.history(
                    "340",
                    "sif 2014-06-30 lscb=not_judged",
                    "sif 2015-06-30 lscb=inadequate",
                    "sif 2016-06-30 lscb=outstanding adoption=good",
                    "sif 2017-06-30 lscb=good",
                    "sif 2013-06-30 lscb=good"),
                Written.view("2026-06-18")))
        .extracting(row -> Written.cells(TABLE.table(), row, "area", "grade", "published_date"))
        .containsExactly(
            "adoption good 2016-06-30",
            "lscb outstanding 2016-06-30",
            "lscb good 2013-06-30",
            "lscb good 2017-06-30",
            "lscb inadequate 2015-06-30",
            "lscb not_judged 2014-06-30");
  }

  @Test
  void aWordingIsKeptAsPrinted() {
    assertThat(
            Written.rows(
                TABLE,
                Written.history("340", "slac 2010-03-12 safeguarding=adequate"),
                Written.view("2026-06-18")))
        .singleElement()
        .asString()
        .contains(",safeguarding,requires_improvement,3,adequate,");
  }
}
