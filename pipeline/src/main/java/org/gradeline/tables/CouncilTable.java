package org.gradeline.tables;

import java.util.function.Consumer;
import org.gradeline.histories.CouncilHistory;

/**
 * A table whose rows are each of one council, in the order of the councils. Implementations have no
 * state that changes.
 *
 * @param <R> its rows
 */
public interface CouncilTable<R> {
  /** What the table is. */
  Table<R> table();

  /**
   * Makes the rows of a council.
   *
   * @param rows gets them, in order
   */
  void rows(CouncilHistory council, RunView run, Consumer<? super R> rows);

  /**
   * The section of the table that a row is in: all councils' rows of a section are before those of
   * the next. One section where the table is in the order of the councils alone.
   *
   * @return its name, by which the sections follow each other
   */
  default String section(R row) {
    return "";
  }
}
