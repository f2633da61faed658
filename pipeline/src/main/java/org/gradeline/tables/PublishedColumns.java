package org.gradeline.tables;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;

/**
 * Rows of a published table as typed columns of Tablesaw. Not thread safe. For example:
 *
 * <pre>{@code
 * try (PublishedRows rows = tables.rows(table)) {
 *   PublishedColumns columns = PublishedColumns.of(table, rows);
 *   while (rows.next()) {
 *     columns.add(rows);
 *   }
 *   return columns.columns();
 * }
 * }</pre>
 */
final class PublishedColumns {
  private final List<TypedColumn> columns;

  private PublishedColumns(List<TypedColumn> columns) {
    this.columns = columns;
  }

  /**
   * Columns without a row.
   *
   * @param table the table's definition
   * @param rows the rows that will be added
   */
  static PublishedColumns of(Table<?> table, PublishedRows rows) {
    return new PublishedColumns(
        table.columns().stream()
            .map(column -> TypedColumn.of(column, rows.position(column.name())))
            .toList());
  }

  /**
   * Adds the row that is being read.
   *
   * @throws UnreadableTableException when a cell is not a value of its column
   */
  void add(PublishedRows row) throws UnreadableTableException {
    for (TypedColumn column : columns) {
      String cell = row.cell(column.position());
      if (cell.isEmpty()) {
        column.values().appendMissing();
        continue;
      }
      try {
        column.cell().append(cell);
      } catch (NumberFormatException | DateTimeParseException e) {
        throw row.unreadable(
            "'" + cell + "' is not a value of the column '" + column.values().name() + "'");
      }
    }
  }

  /** The columns in the table's order; nobody changes them. */
  List<tech.tablesaw.columns.Column<?>> columns() {
    return columns.stream().<tech.tablesaw.columns.Column<?>>map(TypedColumn::values).toList();
  }

  /** Takes the text of a cell that is not blank. */
  private interface CellReader {
    void append(String cell);
  }

  /**
   * A column as it is filled.
   *
   * @param position its place in the file
   * @param values what was read
   * @param cell takes a cell's text
   */
  private record TypedColumn(
      int position, tech.tablesaw.columns.Column<?> values, CellReader cell) {
    static TypedColumn of(Column<?> column, int position) {
      return switch (column.type()) {
        case TEXT, PARTIAL_DATE -> {
          StringColumn texts = StringColumn.create(column.name());
          yield new TypedColumn(position, texts, cell -> texts.append(CellWriter.textOf(cell)));
        }
        case INTEGER -> {
          LongColumn numbers = LongColumn.create(column.name());
          yield new TypedColumn(position, numbers, cell -> numbers.append(Long.parseLong(cell)));
        }
        case NUMBER, PERCENT -> {
          DoubleColumn numbers = DoubleColumn.create(column.name());
          yield new TypedColumn(
              position, numbers, cell -> numbers.append(Double.parseDouble(cell)));
        }
        case DAY -> {
          DateColumn days = DateColumn.create(column.name());
          yield new TypedColumn(position, days, cell -> days.append(LocalDate.parse(cell)));
        }
      };
    }
  }
}
