package org.gradeline.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * The rules that the Department for Education's screener holds open data to, as they stood in
 * November 2026, in our own words. The names are those of the checks in the Department's R package
 * eesyscreener (github.com/dfe-analytical-services/eesyscreener), in the order in which it runs
 * them. Checks of levels of geography that the file does not have pass there and here.
 */
final class Screener {
  private static final List<String> REQUIRED =
      List.of("time_period", "time_identifier", "geographic_level", "country_code", "country_name");
  private static final List<String> GEOGRAPHY =
      List.of(
          "time_period",
          "time_identifier",
          "geographic_level",
          "country_code",
          "country_name",
          "region_code",
          "region_name");
  private static final List<String> METADATA =
      List.of(
          "col_name",
          "col_type",
          "label",
          "indicator_grouping",
          "indicator_unit",
          "indicator_dp",
          "filter_hint",
          "filter_grouping_column");
  private static final String OPTIONAL = "filter_default";
  private static final List<String> UNITS = List.of("", "%", "pp", "£", "£m", "numberstring");
  private static final List<String> FOUR_DIGITS = List.of("Calendar year", "Reporting year");
  private static final Pattern LIKE_A_PLACE =
      Pattern.compile(
          "(country|sch|prov|inst|estab|reg|la|local|rsc|pfa|pcon|lep|mca|oa|ward|mat)"
              + ".*(name|code|urn|ukprn|number|upin|id)"
              + "|laestab|estab|sch|schools?|prov|providers?|inst|institutions?|name|code|urn|ukprn"
              + "|number|upin|id|region|la|lad|rsc|pcon|lep|mca|oa|ward|mat");
  private static final Pattern PEOPLE =
      Pattern.compile(
          "male|asian|chinese|indian|pakistani|bangladeshi|black|african|caribbean|white|roma"
              + "|irish|english|british|scottish|welsh|arab");
  private static final Pattern HARMONISED =
      Pattern.compile(
          ".*(sen_|primary_need|secondary_need|establishment_type|provider_type|school_type|phase"
              + "|ethnic).*");
  private static final Set<String> NO_VALUE = Set.of("NULL", "Null", "null", "NA", "na");
  private static final Set<String> OBSOLETE = Set.of("N/A", "n/a", ".", "..", "-");
  private static final Set<String> TOTALS = Set.of("Total", "total", "All", "all");

  /** Columns of the Department's data dictionary that a file of ours has by chance, see there. */
  static final String IN_DICTIONARY = "grade";

  private static final int FILTER_ITEMS = 25_000;
  private static final int NAME_LENGTH = 50;
  private static final int LABEL_LENGTH = 100;
  private static final int ITEM_LENGTH = 120;
  private static final int CODE_LENGTH = 30;

  private final String name;
  private final String metadataName;
  private final List<String> header;
  private final List<Map<String, String>> rows;
  private final List<String> metadataHeader;
  private final List<Map<String, String>> metadata;
  private final Map<String, Boolean> results = new LinkedHashMap<>();

  /**
   * @param name name of the data file
   * @param rows its rows
   * @param metadataName name of its metadata file
   * @param metadata the rows of that
   */
  Screener(
      String name,
      List<Map<String, String>> rows,
      String metadataName,
      List<Map<String, String>> metadata) {
    this.name = name;
    this.metadataName = metadataName;
    this.rows = rows;
    this.metadata = metadata;
    this.header = List.copyOf(rows.get(0).keySet());
    this.metadataHeader = List.copyOf(metadata.get(0).keySet());
  }

  /** Rows by the names of their columns, in order. */
  static List<Map<String, String>> rows(List<CSVRecord> records) {
    List<String> columns = records.get(0).getParser().getHeaderNames();
    return records.stream()
        .map(
            row -> {
              Map<String, String> cells = new LinkedHashMap<>();
              columns.forEach(column -> cells.put(column, row.get(column)));
              return cells;
            })
        .toList();
  }

