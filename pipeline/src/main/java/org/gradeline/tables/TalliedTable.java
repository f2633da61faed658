package org.gradeline.tables;

import java.util.stream.Stream;
import org.gradeline.statistics.Tally;

/**
 * A national table that is made from counts. Implementations have no state that changes.
 *
 * @param <R> its rows
 * @param <T> the tally that it is made from
 */
public non-sealed interface TalliedTable<R, T extends Tally> extends NationalTable<R> {
  /** The kind of its tally; tables of one kind share one tally. */
  Class<T> counts();

  /** An empty tally. */
  T tally(RunView run);

  /** All rows, in order, from the tally of all councils. */
  Stream<R> rows(T tally, RunView run);
}
