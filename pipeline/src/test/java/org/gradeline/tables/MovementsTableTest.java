package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The official figures on which way councils moved. */
@ExtendWith(OneRun.class)
class MovementsTableTest {

  /**
   * Ofsted, "Main findings: children's social care in England 2024": of the 65 authorities with a
   * second inspection under ILACS by 31 March 2024, 26 had improved since the first, 15 were good
   * or outstanding still, and 12 had declined.
   */
  @Test
  void twoInspectionsUnderIlacsByMarch2024(ProjectReports reports) {
    CSVRecord row = row(reports, "first_to_latest", "ilacs");

    assertThat(row.toMap())
        .containsEntry("published_by", "2024-06-30")
        .containsEntry("councils", "65")
        .containsEntry("improved", "26")
        .containsEntry("same_good_or_outstanding", "15")
        .containsEntry("same_below_good", "12")
        .containsEntry("declined", "12")
        .containsEntry("improved_percent", "40")
        .containsEntry("declined_percent", "18.4615");
  }

  @Test
  void withTwoRatingsTheFirstIsTheOneBefore(ProjectReports reports) {
    // No council had had three inspections under ILACS by then.
    assertThat(figures(row(reports, "previous_to_latest", "ilacs")))
        .isEqualTo(figures(row(reports, "first_to_latest", "ilacs")));
  }

  private static List<String> figures(CSVRecord row) {
    return row.stream().skip(6).toList();
  }

  private static CSVRecord row(ProjectReports reports, String basis, String scope) {
    return reports.rows("tables/movements.csv").stream()
        .filter(row -> row.get("as_at").equals("2024-03-31"))
        .filter(row -> row.get("scope").equals(scope))
        .filter(row -> row.get("line").equals("headline"))
        .filter(row -> row.get("basis").equals(basis))
        .filter(row -> row.get("geography").equals("England"))
        .findFirst()
        .orElseThrow();
  }
}
