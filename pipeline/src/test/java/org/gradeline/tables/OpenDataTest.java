package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The open data files by the open data standards of the Department for Education's guidance to
 * producers of statistics, and their figures by the tables that they are made from.
 */
@ExtendWith(OneRun.class)
class OpenDataTest {
  private static final List<String> TIME_AND_GEOGRAPHY =
      List.of(
          "time_period",
          "time_identifier",
          "geographic_level",
          "country_code",
          "country_name",
          "region_code",
          "region_name");
  private static final List<String> INDICATORS =
      List.of(
          "council_count",
          "council_percent",
          "council_percent_lower_ci",
          "council_percent_upper_ci");

  /** Codes and names of the regions of England, as the Office for National Statistics has them. */
  static final Map<String, String> REGIONS =
      Map.of(
          "E12000001", "North East",
          "E12000002", "North West",
          "E12000003", "Yorkshire and The Humber",
          "E12000004", "East Midlands",
          "E12000005", "West Midlands",
          "E12000006", "East of England",
          "E12000007", "London",
          "E12000008", "South East",
          "E12000009", "South West");

  @Test
  void theFolderHasTwoDataFilesEachWithItsMetadata(ProjectReports reports) throws IOException {
    try (Stream<Path> files = Files.list(reports.folder().resolve("open_data"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .allMatch(name -> name.matches("[a-z0-9_-]+(\\.meta)?\\.csv(-metadata\\.json)?"))
          .containsExactlyInAnyOrder(
              "council_ratings.csv",
              "council_ratings.meta.csv",
              "council_ratings.csv-metadata.json",
              "council_movements.csv",
              "council_movements.meta.csv",
              "council_movements.csv-metadata.json");
    }
  }

  /** The rules that every data file keeps, with its metadata. */
  abstract static class DataFile {
    private final String name;
    private final List<String> filters;

    List<CSVRecord> rows = List.of();
    private List<CSVRecord> metadata = List.of();

    DataFile(String name, String... filters) {
      this.name = name;
      this.filters = List.of(filters);
    }

    @BeforeEach
    void read(ProjectReports reports) {
      rows = reports.rows("open_data/" + name + ".csv");
      metadata = reports.rows("open_data/" + name + ".meta.csv");
      assertThat(rows).isNotEmpty();
    }

    @Test
    void columnsAreTimeGeographyFiltersThenIndicators() {
      List<String> expected = new ArrayList<>(TIME_AND_GEOGRAPHY);
      expected.addAll(filters);
      expected.addAll(INDICATORS);

      assertThat(columns(rows))
          .isEqualTo(expected)
          .allMatch(column -> column.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"), "in snake case")
          .allMatch(column -> column.length() <= 50, "at most 50 characters");
    }

    @Test
    void aTimePeriodIsAReportingYear() {
      assertThat(values("time_period")).allMatch(year -> year.matches("[0-9]{4}"));
      assertThat(values("time_identifier")).containsExactly("Reporting year");
    }

    @Test
    void aRowIsOfEnglandOrOfARegion() {
      assertThat(values("geographic_level")).containsExactlyInAnyOrder("National", "Regional");
      assertThat(values("country_code")).containsExactly("E92000001");
      assertThat(values("country_name")).containsExactly("England");
    }

    @Test
    void regionalRowsAloneNameARegionAndSpellItOfficially() {
      Map<String, String> regions = new HashMap<>();
      for (CSVRecord row : rows) {
        if (row.get("geographic_level").equals("Regional")) {
          regions.put(row.get("region_code"), row.get("region_name"));
        } else {
          assertThat(row.get("region_code") + row.get("region_name")).isEmpty();
        }
      }
      assertThat(regions).isEqualTo(REGIONS);
    }

    @Test
    void aFilterIsNeverBlankAndHasTwoMembersAtLeast() {
      assertThat(filters)
          .allSatisfy(
              filter -> assertThat(values(filter)).hasSizeGreaterThan(1).doesNotContain(""));
    }

    @Test
    void aFilterHasADefaultThatIsAmongItsMembers() {
      for (String filter : filters) {
        assertThat(values(filter)).as(filter).contains(metadata(filter, "filter_default"));
      }
    }

    @Test
    void theJudgementChosenAtFirstIsTheHeadline() {
      assertThat(metadata("judgement", "filter_default"))
          .isEqualTo("Overall effectiveness (headline)");
      assertThat(metadata("framework_scope", "filter_default")).isEqualTo("Total");
      assertThat(metadata(filters.get(filters.size() - 1), "filter_default")).isEqualTo("Total");
    }

    /**
     * Of the screener's checks all pass but those that docs/USING-THE-TABLES.md gives a reason for:
     * the advice on its programming interface, for which columns must be in the Department's
     * dictionary.
     */
    @Test
    void theScreenerHasNothingToSayButOfItsDictionary() {
      Map<String, Boolean> checks = screener(rows, metadata).screen();

      assertThat(checks).hasSize(83);
      assertThat(
              checks.entrySet().stream().filter(check -> !check.getValue()).map(Map.Entry::getKey))
          .containsExactlyElementsOf(
              filters.contains(Screener.IN_DICTIONARY)
                  ? List.of("check_data_dict_col_name", "check_data_dict_fil_item")
                  : List.of("check_data_dict_col_name"));
    }

    private Screener screener(List<CSVRecord> data, List<CSVRecord> described) {
      return new Screener(
          name + ".csv", Screener.rows(data), name + ".meta.csv", Screener.rows(described));
    }

    /** So that passing means something. */
    @ParameterizedTest
    @CsvSource({
      "label, judgement, '', check_meta_label",
      "label, judgement, Number of councils, check_meta_dupe_label",
      "filter_default, judgement, '', check_filter_defaults",
      "filter_default, judgement, Overall, check_filter_defaults",
      "indicator_unit, council_percent, percent, check_meta_ind_unit_validation",
      "indicator_unit, judgement, %, check_meta_ind_unit",
      "indicator_dp, council_count, '', check_meta_ind_dp_set",
      "indicator_dp, council_count, one, check_meta_ind_dp_values",
      "indicator_dp, judgement, 0, check_meta_indicator_dp",
      "filter_hint, council_count, A hint., check_meta_filter_hint",
      "col_type, council_count, Measure, precheck_meta_col_type",
      "col_name, judgement, region_name, precheck_meta_ob_unit",
      "label, judgement, n/a, check_general_null"
    })
    void theScreenerNoticesAFaultInTheMetadata(
        String column, String of, String cell, String check) {
      List<Map<String, String>> changed =
          Screener.rows(metadata).stream()
              .map(
                  row -> {
                    Map<String, String> copy = new LinkedHashMap<>(row);
                    if (of.equals(row.get("col_name"))) {
                      copy.put(column, cell);
                    }
                    return copy;
                  })
              .toList();

      assertThat(
              new Screener(name + ".csv", Screener.rows(rows), name + ".meta.csv", changed)
                  .screen())
          .containsEntry(check, false);
    }

    @ParameterizedTest
    @CsvSource({
      "time_period, 20, precheck_time_period_num",
      "time_period, 202425, check_time_period",
      "time_identifier, Year, precheck_time_id_valid",
      "geographic_level, Region, precheck_geog_level",
      "region_name, Total, check_filter_ob_total",
      "region_code, E12000001, check_geog_overcompleted_cols",
      "country_name, Wales, check_geog_country_combos",
      "judgement, '', check_filter_blanks",
      "judgement, ' Leadership', check_filter_whitespace",
      "council_count, '', check_ind_invalid_entry",
      "council_percent, .., check_ind_invalid_entry",
      "council_percent, NA, check_general_null"
    })
    void theScreenerNoticesAFaultInTheData(String column, String cell, String check) {
      List<Map<String, String>> changed = new ArrayList<>(Screener.rows(rows));
      Map<String, String> first = new LinkedHashMap<>(changed.get(0));
      first.put(column, cell);
      changed.set(0, first);

      assertThat(
              new Screener(name + ".csv", changed, name + ".meta.csv", Screener.rows(metadata))
                  .screen())
          .containsEntry(check, false);
    }

    @Test
    void noFilterIsNamedLikeAPlace() {
      assertThat(filters)
          .noneMatch(
              filter ->
                  filter.matches(
                      "(region|la|lad|local_authority|country|ward|pcon|opportunity|geograph)"
                          + "(_.*)?"));
    }

    @Test
    void indicatorsAreNumbersOrSaySoWithASign() {
      assertThat(rows)
          .allSatisfy(
              row -> {
                assertThat(row.get("council_count")).matches("[0-9]+|x");
                for (String percent : INDICATORS.subList(1, INDICATORS.size())) {
                  assertThat(row.get(percent)).matches("[0-9]{1,3}(\\.[0-9]{1,4})?|z|x");
                }
              });
    }

    @Test
    void aPercentageLiesBetweenItsLimitsAndAllBetween0And100() {
      assertThat(rows)
          .filteredOn(row -> !row.get("council_percent_lower_ci").equals("z"))
          .isNotEmpty()
          .allSatisfy(
              row -> {
                List<Double> percents =
                    Stream.of(
                            "council_percent_lower_ci",
                            "council_percent",
                            "council_percent_upper_ci")
                        .map(column -> Double.valueOf(row.get(column)))
                        .toList();
                assertThat(percents).isSorted().allMatch(percent -> percent >= 0 && percent <= 100);
              });
    }

    @Test
    void noRowStandsTwice() {
      assertThat(rows.stream().map(this::place)).doesNotHaveDuplicates();
    }

    @Test
    void rowsFollowTimeThenGeography() {
      Comparator<CSVRecord> order =
          Comparator.comparing((CSVRecord row) -> row.get("time_period"))
              .thenComparing(row -> row.get("geographic_level"))
              .thenComparing(row -> row.get("region_code"));

      assertThat(rows).isSortedAccordingTo(order);
    }

    @Test
    void membersOfAFilterAddUpToItsTotal() {
      String last = filters.get(filters.size() - 1);
      Map<String, Long> parts = new HashMap<>();
      Map<String, Long> totals = new HashMap<>();
      for (CSVRecord row : rows) {
        long councils = Long.parseLong(row.get("council_count"));
        String rest = place(row).substring(0, place(row).lastIndexOf('|'));
        if (row.get(last).equals("Total")) {
          totals.put(rest, councils);
        } else if (!row.get(last).equals("Good or outstanding")) {
          parts.merge(rest, councils, Long::sum);
        }
      }
      assertThat(parts).isEqualTo(totals);
    }

    @Test
    void nothingIsWrittenForNothing() {
      assertThat(Stream.concat(rows.stream(), metadata.stream()).flatMap(CSVRecord::stream))
          .noneMatch(cell -> cell.strip().matches("(?i)n/?a|null|nan|none|-|\\.\\.?"));
    }

    @Test
    void metadataHasARowForEveryFilterAndIndicatorAndNoOther() {
      assertThat(columns(metadata))
          .containsExactly(
              "col_name",
              "col_type",
              "label",
              "indicator_grouping",
              "indicator_unit",
              "indicator_dp",
              "filter_hint",
              "filter_grouping_column",
              "filter_default");
      assertThat(metadata)
          .filteredOn(row -> row.get("col_type").equals("Filter"))
          .extracting(row -> row.get("col_name"))
          .isEqualTo(filters);
      assertThat(metadata)
          .filteredOn(row -> row.get("col_type").equals("Indicator"))
          .extracting(row -> row.get("col_name"))
          .isEqualTo(INDICATORS);
      assertThat(metadata).hasSize(filters.size() + INDICATORS.size());
    }

    @Test
    void labelsAreFilledAndTellColumnsApart() {
      assertThat(metadata)
          .extracting(row -> row.get("label").strip())
          .doesNotContain("")
          .doesNotHaveDuplicates();
    }

    @Test
    void indicatorsAloneHaveDecimalsAndUnits() {
      assertThat(metadata)
          .allSatisfy(
              row -> {
                boolean indicator = row.get("col_type").equals("Indicator");
                boolean percent = row.get("col_name").startsWith("council_percent");
                assertThat(row.get("indicator_dp")).matches(indicator ? "[0-9]+" : "");
                assertThat(row.get("indicator_unit")).isEqualTo(percent ? "%" : "");
                assertThat(row.get("indicator_grouping")).isEmpty();
                if (indicator) {
                  assertThat(row.get("filter_hint") + row.get("filter_grouping_column")).isEmpty();
                  assertThat(row.get("filter_default")).isEmpty();
                }
              });
    }

    /** Where a row belongs: time, geography and filters. */
    String place(CSVRecord row) {
      return cells(row, "time_period", "region_code")
          + "|"
          + cells(row, filters.toArray(new String[0]));
    }

    Map<String, String> figures() {
      return figures(row -> cells(row, INDICATORS.toArray(new String[0])));
    }

    Map<String, String> figures(Function<CSVRecord, String> figures) {
      return rows.stream().collect(Collectors.toMap(this::place, figures));
    }

    private String metadata(String column, String what) {
      return metadata.stream()
          .filter(row -> row.get("col_name").equals(column))
          .map(row -> row.get(what))
          .findFirst()
          .orElseThrow();
    }

    private List<String> values(String column) {
      return rows.stream().map(row -> row.get(column)).distinct().toList();
    }

    private static List<String> columns(List<CSVRecord> rows) {
      return rows.get(0).getParser().getHeaderNames();
    }
  }

  @Nested
  @DisplayName("council_ratings.csv")
  class Ratings extends DataFile {
    Ratings() {
      super("council_ratings", "framework_scope", "judgement", "grade");
    }

    @Test
    void figuresAreThoseOfTheDistributionsOn31March(ProjectReports reports) {
      Map<String, String> grades =
          Map.of(
              "outstanding", "Outstanding",
              "good", "Good",
              "requires_improvement", "Requires improvement",
              "inadequate", "Inadequate",
              "good_or_outstanding", "Good or outstanding",
              "not_required", "Statement not required",
              "required", "Statement required",
              "typically_positive", "Typically positive experiences and outcomes",
              "inconsistent", "Inconsistent experiences and outcomes",
              "widespread_failings", "Widespread and/or systemic failings");
      Map<String, String> expected = new HashMap<>();
      for (CSVRecord row : yearEnds(reports, "distributions")) {
        expected.put(
            tablePlace(row) + "|" + grades.get(row.get("grade")),
            cells(row, "councils", "percent", "percent_lower", "percent_upper"));
        expected.put(tablePlace(row) + "|Total", row.get("base") + "|100|z|z");
      }

      Map<String, String> figures = figures();

      assertThat(figures).containsAllEntriesOf(expected);
      // A region without any rating has rows too, so that every year has the same ones.
      figures.keySet().removeAll(expected.keySet());
      assertThat(figures.values()).containsOnly("0|z|z|z");
    }
  }

  @Nested
  @DisplayName("council_movements.csv")
  class Movements extends DataFile {
    Movements() {
      super("council_movements", "framework_scope", "judgement", "comparison", "movement");
    }

    @Test
    void figuresAreThoseOfTheMovementsOn31March(ProjectReports reports) {
      Map<String, String> comparisons =
          Map.of("first_to_latest", "First to latest", "previous_to_latest", "Previous to latest");
      Map<String, String> expected = new HashMap<>();
      for (CSVRecord row : yearEnds(reports, "movements")) {
        String place = tablePlace(row) + "|" + comparisons.get(row.get("basis")) + "|";
        expected.put(place + "Improved", row.get("improved"));
        String passing = passing(row.get("line"));
        expected.put(place + "Stayed " + passing, row.get("same_good_or_outstanding"));
        expected.put(
            place + "Stayed below " + (passing.startsWith("good") ? "good" : passing),
            row.get("same_below_good"));
        expected.put(place + "Declined", row.get("declined"));
        expected.put(place + "Total", row.get("councils"));
      }

      Map<String, String> figures = figures(row -> row.get("council_count"));

      assertThat(figures).containsAllEntriesOf(expected);
      figures.keySet().removeAll(expected.keySet());
      assertThat(figures.values()).containsOnly("0");
    }

    @Test
    void percentsAreThoseOfTheMovements(ProjectReports reports) {
      Map<String, String> figures = figures(row -> row.get("council_percent"));

      assertThat(yearEnds(reports, "movements"))
          .filteredOn(row -> row.get("basis").equals("first_to_latest"))
          .allSatisfy(
              row -> {
                String place = tablePlace(row) + "|First to latest|";
                assertThat(figures)
                    .containsEntry(place + "Improved", row.get("improved_percent"))
                    .containsEntry(place + "Declined", row.get("declined_percent"))
                    .containsEntry(place + "Total", "100");
              });
    }
  }

  /** What the grades that pass on a line are called. */
  private static String passing(String line) {
    return switch (line) {
      case "send_2016" -> "statement not required";
      case "send_2023" -> "typically positive experiences and outcomes";
      default -> "good or outstanding";
    };
  }

  /** Rows of a table on 31 March, of England and of the regions. */
  private static List<CSVRecord> yearEnds(ProjectReports reports, String table) {
    return reports.rows("tables/" + table + ".csv").stream()
        .filter(row -> row.get("as_at").endsWith("-03-31"))
        .filter(row -> row.get("geography_level").matches("national|region"))
        .toList();
  }

  /** Where the row of a table belongs in open data. */
  private static String tablePlace(CSVRecord row) {
    Map<String, String> scopes =
        Map.of(
            "any", "Total",
            "sif_ilacs", "SIF and ILACS",
            "sif", "SIF alone",
            "ilacs", "ILACS alone");
    Map<String, String> lines =
        Map.of(
            "headline", "Overall effectiveness (headline)",
            "help_and_protection", "Children who need help and protection",
            "in_care", "Children in care",
            "care_leavers", "Care leavers",
            "leadership", "Leadership",
            "adoption", "Adoption",
            "lscb", "Local Safeguarding Children Board",
            "send_2016", "Area SEND, framework of 2016",
            "send_2023", "Area SEND, framework of 2023");
    String region = row.get("geography_level").equals("national") ? "" : row.get("geography_code");
    return String.join(
        "|",
        row.get("as_at").substring(0, 4),
        region,
        scopes.get(row.get("scope")),
        lines.get(row.get("line")));
  }

  private static String cells(CSVRecord row, String... columns) {
    return Stream.of(columns).map(row::get).collect(Collectors.joining("|"));
  }
}
