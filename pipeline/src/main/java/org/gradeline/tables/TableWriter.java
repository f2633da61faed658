package org.gradeline.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.stream.Stream;

/**
 * Writes the rows of a table as CSV, without the header. Not thread safe. A writing error ends as
 * {@link UncheckedIOException}.
 *
 * @param <R> the rows
 */
public final class TableWriter<R> implements Closeable {
  private final Writer writer;
  private final Table<R> table;
  private final CellWriter cells = new CellWriter();
  private long rows;

  /**
   * @param writer where to; closed with this
   * @param table the table
   */
  public TableWriter(Writer writer, Table<R> table) {
    this.writer = writer;
    this.table = table;
  }

  /** How many rows were written. */
  public long rows() {
    return rows;
  }

  /** Writes a row. */
  public void write(R row) {
    for (Column<R> column : table.columns()) {
      column.cell().write(row, cells);
    }
    if (cells.cells() != table.columns().size()) {
      throw new IllegalStateException(
          "a row of "
              + cells.cells()
              + " cells in the table "
              + table.name()
              + " of "
              + table.columns().size()
              + " columns");
    }
    try {
      writer.append(cells.endRow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cells.clear();
    rows++;
  }

  /** Writes rows, in order. */
  public void write(Stream<R> all) {
    all.forEachOrdered(this::write);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
