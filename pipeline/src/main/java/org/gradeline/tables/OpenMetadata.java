package org.gradeline.tables;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.gradeline.statistics.Tally;
import org.gradeline.tables.OpenData.Metadata;

/**
 * The metadata file beside a table in the open data standard: a row for every filter and every
 * indicator, none for time and geography.
 *
 * @param <T> the tally of the table that it describes
 */
final class OpenMetadata<T extends Tally> implements TalliedTable<Metadata, T> {
  private static final List<Column<Metadata>> COLUMNS =
      List.of(
          Column.text("col_name", Metadata::column, "The column described."),
          Column.oneOf(
              "col_type",
              List.of("Filter", "Indicator"),
              entry -> entry.indicator() ? "Indicator" : "Filter",
              "What it is."),
          Column.text("label", Metadata::label, "Its label."),
          Column.textOrBlank(
              "indicator_grouping", entry -> null, "The group that an indicator is shown in."),
          Column.textOrBlank(
              "indicator_unit", Metadata::unit, "An indicator's unit; blank for a count."),
          Column.integerOrBlank(
              "indicator_dp",
              entry -> entry.indicator() ? OptionalLong.of(entry.decimals()) : OptionalLong.empty(),
              "An indicator's decimals."),
          Column.textOrBlank(
              "filter_hint", Metadata::hint, "What a reader of a filter should know."),
          Column.textOrBlank(
              "filter_grouping_column",
              entry -> null,
              "The column that groups a filter; none here."),
          Column.textOrBlank(
              "filter_default",
              Metadata::preset,
              "The member of a filter that is chosen at first."));

  private final OpenTable<?, T> described;
  private final Table<Metadata> table;
  private final List<Metadata> filters;

  /**
   * @param described the table that it describes
   * @param filters the table's filters
   */
  OpenMetadata(OpenTable<?, T> described, List<Metadata> filters) {
    this.described = described;
    this.filters = List.copyOf(filters);
    String name = described.table().name();
    this.table =
        Table.openData(
            name + ".meta",
            "What the filters and indicators of " + name + ".csv are.",
            COLUMNS,
            "col_name");
  }

  @Override
  public Table<Metadata> table() {
    return table;
  }

  @Override
  public Class<T> counts() {
    return described.counts();
  }

  @Override
  public T tally(RunView run) {
    return described.tally(run);
  }

  @Override
  public Stream<Metadata> rows(T tally, RunView run) {
    return Stream.concat(
        filters.stream()
            .map(
                filter ->
                    filter.preset().isEmpty()
                        ? filter.preset(OpenData.presetLine(described.cells(tally, run)))
                        : filter),
        OpenData.INDICATORS.stream());
  }
}
