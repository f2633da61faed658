package org.gradeline.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
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
  static final String TOTAL = "Total";

  /** Sign for a value that does not apply. */
  private static final String NOT_APPLICABLE = "z";

  private static final String COUNT = "council_count";
  private static final String PERCENT = "council_percent";
  private static final String LOWER = "council_percent_lower_ci";
  private static final String UPPER = "council_percent_upper_ci";
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
   * @param preset the member of a filter that is chosen at first; empty for the line of most weight
   */
  record Metadata(
      String column,
      boolean indicator,
      String label,
      String unit,
      int decimals,
      String hint,
      String preset) {
    static Metadata filter(String column, String label, String hint, String preset) {
      return new Metadata(column, false, label, "", 0, hint, preset);
    }

    static Metadata indicator(String column, String label, String unit, int decimals) {
      return new Metadata(column, true, label, unit, decimals, "", "");
    }

    Metadata preset(String member) {
      return new Metadata(column, indicator, label, unit, decimals, hint, member);
    }
  }

  static final Metadata SCOPE_FILTER =
      Metadata.filter(
          "framework_scope",
          "Frameworks counted",
          "Total counts inspections of every framework.",
          TOTAL);
  static final Metadata LINE_FILTER =
      Metadata.filter(
          "judgement", "Judgement", "The judgements do not add up, so that there is no total.", "");

  static final List<Metadata> INDICATORS =
      List.of(
          Metadata.indicator(COUNT, "Number of councils", "", 0),
          Metadata.indicator(PERCENT, "Percentage of councils", "%", 1),
          Metadata.indicator(LOWER, "Percentage of councils, lower 95 % confidence limit", "%", 1),
          Metadata.indicator(UPPER, "Percentage of councils, upper 95 % confidence limit", "%", 1));

  /**
   * Where councils are counted: a line in a scope and a place at the end of a year.
   *
   * @param year the year
   * @param country the whole country
   * @param place the country, or a region of it
   * @param scopeLabel label of the scope; the one that counts every framework is the total
   * @param scope which frameworks count
   * @param line the line
   */
  record Cell(
      ReportingYear year,
      Geography country,
      Geography place,
      String scopeLabel,
      Scope scope,
      Line line) {
    private boolean national() {
      return place.level().equals(Geography.NATIONAL);
    }
  }

  /**
   * The figures of a row.
   *
   * @param councils how many councils
   * @param percent their percentage
   * @param lower its lower limit
   * @param upper its upper limit
   */
  record Figures(long councils, String percent, String lower, String upper) {
    /** A part of all councils. */
    static Figures of(long councils, long all) {
      if (all == 0) {
        return new Figures(councils, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE);
      }
      Share share = Share.of(councils, all);
      return new Figures(
          councils,
          CellWriter.plain(share.percent()),
          CellWriter.plain(share.lower()),
          CellWriter.plain(share.upper()));
    }

    /** All councils together, which have no sampling limits. */
    static Figures total(long all) {
      return new Figures(
          all,
          all == 0 ? NOT_APPLICABLE : CellWriter.plain(Share.percent(all, all)),
          NOT_APPLICABLE,
          NOT_APPLICABLE);
    }
  }

  /** Columns of time and geography, and of the filters that all tables have. */
  private static final List<Column<Cell>> CELL =
      List.of(
          Column.integer(
              "time_period",
              cell -> cell.year().year(),
              "The year that ends on 31 March of this calendar year."),
          Column.oneOf(
              "time_identifier",
              List.of(TIME_IDENTIFIER),
              cell -> TIME_IDENTIFIER,
              "The kind of year."),
          Column.oneOf(
              "geographic_level",
              List.of("National", "Regional"),
              cell -> cell.national() ? "National" : "Regional",
              "The level of geography."),
          Column.text("country_code", cell -> cell.country().code(), "Code of the country."),
          Column.text("country_name", cell -> cell.country().name(), "Name of the country."),
          Column.textOrBlank(
              "region_code",
              cell -> cell.national() ? null : cell.place().code(),
              "Code of the region; blank for the country."),
          Column.textOrBlank(
              "region_name",
              cell -> cell.national() ? null : cell.place().name(),
              "Name of the region; blank for the country."),
          Column.text("framework_scope", Cell::scopeLabel, "The frameworks counted."),
          Column.text(
              "judgement",
              cell -> cell.line().label(),
              "The judgement, followed across frameworks."));

  private static final List<Column<Figures>> FIGURES =
      List.of(
          Column.integer(COUNT, Figures::councils, "Number of councils.", "councils"),
          Column.numberOrMark(
              PERCENT,
              Figures::percent,
              "Percentage of councils; z where it does not apply.",
              Column.PERCENT),
          Column.numberOrMark(
              LOWER,
              Figures::lower,
              "Its lower 95 % confidence limit; z where it does not apply.",
              Column.PERCENT),
          Column.numberOrMark(
              UPPER,
              Figures::upper,
              "Its upper 95 % confidence limit; z where it does not apply.",
              Column.PERCENT));

  /** Columns of time, geography and the common filters, then a table's own, then the figures. */
  static <R> List<Column<R>> columns(
      Function<R, Cell> cell, List<Column<R>> own, Function<R, Figures> figures) {
    List<Column<R>> columns = new ArrayList<>();
    CELL.forEach(column -> columns.add(column.of(cell)));
    columns.addAll(own);
    FIGURES.forEach(column -> columns.add(column.of(figures)));
    return List.copyOf(columns);
  }

  /**
   * The label of the line that is chosen at first: the first of those that a table has.
   *
   * @param cells the table's cells
   */
  static String presetLine(Stream<Cell> cells) {
    return cells
        .map(Cell::line)
        .min(Comparator.comparingInt(Line::position))
        .map(Line::label)
        .orElse("");
  }

  /** Every line in every scope, in England and its regions, at the end of every year. */
  static Stream<Cell> cells(RunView run) {
    Reference reference = run.reference();
    Geography country = run.country();
    List<Geography> places =
        Stream.concat(
                Stream.of(country),
                reference.geographies().stream()
                    .filter(place -> place.level().equals(Geography.REGION)))
            .toList();
    return run.yearsWithTables().stream()
        .flatMap(
            year ->
                places.stream()
                    .flatMap(
                        place ->
                            reference.scopes().stream()
                                .filter(scope -> scope.geographyLevels().contains(place.level()))
                                .flatMap(
                                    scope ->
                                        reference.lines().stream()
                                            .map(
                                                line ->
                                                    new Cell(
                                                        year,
                                                        country,
                                                        place,
                                                        label(scope, reference),
                                                        scope,
                                                        line)))));
  }

  /** The scope that counts every framework is the total of the scopes. */
  private static String label(Scope scope, Reference reference) {
    return scope.equals(reference.everyFramework()) ? TOTAL : scope.label();
  }
}
