package org.gradeline.tables;

/**
 * A table on the run as a whole, made when all others are.
 *
 * @param <R> what a row says
 */
public interface RunTable<R> {
  /** What the table is. */
  TableSchema schema();

  /** Writes a row. */
  void write(R row, RowWriter rows);
}