  /** Whether each check passes, by its name. */
  Map<String, Boolean> screen() {
    files();
    columns();
    metadata();
    filters();
    time();
    geography();
    indicators();
    harmonised();
    programming();
    return results;
  }

  private void check(String check, boolean passes) {
    if (results.put(check, passes) != null) {
      throw new IllegalArgumentException(check + " is there twice");
    }
  }

  private void files() {
    String stem = name.replaceFirst("\\.csv$", "");
    check("check_filename_data_spaces", !name.contains(" "));
    check("check_filename_meta_spaces", !metadataName.contains(" "));
    check("check_filename_data_special", stem.matches("[A-Za-z0-9_-]+"));
    check(
        "check_filename_meta_special",
        metadataName.replaceFirst("(\\.meta)?\\.csv$", "").matches("[A-Za-z0-9_-]+"));
    check("check_filenames_match", metadataName.equals(stem + ".meta.csv"));
  }

  private void columns() {
    check("precheck_col_req_meta", metadataHeader.containsAll(METADATA));
    check(
        "precheck_col_invalid_meta",
        metadataHeader.stream()
            .allMatch(column -> METADATA.contains(column) || column.equals(OPTIONAL)));
    check("precheck_col_req_data", header.containsAll(REQUIRED));
    check("precheck_col_to_rows", header.size() - REQUIRED.size() >= metadata.size());
    check("precheck_cross_meta_to_data", header.containsAll(described()));
    check(
        "precheck_cross_data_to_meta",
        header.stream()
            .allMatch(column -> GEOGRAPHY.contains(column) || described().contains(column)));
    check("check_col_names_spaces", header.stream().noneMatch(column -> column.contains(" ")));
    check("check_col_snake_case", header.stream().allMatch(column -> column.matches("[a-z0-9_]+")));
    check("check_col_var_start", header.stream().allMatch(column -> column.matches("[a-z].*")));
    check(
        "check_col_ind_smushed",
        indicatorNames().stream().noneMatch(column -> PEOPLE.matcher(column).find()));
    check(
        "check_col_var_characteristic",
        described().stream().noneMatch(column -> column.matches("characteristic(_group)?")));
  }

  private void metadata() {
    check("precheck_meta_col_type", all("col_type", type -> type.matches("Filter|Indicator")));
    check("precheck_meta_ob_unit", described().stream().noneMatch(GEOGRAPHY::contains));
    check("precheck_meta_col_name", all("col_name", column -> !column.isEmpty()));
    check("check_meta_dupe_label", distinct("label"));
    check("check_meta_fil_grp", ofType("Indicator", "filter_grouping_column", String::isEmpty));
    check("check_meta_fil_grp_dupe", groups().size() == new HashSet<>(groups()).size());
    check("check_meta_fil_grp_is_fil", groups().stream().noneMatch(filterNames()::contains));
    check("check_meta_fil_grp_match", header.containsAll(groups()));
    check("check_meta_fil_grp_stripped", groups().stream().allMatch(this::isStripped));
    check("check_meta_label", all("label", label -> !label.isBlank()));
    check("check_meta_filter_hint", ofType("Indicator", "filter_hint", String::isEmpty));
    check(
        "check_meta_geog_catch",
        filterNames().stream().noneMatch(column -> LIKE_A_PLACE.matcher(column).matches()));
    check("check_meta_indicator_dp", ofType("Filter", "indicator_dp", String::isEmpty));
    check("check_meta_col_name_spaces", all("col_name", column -> !column.contains(" ")));
    check("check_meta_col_name_dupe", distinct("col_name"));
    check("check_meta_ind_dp_set", ofType("Indicator", "indicator_dp", dp -> !dp.isEmpty()));
    check("check_meta_ind_dp_values", all("indicator_dp", dp -> dp.matches("[0-9]*")));
    check("check_meta_ind_unit", ofType("Filter", "indicator_unit", String::isEmpty));
    check("check_meta_ind_unit_validation", ofType("Indicator", "indicator_unit", UNITS::contains));
    check("check_meta_indicator_grouping", ofType("Filter", "indicator_grouping", String::isEmpty));
    check(
        "check_general_null",
        Stream.concat(rows.stream(), metadata.stream())
            .flatMap(row -> row.values().stream())
            .noneMatch(cell -> NO_VALUE.contains(cell) || OBSOLETE.contains(cell)));
  }

