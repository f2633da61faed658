package org.gradeline.tables;

import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/** Some rows of a published table, in the form of the published file. Immutable. */
public final class PublishedExtract {
  /** As many decimals as any column has. */
  private static final int DECIMALS = 10;

  private PublishedExtract() {}

  /**
   * Rows as CSV, with the header.
   *
   * @param table the table's definition
   * @param read the table as {@link PublishedTables} read it
   * @param rows places of the rows in it, from 0
   */
  public static String csv(Table<?> table, tech.tablesaw.api.Table read, List<Integer> rows) {
    CellWriter writer = new CellWriter();
    table.header().forEach(writer::text);
    CharSequence csv = writer.endRow();
    List<tech.tablesaw.columns.Column<?>> columns = read.columns();
    for (int row : rows) {
      for (tech.tablesaw.columns.Column<?> column : columns) {
        write(column, row, writer);
      }
      csv = writer.endRow();
    }
    return csv.toString();
  }

  private static void write(tech.tablesaw.columns.Column<?> column, int row, CellWriter writer) {
    if (column.isMissing(row)) {
      writer.blank();
    } else if (column instanceof StringColumn texts) {
      writer.text(texts.get(row));
    } else if (column instanceof DoubleColumn numbers) {
      writer.decimal(numbers.getDouble(row), DECIMALS);
    } else {
      writer.cell(column.getString(row));
    }
  }
}
