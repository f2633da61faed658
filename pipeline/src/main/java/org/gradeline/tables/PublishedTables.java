package org.gradeline.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;

/**
 * The published tables of a reports folder, and the only way in for what was published: read by the
 * table's definition, with typed columns. Immutable, and safe for many threads. For example:
 *
 * <pre>{@code
 * tech.tablesaw.api.Table latest =
 *     new PublishedTables(reports).read(latestTable, Map.of("la_code", "340"));
 * }</pre>
 *
 * <p>Columns have the types of Tablesaw: texts and dates known in part are strings, whole numbers
 * longs, numbers and percentages doubles, days dates; a blank cell is a missing value.
 *
 * @param reports the reports folder
 */
public record PublishedTables(Path reports) {

  /** Whether the folder has a table. */
  public boolean has(Table<?> table) {
    return Files.isRegularFile(reports.resolve(table.path()));
  }

  /**
   * The rows of a table, one at a time, for tables that may not fit into memory.
   *
   * @throws java.nio.file.NoSuchFileException when the folder does not have it
   * @throws UnreadableTableException when the file does not have the table's columns
   */
  public PublishedRows rows(Table<?> table) throws IOException {
    return rows(table, table.header());
  }

  /**
   * The rows of a table of which some columns are read, see {@link #rows(Table)}: the others may be
   * missing, as in reports of another version.
   */
  public PublishedRows rows(Table<?> table, List<String> columns) throws IOException {
    return PublishedRows.open(reports, table, columns);
  }

  /** The whole table, see {@link #read(Table, Map)}. */
  public tech.tablesaw.api.Table read(Table<?> table) throws IOException {
    return read(table, row -> true, Long.MAX_VALUE);
  }

  /**
   * The rows of a table that are wanted, see {@link #read(Table, Map)}.
   *
   * @param wanted sees each row as it is read
   */
  public tech.tablesaw.api.Table read(Table<?> table, Predicate<PublishedRows> wanted)
      throws IOException {
    return read(table, wanted, Long.MAX_VALUE);
  }

  /**
   * The rows of a table whose cells are these; others are passed over as they are read.
   *
   * @param cells text of the wanted cell, by column
   * @throws java.nio.file.NoSuchFileException when the folder does not have the table
   * @throws UnreadableTableException when the file is not such a table
   */
  public tech.tablesaw.api.Table read(Table<?> table, Map<String, String> cells)
      throws IOException {
    return read(
        table,
        row ->
            cells.entrySet().stream()
                .allMatch(cell -> row.text(cell.getKey()).equals(cell.getValue())),
        Long.MAX_VALUE);
  }

  /** The first rows of a table, see {@link #read(Table, Map)}. */
  public tech.tablesaw.api.Table first(Table<?> table, long count) throws IOException {
    return read(table, row -> true, count);
  }

  private tech.tablesaw.api.Table read(Table<?> table, Predicate<PublishedRows> wanted, long most)
      throws IOException {
    List<TypedColumn> columns = new ArrayList<>();
    long taken = 0;
    try (PublishedRows rows = rows(table)) {
      for (Column<?> column : table.columns()) {
        columns.add(TypedColumn.of(column, rows.position(column.name())));
      }
      while (taken < most && rows.next()) {
        if (wanted.test(rows)) {
          append(columns, rows);
          taken++;
        }
      }
    }
    tech.tablesaw.api.Table read = tech.tablesaw.api.Table.create(table.name());
    columns.forEach(column -> read.addColumns(column.values()));
    return read;
  }

  private static void append(List<TypedColumn> columns, PublishedRows rows)
      throws UnreadableTableException {
    for (TypedColumn column : columns) {
      String cell = rows.cell(column.position());
      if (cell.isEmpty()) {
        column.values().appendMissing();
        continue;
      }
      try {
        column.cell().append(cell);
      } catch (NumberFormatException | DateTimeParseException e) {
        throw rows.unreadable(
            "'" + cell + "' is not a value of the column '" + column.values().name() + "'");
      }
    }
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