  private void filters() {
    check(
        "precheck_filter_not_singular",
        filterNames().stream().allMatch(filter -> values(filter).size() > 1));
    check(
        "check_filter_defaults",
        metadata.stream()
            .filter(row -> cell(row, "col_type").equals("Filter"))
            .allMatch(
                row -> {
                  String preset = cell(row, OPTIONAL);
                  return values(cell(row, "col_name"))
                      .contains(preset.isEmpty() ? "Total" : preset);
                }));
    check(
        "check_filter_group_level",
        metadata.stream()
            .filter(row -> !cell(row, "filter_grouping_column").isEmpty())
            .allMatch(
                row ->
                    values(cell(row, "col_name")).size()
                        >= values(cell(row, "filter_grouping_column")).size()));
    check(
        "check_filter_item_limit",
        filterNames().stream().allMatch(filter -> values(filter).size() <= FILTER_ITEMS));
    check(
        "check_filter_whitespace",
        Stream.concat(filterNames().stream(), GEOGRAPHY.stream()).allMatch(this::isStripped));
    check(
        "check_filter_ob_total",
        GEOGRAPHY.stream().noneMatch(column -> values(column).stream().anyMatch(TOTALS::contains)));
    check(
        "check_filter_blanks",
        filterNames().stream().noneMatch(filter -> values(filter).contains("")));
    List<String> key = new ArrayList<>(GEOGRAPHY);
    key.addAll(filterNames());
    check(
        "check_general_dupes",
        rows.stream()
                .map(row -> key.stream().map(column -> cell(row, column)).toList())
                .distinct()
                .count()
            == rows.size());
  }

  private void time() {
    check(
        "precheck_time_period_num",
        values("time_period").stream().allMatch(period -> period.matches("[0-9]{4}|[0-9]{6}")));
    check("precheck_time_id_valid", FOUR_DIGITS.containsAll(values("time_identifier")));
    check("precheck_time_id_mix", values("time_identifier").size() == 1);
    check(
        "check_time_period",
        values("time_period").stream().allMatch(period -> period.matches("[0-9]{4}")));
    check(
        "check_time_period_six",
        values("time_period").stream().noneMatch(period -> period.length() == 6));
  }

  private void geography() {
    Set<String> levels = values("geographic_level");
    check("precheck_geog_level", Set.of("National", "Regional").containsAll(levels));
    check("precheck_geog_level_present", header.containsAll(GEOGRAPHY));
    check(
        "check_geog_country_combos",
        pairs("country_code", "country_name").equals(Set.of("E92000001|England")));
    check(
        "check_geog_region_combos",
        pairs("region_code", "region_name").stream()
            .allMatch(
                pair ->
                    pair.equals("|")
                        || OpenDataTest.REGIONS.entrySet().stream()
                            .anyMatch(
                                region -> pair.equals(region.getKey() + "|" + region.getValue()))));
    for (String other : List.of("ward", "pcon", "lad", "lep", "lsip", "eda", "la")) {
      check(
          "check_geog_" + other + "_combos",
          header.stream().noneMatch(column -> column.matches("(new_|old_)?" + other + "_.*")));
    }
    check(
        "check_geog_level_completed",
        rows.stream()
            .allMatch(
                row ->
                    !cell(row, "country_code").isEmpty()
                        && !cell(row, "country_name").isEmpty()
                        && (cell(row, "geographic_level").equals("National")
                            || (!cell(row, "region_code").isEmpty()
                                && !cell(row, "region_name").isEmpty()))));
    check(
        "check_geog_ignored_rows",
        levels.stream()
            .noneMatch(level -> level.matches("School|Provider|Institution|Planning area")));
    boolean lower =
        levels.stream().anyMatch(level -> level.matches("Opportunity area|MAT|Sponsor"));
    check("check_geog_other_dupes", !lower);
    check("check_geog_la_col_present", !levels.contains("Local authority"));
    check(
        "check_geog_region_col_present",
        header.contains("region_code") && header.contains("region_name"));
    check("check_geog_region_for_la", !levels.contains("Local authority"));
    check("check_geog_region_for_lad", !levels.contains("Local authority district"));
    check("check_geog_na", !values("region_name").contains("Not available"));
    check("check_geog_na_code", !values("region_code").contains("x"));
    check("check_geog_other_code_dupes", !lower);
    check(
        "check_geog_overcompleted_cols",
        rows.stream()
            .filter(row -> cell(row, "geographic_level").equals("National"))
            .allMatch(
                row -> cell(row, "region_code").isEmpty() && cell(row, "region_name").isEmpty()));
  }

