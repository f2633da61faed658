package org.gradeline.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.Schema.FieldType;
import org.apache.beam.sdk.schemas.logicaltypes.SqlTypes;
import org.apache.beam.sdk.values.Row;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.tables.CellWriter;
import org.gradeline.tables.Column;
import org.gradeline.tables.Table;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as Beam's. A blank cell is null; a date that may be known only to its month
 * or year is a text, any other is a day.
 *
 * @param schema a field a column, with the column's description
 * @param types what the columns are
 */
record TableRows(Schema schema, List<Column.Type> types) implements Serializable {

  /** The rows of a table. */
  static TableRows of(Table<?> table) {
    Schema.Builder schema = Schema.builder();
    for (Column<?> column : table.columns()) {
      schema.addField(
          Schema.Field.of(column.name(), fieldType(column.type()).withNullable(!column.required()))
              .withDescription(column.description()));
    }
    return new TableRows(schema.build(), table.columns().stream().map(Column::type).toList());
  }

  private static FieldType fieldType(Column.Type type) {
    return switch (type) {
      case TEXT, PARTIAL_DATE -> FieldType.STRING;
      case INTEGER -> FieldType.INT64;
      case NUMBER, PERCENT -> FieldType.DOUBLE;
      case DAY -> FieldType.logicalType(SqlTypes.DATE);
    };
  }

  /**
   * Reads rows as they are in files, without a header.
   *
   * @param csv the rows, which are closed in the end
   * @throws IOException when they cannot be read
   */
  void read(InputStream csv, Consumer<Row> rows) throws IOException {
    try (CSVParser parser =
        CellWriter.FORMAT.parse(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
      for (CSVRecord record : parser) {
        rows.accept(row(record));
      }
    }
  }

  private Row row(CSVRecord record) {
    Row.Builder row = Row.withSchema(schema);
    for (int i = 0; i < types.size(); i++) {
      row.addValue(value(record.get(i), types.get(i), schema.getField(i).getType()));
    }
    return row.build();
  }

  private static @Nullable Object value(String cell, Column.Type type, FieldType field) {
    if (cell.isEmpty() && Boolean.TRUE.equals(field.getNullable())) {
      return null;
    }
    return switch (type) {
      case TEXT -> CellWriter.textOf(cell);
      case PARTIAL_DATE -> cell;
      case INTEGER -> Long.valueOf(cell);
      case NUMBER, PERCENT -> Double.valueOf(cell);
      case DAY -> LocalDate.parse(cell);
    };
  }
}
