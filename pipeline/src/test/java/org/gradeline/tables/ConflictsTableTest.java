package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictsTableTest {
  private static final ConflictsTable TABLE = new ConflictsTable();

  private static List<String> rows(String... records) {
    return Written.rows(TABLE, Written.history("340", records), Written.view("2026-06-18"));
  }

  @Test
  void hasTheColumnsOfTheContract() {
    assertThat(TABLE.table().header())
        .containsExactly(
            "la_code",
            "council",
            "framework",
            "published_date",
            "area",
            "kept_grade",
            "kept_source",
            "kept_line",
            "other_grade",
            "other_source",
            "other_line");
  }

  @Test
  void namesBothGradesAndBothSources() {
    assertThat(
            rows(
                "sif 2014-06-30 overall_effectiveness=inadequate @1",
                "sif 2014 overall_effectiveness=good @5"))
        .containsExactly(
            "340,Knowsley,sif,2014-06-30,overall_effectiveness,inadequate,inspections_ilacs.csv,1,good,inspections_sif.csv,2");
  }

  @Test
  void aGradeAgainstNotJudgedIsOne() {
    assertThat(rows("sif 2014-06-30 lscb=good @1", "sif 2014-06-30 lscb=not_judged @1"))
        .containsExactly(
            "340,Knowsley,sif,2014-06-30,lscb,good,inspections_ilacs.csv,1,not_judged,inspections_ilacs.csv,2");
  }

  @Test
  void theyAreInTheOrderOfTheirColumns() {
    assertThat(
            rows(
                "sif 2017-06-13 lscb=good adoption=good",
                "sif 2014-06-30 lscb=good",
                "sif 2017-06-13 lscb=inadequate adoption=inadequate",
                "sif 2014-06-30 lscb=inadequate",
                "sif 2014-06-30 lscb=outstanding",
                "ilacs 2021-12-03 in_care=good",
                "ilacs 2021-12-03 in_care=inadequate",
                "lscb 2015-08-03 lscb=not_judged",
                "lscb 2015-08-03 lscb=good"))
        .extracting(row -> row.replaceAll("340,Knowsley,|inspections_cpi.csv,", ""))
        .containsExactly(
            "ilacs,2021-12-03,in_care,inadequate,7,good,6",
            "lscb,2015-08-03,lscb,good,9,not_judged,8",
            "sif,2014-06-30,lscb,inadequate,4,outstanding,5",
            "sif,2014-06-30,lscb,inadequate,4,good,2",
            "sif,2017-06-13,adoption,inadequate,3,good,1",
            "sif,2017-06-13,lscb,inadequate,3,good,1");
  }

  @Test
  void sourcesThatAgreeGiveNone() {
    assertThat(rows("sif 2014-06-30 lscb=good", "sif 2014-06-30 lscb=good adoption=good"))
        .isEmpty();
  }
}
