package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradeline.histories.ProjectRecords;
import org.junit.jupiter.api.Test;

/** Who has waited longest for an inspection. */
class WaitingTableTest {
  private static final WaitingTable TABLE = new WaitingTable();
  private static final List<String> APRIL_2026 =
      Written.rows(TABLE, ProjectRecords.histories(), Written.view("2026-04-30"));

  private static List<String> childrensServices() {
    return APRIL_2026.stream().filter(row -> row.contains(",childrens_services,")).toList();
  }

  @Test
  void hasTheColumnsOfTheContract() {
    assertThat(TABLE.table().header())
        .containsExactly(
            "as_at",
            "la_code",
            "council",
            "scheme",
            "last_start_date",
            "last_published_date",
            "days_since_last",
            "lowest_grade",
            "spells",
            "quartile_1_days",
            "median_days",
            "quartile_3_days",
            "not_yet_percent");
  }

  /**
   * Inspections of these nine started between 11 May and 6 July 2026 (Ofsted, published reports).
   */
  @Test
  void theNineThatWereInspectedNextWereAllAmongThe32ThatHadWaitedLongest() {
    assertThat(childrensServices().subList(0, 32))
        .extracting(row -> Written.cells(TABLE.table(), row, "council"))
        .contains(
            "Liverpool",
            "North Northamptonshire",
            "West Northamptonshire",
            "Blackpool",
            "Middlesbrough",
            "Trafford",
            "South Tyneside",
            "Portsmouth",
            "Lancashire");
  }

  @Test
  void everyOpenCouncilIsThereOncePerSchemeTheLongestWaitFirst() {
    assertThat(childrensServices())
        .hasSize(153)
        .extracting(row -> Written.cells(TABLE.table(), row, "la_code"))
        .doesNotHaveDuplicates();
    assertThat(APRIL_2026)
        .extracting(row -> -Long.parseLong(Written.cells(TABLE.table(), row, "days_since_last")))
        .isSorted();
  }

  @Test
  void saysHowLongAndWhatBecameOfOthers() {
    // 1,443 days from 18 May 2022 to 30 April 2026.
    assertThat(childrensServices().get(0))
        .startsWith(
            "2026-04-30,336,Wolverhampton,childrens_services,2022-03-28,2022-05-18,1443,good,");
    assertThat(childrensServices())
        .allSatisfy(
            row -> {
              double notYet =
                  Double.parseDouble(Written.cells(TABLE.table(), row, "not_yet_percent"));
              assertThat(notYet).isBetween(0.0, 100.0);
              assertThat(Written.cells(TABLE.table(), row, "spells")).matches("[1-9][0-9]*");
            });
  }

  @Test
  void aPartialInspectionDoesNotEndAWait() {
    List<String> rows =
        Written.rows(
            TABLE,
            List.of(
                Written.history(
                    "340",
                    "slac 2010-03-12 safeguarding=good type=full",
                    "slac 2011-06-30 safeguarding=good type=re-inspection",
                    "cpi 2012-10-19 overall_effectiveness=good",
                    "monitoring 2012-11-01")),
            Written.view("2013-01-01"));

    assertThat(rows)
        .singleElement()
        .asString()
        .startsWith("2013-01-01,340,Knowsley,childrens_services,,2010-03-12,1026,good,0,,,,");
  }

  @Test
  void aCouncilWithoutAFullInspectionIsNotThereAndOneWithoutADayHasNoDays() {
    assertThat(Written.rows(TABLE, List.of(Written.history("942")), Written.view("2024-01-01")))
        .isEmpty();
    assertThat(
            Written.rows(
                TABLE,
                List.of(Written.history("340", "slac 2010 safeguarding=good")),
                Written.view("2013-01-01")))
        .containsExactly("2013-01-01,340,Knowsley,childrens_services,,2010,,good,0,,,,");
  }

  @Test
  void eachSchemeHasItsOwnWaits() {
    assertThat(
            Written.rows(
                TABLE,
                List.of(
                    Written.history(
                        "340",
                        "ilacs 2024-11-18..2025-01-20 overall_effectiveness=inadequate",
                        "send_2023 2025-02-03..2025-05-12 experiences_and_outcomes=inconsistent")),
                Written.view("2025-06-01")))
        .extracting(
            row ->
                Written.cells(
                    TABLE.table(), row, "scheme", "last_published_date", "lowest_grade", "spells"))
        .containsExactly(
            "childrens_services 2025-01-20 inadequate 1", "area_send 2025-05-12 inconsistent 1");
  }
}
