package org.gradeline.tables;

import org.gradeline.statistics.Tally;

/**
 * A table of counts over all councils.
 *
 * @param <T> the tally that it is made from
 */
public interface NationalTable<T extends Tally<T>> {
  /** What the table is. */
  TableSchema schema();

  /** The kind of its tally; tables of one kind share one tally. */
  Class<T> counts();

  /** An empty tally. */
  T tally(RunView run);

  /** Writes all rows, in order, from the tally of all councils. */
  void write(T tally, RunView run, RowWriter rows);
}
