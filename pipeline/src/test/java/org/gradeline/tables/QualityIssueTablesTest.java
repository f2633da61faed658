package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradeline.normalising.IssueType;
import org.gradeline.normalising.QualityIssue.Rejection;
import org.gradeline.normalising.QualityIssue.Repair;
import org.gradeline.normalising.QualityIssue.Warning;
import org.junit.jupiter.api.Test;

/** Rows on places in the sources. */
class QualityIssueTablesTest {
  private static final RunView VIEW = Written.view("2026-06-18");

  @Test
  void haveTheColumnsOfTheContract() {
    assertThat(QualityIssueTables.REJECTED.table().header())
        .containsExactly(
            "source", "source_line", "rule", "field", "value", "message", "suggestion", "raw");
    assertThat(QualityIssueTables.REPAIRS.table().header())
        .containsExactly("source", "source_line", "rule", "field", "value", "repaired");
    assertThat(QualityIssueTables.WARNINGS.table().header())
        .containsExactly("source", "source_line", "rule", "field", "value", "message");
  }

  @Test
  void aRejectionShowsTheRecordAndItsSuggestionAndRunsNothing() {
    assertThat(
            Written.rows(
                QualityIssueTables.REJECTED,
                new Rejection(
                    1,
                    7,
                    IssueType.UNKNOWN_COUNCIL,
                    "council",
                    "Knowsly",
                    "'Knowsly' is not a known council.",
                    "Knowsley",
                    "=HYPERLINK(\"http://example.org\"),Knowsly"),
                VIEW))
        .containsExactly(
            "inspections_ilacs.csv,7,unknown_council,council,Knowsly,'Knowsly' is not a known"
                + " council.,Knowsley,\"'=HYPERLINK(\"\"http://example.org\"\"),Knowsly\"");
  }

  @Test
  void aRepairShowsTheValueBeforeAndAfter() {
    assertThat(
            Written.rows(
                QualityIssueTables.REPAIRS,
                new Repair(5, 9, IssueType.LEADING_TO, "adoption", "to good", "good"),
                VIEW))
        .containsExactly("inspections_sif.csv,9,leading_to,adoption,to good,good");
  }

  @Test
  void aWarningSaysWhatIsDoubtful() {
    assertThat(
            Written.rows(
                QualityIssueTables.WARNINGS,
                new Warning(
                    5,
                    21,
                    IssueType.MISSING_START_DATE,
                    "start_date",
                    "",
                    "sif records usually have one"),
                VIEW))
        .containsExactly(
            "inspections_sif.csv,21,missing_start_date,start_date,,sif records usually have one");
  }
}
