package org.gradeline.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the rows of a table as CSV in UTF-8, without the header. A row is encoded once, into bytes
 * that are written when there are many. Not thread safe. A writing error ends as {@link
 * UncheckedIOException}.
 *
 * @param <R> the rows
 */
public final class TableWriter<R> implements Closeable {
  /** So many bytes are worth a write. */
  private static final int MANY = 1 << 15;

  private final OutputStream out;
  private final Table<R> table;
  private final List<Column<R>> columns;
  private final CellWriter cells;
  private long rows;

  /**
   * @param out where to, without a buffer of its own; closed with this
   * @param table the table
   */
  public TableWriter(OutputStream out, Table<R> table) {
    this(out, table, new EncodedTexts());
  }

  /**
   * @param texts where encoded texts are kept; shared by the writers of one thread
   */
  TableWriter(OutputStream out, Table<R> table, EncodedTexts texts) {
    this.out = out;
    this.table = table;
    this.columns = table.columns();
    this.cells = new CellWriter(texts);
  }

  /**
   * Writes all rows of a table, without the header.
   *
   * @param out stays open
   * @return how many there are
   * @throws IOException when they cannot be written
   */
  public static <R> long write(Table<R> table, Stream<R> all, OutputStream out) throws IOException {
    TableWriter<R> rows = new TableWriter<>(out, table);
    rows.write(all);
    rows.flush();
    return rows.rows();
  }

  /** How many rows were written. */
  public long rows() {
    return rows;
  }

  /** Writes a row. */
  public void write(R row) {
    for (Column<R> column : columns) {
      column.cell().write(row, cells);
    }
    if (cells.cells() != columns.size()) {
      throw new IllegalStateException(
          "a row of "
              + cells.cells()
              + " cells in the table "
              + table.name()
              + " of "
              + columns.size()
              + " columns");
    }
    cells.endRow();
    rows++;
    if (cells.waiting() >= MANY) {
      try {
        cells.writeTo(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Writes rows, in order. */
  public void write(Stream<R> all) {
    all.forEachOrdered(this::write);
  }

  /** Hands on what it holds. */
  void flush() throws IOException {
    cells.writeTo(out);
  }

  @Override
  public void close() throws IOException {
    try (out) {
      cells.writeTo(out);
    }
  }
}
