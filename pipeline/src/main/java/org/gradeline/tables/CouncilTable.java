package org.gradeline.tables;

import org.gradeline.histories.CouncilHistory;

/** A table whose rows are each of one council, in the order of the councils. */
public interface CouncilTable {
  /** What the table is. */
  TableSchema schema();

  /** Writes the rows of a council, in order. */
  void write(CouncilHistory council, RunView run, RowWriter rows);
}
