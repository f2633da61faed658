package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.gradeline.reference.ProjectData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tables that say what codes and keys mean, for joining. */
class ReferenceTablesTest {
  private static final RunView VIEW = Written.view("2026-08-20");

  private static <R> List<String> rows(ReferenceTable<R> table) {
    return Written.rows(table.table(), table.rows(VIEW));
  }

  @Test
  void councilsHaveTheColumnsOfTheContract() {
    assertThat(new CouncilsTable().table().header())
        .containsExactly(
            "la_code",
            "gss_code",
            "council",
            "official_name",
            "council_type",
            "region",
            "ofsted_region",
            "opened",
            "closed",
            "successors");
  }

  @Test
  void aCouncilIsAsItIsNowOrWasOnItsLastDay() {
    assertThat(rows(new CouncilsTable()))
        .hasSize(158)
        .contains(
            "340,E08000011,Knowsley,Knowsley,Metropolitan District,North West,North West,,,",
            "201,E09000001,City of London,City of London,City of London"
                + " Corporation,London,London,,,",
            "810,E06000010,Hull,\"Kingston upon Hull, City of\",Unitary Authority,Yorkshire and The"
                + " Humber,\"North East, Yorkshire and the Humber\",,,",
            "909,E10000006,Cumbria,Cumbria,County,North West,North West,,2023-04-01,942; 943",
            "942,E06000063,Cumberland,Cumberland,Unitary Authority,North West,North"
                + " West,2023-04-01,,");
  }

  @Test
  void linesHaveTheColumnsOfTheContract() {
    assertThat(new LinesTable().table().header())
        .containsExactly("line", "label", "scheme", "scheme_label", "scale", "defined_as");
  }

  @Test
  void aLineSaysWhatItFollows() {
    assertThat(rows(new LinesTable()))
        .hasSize(9)
        .contains(
            "in_care,Children in care,childrens_services,Children's"
                + " services,childrens_services,\"slac: services for looked after children"
                + " (looked_after); tlac: services for looked after children"
                + " (overall_effectiveness); sif: services for looked after children, including"
                + " permanence (looked_after_and_permanence); ilacs: services for children in care"
                + " (in_care), a new definition from 2023-01-01\"")
        .anyMatch(row -> row.startsWith("send_2023,\"Area SEND, framework of 2023\",area_send,"));
  }

  @Test
  void frameworksAreThoseOfBothSchemes() {
    assertThat(rows(new FrameworksTable()))
        .extracting(
            row ->
                Written.cells(
                    new FrameworksTable().table(),
                    row,
                    "framework",
                    "scheme",
                    "coverage",
                    "first_day",
                    "last_day"))
        .containsExactly(
            "cpi childrens_services partial 2012-05-01 2013-09-30",
            "ilacs childrens_services full 2018-01-01 ",
            "lscb childrens_services partial 2013-11-01 2018-08-31",
            "send_2016 area_send full 2016-05-01 2022-12-31",
            "send_2023 area_send full 2023-01-01 ",
            "sif childrens_services full 2013-11-01 2018-08-31",
            "slac childrens_services full 2009-04-01 2012-09-30",
            "tlac childrens_services partial 2013-05-01 2013-09-30");
  }

  @Test
  void gradesAreThoseOfEveryScaleTheBestFirst() {
    assertThat(rows(new GradesTable()))
        .containsExactly(
            "childrens_services,outstanding,Outstanding,1,yes",
            "childrens_services,good,Good,2,yes",
            "childrens_services,requires_improvement,Requires improvement,3,no",
            "childrens_services,inadequate,Inadequate,4,no",
            "send_2016,not_required,Statement not required,1,yes",
            "send_2016,required,Statement required,2,no",
            "send_2023,typically_positive,Typically positive experiences and outcomes,1,yes",
            "send_2023,inconsistent,Inconsistent experiences and outcomes,2,no",
            "send_2023,widespread_failings,Widespread and/or systemic failings,3,no");
  }

  @Test
  void contextHasTheColumnsOfTheContract() {
    assertThat(new ContextTable(ProjectData.reference()).table().header())
        .containsExactly("year", "la_code", "council", "measure", "value", "mark");
  }

  @Test
  void whereAFigureIsMissingItsMarkIsInItsPlace() {
    assertThat(rows(new ContextTable(ProjectData.reference())))
        .contains("2012,201,City of London,population_0_17,716,")
        .allMatch(row -> row.endsWith(",") != row.matches(".*,,[a-z]+"));
  }

  /** Every cell of the wide files is a row, and no row is of another cell. */
  @Test
  @ExtendWith(OneRun.class)
  void everyFigureOfTheContextFilesIsThere(ProjectReports reports) throws IOException {
    List<String> expected = new ArrayList<>();
    try (Stream<Path> files =
        Files.list(ProjectReports.DATA.resolve("reference").resolve("context"))) {
      for (Path file : files.toList()) {
        for (CSVRecord row : ProjectReports.read(file)) {
          row.toMap()
              .forEach(
                  (column, cell) -> {
                    if (!cell.isEmpty() && !column.matches("year|la_code")) {
                      expected.add(
                          String.join(
                              " ", row.get("year"), row.get("la_code"), column, plain(cell)));
                    }
                  });
        }
      }
    }

    assertThat(reports.rows("tables/context.csv"))
        .extracting(
            row ->
                String.join(
                    " ",
                    row.get("year"),
                    row.get("la_code"),
                    row.get("measure"),
                    row.get("value") + row.get("mark")))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** A number without idle zeros; a mark as it is. */
  private static String plain(String cell) {
    return cell.contains(".") ? cell.replaceAll("\\.?0+$", "") : cell;
  }
}
