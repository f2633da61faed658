package org.gradeline.tables;

import java.util.stream.Stream;

/**
 * A table of reference data: what the codes and keys of other tables mean. Implementations have no
 * state that changes.
 *
 * @param <R> its rows
 */
public interface ReferenceTable<R> {
  /** What the table is. */
  Table<R> table();

  /** All rows, in order. */
  Stream<R> rows(RunView run);
}
