package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.gradeline.histories.ProjectRecords;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.ReportingDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The panel of councils by year. */
@ExtendWith(OneRun.class)
class PanelTableTest {
  private static final PanelTable TABLE = new PanelTable();

  private static List<String> rows(String laCode) {
    LocalDate day = LocalDate.of(2026, 8, 20);
    RunView view =
        RunView.of(
            ProjectData.reference(),
            new ReportingDate(day, day),
            PartialDate.parse("2009-08-07"),
            PartialDate.of(day),
            ProjectRecords.sourceNames());
    return Written.rows(TABLE, ProjectRecords.history(laCode), view);
  }

  private static String cells(String laCode, String year, String line, String... columns) {
    return rows(laCode).stream()
        .filter(row -> row.startsWith(year + ","))
        .filter(row -> Written.cells(TABLE.table(), row, "line").equals(line))
        .map(row -> Written.cells(TABLE.table(), row, columns))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hasTheColumnsOfTheContract() {
    assertThat(TABLE.table().header())
        .containsExactly(
            "year",
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
            "published_date",
            "comparable",
            "inspected_in_year",
            "visits_in_year",
            "years_since_rating");
  }

  @Test
  void hasACouncilUnderTheCodeAndTypeOfTheYear() {
    assertThat(cells("815", "2023", "headline", "gss_code", "council_type"))
        .isEqualTo("E10000023 County");
    assertThat(cells("815", "2024", "headline", "gss_code", "council_type"))
        .isEqualTo("E06000065 Unitary Authority");
  }

  @Test
  void twentySevenCountiesInMarch2014AndTheCityOfLondonIsNotALondonBorough(ProjectReports reports) {
    List<CSVRecord> in2014 =
        reports.rows("tables/panel.csv").stream()
            .filter(row -> row.get("year").equals("2014") && row.get("line").equals("headline"))
            .toList();

    // The two-tier counties of England from April 2009 to March 2019.
    assertThat(in2014).filteredOn(row -> row.get("council_type").equals("County")).hasSize(27);
    assertThat(in2014)
        .filteredOn(row -> row.get("council_type").equals("London Borough"))
        .hasSize(32)
        .noneMatch(row -> row.get("council").equals("City of London"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # Knowsley had focused visits on 11 October 2022 and 31 January 2024. Visits are known from April 2021 to March 2025.
          2021, ''
          2022, 0
          2023, 1
          2024, 1
          2025, 0
          2026, ''
          # The follow-up visit of "2015" is one of a kind of which only some are known.
          2015, ''
          """)
  void visitsAreBlankWhereTheirNumberIsUnknown(String year, String visits) {
    assertThat(cells("340", year, "headline", "visits_in_year")).isEqualTo(visits);
    // Visits of children's services are not visits of area SEND.
    assertThat(cells("340", year, "send_2016", "visits_in_year")).isEmpty();
  }

  @Test
  void comparesWithCareAcrossFrameworks() {
    assertThat(cells("340", "2014", "headline", "published_date", "comparable"))
        .isEqualTo("2010-03-12 ");
    assertThat(cells("340", "2015", "headline", "published_date", "comparable"))
        .isEqualTo("2014-06-30 with_care");
    assertThat(cells("340", "2018", "headline", "published_date", "comparable"))
        .isEqualTo("2017-06-13 yes");
  }

  @Test
  void aReportThatCameOutAfter31MarchHasNoYearsSinceIt(ProjectReports reports) {
    List<CSVRecord> later =
        reports.rows("tables/panel.csv").stream()
            .filter(row -> row.get("published_date").length() == 10)
            .filter(row -> row.get("published_date").compareTo(row.get("year") + "-03-31") > 0)
            .toList();

    assertThat(later).isNotEmpty().allMatch(row -> row.get("years_since_rating").isEmpty());
    assertThat(cells("340", "2025", "headline", "published_date", "years_since_rating"))
        // 70 days from 20 January to 31 March 2025.
        .isEqualTo("2025-01-20 0.1916");
  }
}
