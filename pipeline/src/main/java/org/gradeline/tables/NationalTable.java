package org.gradeline.tables;

import java.util.stream.Stream;
import org.gradeline.statistics.Tally;

/**
 * A table of counts over all councils. Implementations have no state that changes.
 *
 * @param <R> its rows
 * @param <T> the tally that it is made from
 */
public interface NationalTable<R, T extends Tally> {
  /** What the table is. */
  Table<R> table();

  /** The kind of its tally; tables of one kind share one tally. */
  Class<T> counts();

  /** An empty tally. */
  T tally(RunView run);

  /** All rows, in order, from the tally of all councils. */
  Stream<R> rows(T tally, RunView run);
}