  private void indicators() {
    check(
        "check_ind_invalid_entry",
        indicatorNames().stream()
            .flatMap(column -> values(column).stream())
            .noneMatch(cell -> cell.isEmpty() || cell.equals(":") || OBSOLETE.contains(cell)));
  }

  private void harmonised() {
    check(
        "check_harmonised_variables",
        described().stream().noneMatch(column -> HARMONISED.matcher(column).matches()));
    check(
        "check_harmonised_eth_vals",
        header.stream().noneMatch(column -> column.startsWith("ethnicity_")));
    check("check_harmonised_eth_char_grp", !header.contains("characteristic_group"));
    check("check_harmonised_eth_char_vals", !header.contains("characteristic"));
  }

  /** What the Department's programming interface takes. */
  private void programming() {
    check(
        "check_api_char_col_name",
        header.stream().allMatch(column -> column.length() <= NAME_LENGTH));
    check("check_api_char_col_label", all("label", label -> label.length() <= LABEL_LENGTH));
    check(
        "check_api_char_loc_code",
        Stream.of("country_code", "region_code")
            .flatMap(column -> values(column).stream())
            .allMatch(code -> code.length() <= CODE_LENGTH));
    check(
        "check_api_char_filter_items",
        Stream.concat(filterNames().stream(), Stream.of("country_name", "region_name"))
            .flatMap(column -> values(column).stream())
            .allMatch(item -> item.length() <= ITEM_LENGTH));
    check("check_data_dict_col_name", described().stream().allMatch(IN_DICTIONARY::equals));
    check("check_data_dict_fil_item", !filterNames().contains(IN_DICTIONARY));
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private List<String> described() {
    return metadata.stream().map(row -> cell(row, "col_name")).toList();
  }

  private List<String> filterNames() {
    return ofType("Filter");
  }

  private List<String> indicatorNames() {
    return ofType("Indicator");
  }

  private List<String> ofType(String type) {
    return metadata.stream()
        .filter(row -> cell(row, "col_type").equals(type))
        .map(row -> cell(row, "col_name"))
        .toList();
  }

  private List<String> groups() {
    return metadata.stream()
        .map(row -> cell(row, "filter_grouping_column"))
        .filter(group -> !group.isEmpty())
        .toList();
  }

  private Set<String> values(String column) {
    return rows.stream().map(row -> cell(row, column)).collect(Collectors.toSet());
  }

  private Set<String> pairs(String one, String other) {
    return rows.stream()
        .map(row -> cell(row, one) + "|" + cell(row, other))
        .collect(Collectors.toSet());
  }

  private boolean isStripped(String column) {
    return values(column).stream().allMatch(cell -> cell.equals(cell.strip()));
  }

  private boolean all(String column, Predicate<String> holds) {
    return metadata.stream().map(row -> cell(row, column)).allMatch(holds);
  }

  private boolean distinct(String column) {
    Function<Map<String, String>, String> cell = row -> cell(row, column);
    return metadata.stream().map(cell).distinct().count() == metadata.size();
  }

  private boolean ofType(String type, String column, Predicate<String> holds) {
    return metadata.stream()
        .filter(row -> cell(row, "col_type").equals(type))
        .map(row -> cell(row, column))
        .allMatch(holds);
  }
}
