package org.gradeline.tables;

import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.gradeline.statistics.Gathering;

/**
 * A national table that needs every rating, and so grows with the records: each range of councils
 * leaves its own in a file, and they are merged when the table is made. Implementations have no
 * state that changes.
 *
 * @param <R> its rows
 */
public non-sealed interface GatheredTable<R> extends NationalTable<R> {
  /** What a range of councils gathers, still empty. */
  Gathering gathering(RunView run);

  /**
   * All rows, in order, each made when it is asked for.
   *
   * @param gathered what the ranges have written, in any order
   */
  Stream<R> rows(List<InputStream> gathered, RunView run);
}
