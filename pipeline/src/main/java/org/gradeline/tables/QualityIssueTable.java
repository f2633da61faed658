package org.gradeline.tables;

import org.gradeline.normalising.QualityIssue;

/**
 * A table of places in the sources that something is to be told about.
 *
 * @param <N> the notes it lists
 */
public interface QualityIssueTable<N extends QualityIssue> {
  /** What the table is. */
  TableSchema schema();

  /** The notes it lists. */
  Class<N> notes();

  /** Writes the row of a note. */
  void write(N note, RunView run, RowWriter rows);
}
