package org.gradeline.tables;

import java.util.ArrayList;
import java.util.List;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scope;
import org.gradeline.statistics.Share;
import org.gradeline.tables.RunView.ReportingYear;

/**
 * What the tables in the Department for Education's open data standard have in common: time,
 * geography and the signs for values that are not there. One reporting date a year, England and its
 * regions, filters in long form.
 */
final class OpenData {
  /** Sign for a value that does not apply. */
  static final String NOT_APPLICABLE = "z";

  static final String TOTAL = "Total";
  static final String COUNT = "council_count";
  static final String PERCENT = "council_percent";
  static final String LOWER = "council_percent_lower_ci";
  static final String UPPER = "council_percent_upper_ci";

  private static final String TIME_IDENTIFIER = "Reporting year";

  private OpenData() {}

  /**
   * A row of a metadata file: a filter or an indicator.
   *
   * @param column the column that it describes
   * @param indicator whether it is an indicator; else a filter
   * @param label its label
   * @param unit unit of an indicator; blank for a plain count
   * @param decimals decimals of an indicator
   * @param hint what a reader of a filter should know
   */
  record Metadata(
      String column, boolean indicator, String label, String unit, int decimals, String hint) {
    static Metadata filter(String column, String label, String hint) {
      return new Metadata(column, false, label, "", 0, hint);
    }

    static Metadata indicator(String column, String label, String unit, int decimals) {
      return new Metadata(column, true, label, unit, decimals, "");
    }
  }

  static final Metadata SCOPE_FILTER =
      Metadata.filter(
          "framework_scope", "Frameworks counted", "Total counts inspections of every framework.");
  static final Metadata LINE_FILTER =
      Metadata.filter(
          "judgement",
          "Judgement",
          "Default: Overall effectiveness (headline). The judgements do not add up.");

  static final List<Metadata> INDICATORS =
      List.of(
          Metadata.indicator(COUNT, "Number of councils", "", 0),
          Metadata.indicator(PERCENT, "Percentage of councils", "%", 1),
          Metadata.indicator(LOWER, "Percentage of councils, lower 95 % confidence limit", "%", 1),
          Metadata.indicator(UPPER, "Percentage of councils, upper 95 % confidence limit", "%", 1));

  /** Columns of time and geography, then those of the filters, then the indicators. */
  static List<Column> columns(List<Column> filters) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.integer(
                        "time_period", "The year that ends on 31 March of this calendar year.")
                    .filled(),
                Column.oneOf("time_identifier", List.of(TIME_IDENTIFIER), "The kind of year.")
                    .filled(),
                Column.oneOf(
                        "geographic_level",
                        List.of("National", "Regional"),
                        "The level of geography.")
                    .filled(),
                Column.text("country_code", "Code of the country.").filled(),
                Column.text("country_name", "Name of the country.").filled(),
                Column.text("region_code", "Code of the region; blank for the country."),
                Column.text("region_name", "Name of the region; blank for the country.")));
    columns.addAll(filters);
    columns.add(Column.integer(COUNT, "Number of councils.").filled());
    columns.add(
        Column.text(PERCENT, "Percentage of councils; z where it does not apply.").filled());
    columns.add(
        Column.text(LOWER, "Its lower 95 % confidence limit; z where it does not apply.").filled());
    columns.add(
        Column.text(UPPER, "Its upper 95 % confidence limit; z where it does not apply.").filled());
    return List.copyOf(columns);
  }

  static final Column SCOPE_COLUMN =
      Column.text("framework_scope", "The frameworks counted.").filled();
  static final Column LINE_COLUMN =
      Column.text("judgement", "The judgement, followed across frameworks.").filled();

  /** England, then its regions. */
  static List<Geography> places(Reference reference) {
    List<Geography> places = new ArrayList<>(atLevel(reference, Geography.NATIONAL));
    places.addAll(atLevel(reference, Geography.REGION));
    return places;
  }

  /** The scopes that have figures for a place. */
  static List<Scope> scopes(Reference reference, Geography place) {
    return reference.scopes().stream()
        .filter(scope -> scope.geographyLevels().contains(place.level()))
        .toList();
  }

  private static List<Geography> atLevel(Reference reference, String level) {
    return reference.geographies().stream().filter(place -> place.level().equals(level)).toList();
  }

  /** The scope that counts every framework is the total of the scopes. */
  static String label(Scope scope, Reference reference) {
    return scope.equals(reference.everyFramework()) ? TOTAL : scope.label();
  }

  /** Cells of time and geography. */
  static RowWriter head(ReportingYear year, Geography place, Reference reference, RowWriter rows) {
    Geography country = atLevel(reference, Geography.NATIONAL).get(0);
    boolean national = place.level().equals(Geography.NATIONAL);
    return rows.number(year.year())
        .text(TIME_IDENTIFIER)
        .text(national ? "National" : "Regional")
        .text(country.code())
        .text(country.name())
        .text(national ? "" : place.code())
        .text(national ? "" : place.name());
  }

  /** The indicators of a part of all councils. */
  static void indicators(long councils, long all, RowWriter rows) {
    rows.number(councils);
    if (all == 0) {
      rows.text(NOT_APPLICABLE).text(NOT_APPLICABLE).text(NOT_APPLICABLE);
    } else {
      rows.share(Share.of(councils, all));
    }
    rows.endRow();
  }

  /** The indicators of all councils together, which have no sampling limits. */
  static void total(long all, RowWriter rows) {
    rows.number(all);
    if (all == 0) {
      rows.text(NOT_APPLICABLE);
    } else {
      rows.percent(Share.percent(all, all));
    }
    rows.text(NOT_APPLICABLE).text(NOT_APPLICABLE).endRow();
  }
}
