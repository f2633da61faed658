package org.gradeline.site.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gradeline.tables.PublishedColumns;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * A row of a published table. Immutable as long as nobody changes the table.
 *
 * @param columns the table's columns by name
 * @param row the row's place in the table, from 0
 */
public record Cells(Map<String, Column<?>> columns, int row) {

  /** All rows of a table. */
  static List<Cells> of(PublishedColumns table) {
    Map<String, Column<?>> columns = new HashMap<>();
    table.columns().forEach(column -> columns.put(column.name(), column));
    return IntStream.range(0, table.rowCount()).mapToObj(row -> new Cells(columns, row)).toList();
  }

  private Column<?> column(String name) {
    return Objects.requireNonNull(columns.get(name), name);
  }

  /** Whether a cell is blank. */
  public boolean isBlank(String column) {
    return column(column).isMissing(row);
  }

  /** A cell as it is printed in the table; empty when it is blank. */
  public String text(String name) {
    Column<?> column = column(name);
    if (column instanceof StringColumn texts) {
      return texts.get(row);
    }
    if (column.isMissing(row)) {
      return "";
    }
    Object value = column.get(row);
    return value instanceof Double number ? plain(number) : value.toString();
  }

  private static String plain(double number) {
    BigDecimal stripped = BigDecimal.valueOf(number).stripTrailingZeros();
    return stripped.signum() == 0 ? "0" : stripped.toPlainString();
  }

  /** A whole number. */
  public long integer(String column) {
    return ((LongColumn) column(column)).getLong(row);
  }

  /** A number. */
  public double number(String column) {
    return ((DoubleColumn) column(column)).getDouble(row);
  }

  /** A day, which must not be blank. */
  public LocalDate day(String column) {
    return Objects.requireNonNull(((DateColumn) column(column)).get(row), column);
  }
}
