package org.gradeline.tables;

import java.util.ArrayList;
import java.util.List;
import org.gradeline.statistics.Tally;
import org.gradeline.tables.OpenData.Metadata;

/**
 * The metadata file beside a table in the open data standard: a row for every filter and every
 * indicator, none for time and geography.
 *
 * @param <T> the tally of the table that it describes
 */
final class OpenMetadata<T extends Tally<T>> implements NationalTable<T> {
  private final NationalTable<T> table;
  private final TableSchema schema;
  private final List<Metadata> entries;

  /**
   * @param table the table that it describes
   * @param filters the table's filters
   */
  OpenMetadata(NationalTable<T> table, List<Metadata> filters) {
    this.table = table;
    this.schema = schema(table.schema().name());
    this.entries = new ArrayList<>(filters);
    entries.addAll(OpenData.INDICATORS);
  }

  private static TableSchema schema(String table) {
    return TableSchema.openData(
        table + ".meta",
        "What the filters and indicators of " + table + ".csv are.",
        List.of(
            Column.text("col_name", "The column described.").filled(),
            Column.oneOf("col_type", List.of("Filter", "Indicator"), "What it is.").filled(),
            Column.text("label", "Its label.").filled(),
            Column.text("indicator_grouping", "The group that an indicator is shown in."),
            Column.text("indicator_unit", "An indicator's unit; blank for a count."),
            Column.integer("indicator_dp", "An indicator's decimals."),
            Column.text("filter_hint", "What a reader of a filter should know."),
            Column.text("filter_grouping_column", "The column that groups a filter; none here.")),
        "col_name");
  }

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public Class<T> counts() {
    return table.counts();
  }

  @Override
  public T tally(RunView run) {
    return table.tally(run);
  }

  @Override
  public void write(T tally, RunView run, RowWriter rows) {
    for (Metadata entry : entries) {
      rows.text(entry.column())
          .text(entry.indicator() ? "Indicator" : "Filter")
          .text(entry.label())
          .blank();
      if (entry.indicator()) {
        rows.text(entry.unit()).number(entry.decimals());
      } else {
        rows.blanks(2);
      }
      rows.text(entry.hint()).blank().endRow();
    }
  }
}
