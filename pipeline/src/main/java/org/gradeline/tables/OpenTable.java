package org.gradeline.tables;

import java.util.stream.Stream;
import org.gradeline.statistics.Tally;
import org.gradeline.tables.OpenData.Cell;

/**
 * A table in the open data standard.
 *
 * @param <R> its rows
 * @param <T> the tally that they are counted in
 */
interface OpenTable<R, T extends Tally> extends TalliedTable<R, T> {
  /** The cells that it has rows for: those of lines that count a council in the whole country. */
  Stream<Cell> cells(T tally, RunView run);
}
