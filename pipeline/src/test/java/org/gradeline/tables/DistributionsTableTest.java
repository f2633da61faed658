package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradeline.histories.ProjectRecords;
import org.junit.jupiter.api.Test;

class DistributionsTableTest {
  private static final DistributionsTable TABLE = new DistributionsTable();
  private static final List<String> ROWS =
      Written.rows(TABLE, ProjectRecords.histories(), Written.view("2019-12-31"));

  @Test
  void hasTheColumnsOfTheContract() {
    assertThat(TABLE.table().header())
        .containsExactly(
            "as_at",
            "published_by",
            "counted_to",
            "scope",
            "line",
            "geography_level",
            "geography_code",
            "geography",
            "grade",
            "councils",
            "base",
            "percent",
            "percent_lower",
            "percent_upper",
            "not_inspected",
            "no_longer_judged");
  }

  @Test
  void hasARowForEveryGradeAndOneForThoseThatPass() {
    assertThat(ROWS)
        .filteredOn(row -> row.startsWith("2015-06-30,2015-06-30,2015-06-30,sif,headline,"))
        .containsExactly(
            "2015-06-30,2015-06-30,2015-06-30,sif,headline,national,E92000001,England,outstanding,0,59,0,0,6.1129,93,0",
            "2015-06-30,2015-06-30,2015-06-30,sif,headline,national,E92000001,England,good,14,59,23.7288,14.6946,35.9749,93,0",
            "2015-06-30,2015-06-30,2015-06-30,sif,headline,national,E92000001,England,requires_improvement,31,59,52.5424,40.0398,64.7341,93,0",
            "2015-06-30,2015-06-30,2015-06-30,sif,headline,national,E92000001,England,inadequate,14,59,23.7288,14.6946,35.9749,93,0",
            "2015-06-30,2015-06-30,2015-06-30,sif,headline,national,E92000001,England,good_or_outstanding,14,59,23.7288,14.6946,35.9749,93,0");
  }

  @Test
  void isMadeAtEveryReportingDateUpToTheRunsAndAtTheRunsOwn() {
    assertThat(ROWS)
        .extracting(row -> row.substring(0, 10))
        .contains("2010-03-31", "2019-08-31", "2019-12-31")
        .doesNotContain("2020-03-31");
    assertThat(ROWS).anyMatch(row -> row.startsWith("2019-12-31,2019-12-31,2019-12-31,any,"));
  }

  @Test
  void hasEveryGeographyInTheScopeOfEveryFrameworkAndTheNationInTheOthers() {
    assertThat(levels("any"))
        .containsExactly(
            "council_type", "deprivation_fifth", "national", "ofsted_region", "region");
    assertThat(levels("sif_ilacs")).containsExactly("national");
    assertThat(levels("sif")).containsExactly("national");
    assertThat(levels("ilacs")).containsExactly("national");
  }

  private static List<String> levels(String scope) {
    return ROWS.stream()
        .filter(row -> row.contains("," + scope + ","))
        .map(row -> Written.cells(TABLE.table(), row, "geography_level"))
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void leavesOutWhereNobodyHasAGrade() {
    assertThat(ROWS)
        .noneMatch(row -> row.startsWith("2013-03-31,2013-04-30,2013-04-30,sif,"))
        .noneMatch(row -> row.startsWith("2010-03-31,2010-04-30,2010-04-30,any,leadership,"));
  }

  @Test
  void theScopesAndLinesOfADateAreInTheirOrder() {
    assertThat(
            ROWS.stream()
                .filter(row -> row.startsWith("2019-08-31,"))
                .map(row -> Written.cells(TABLE.table(), row, "scope", "line"))
                .distinct())
        .startsWith("any headline", "any help_and_protection", "any in_care")
        .containsSubsequence("any lscb", "ilacs headline", "sif headline", "sif_ilacs headline");
  }
}
