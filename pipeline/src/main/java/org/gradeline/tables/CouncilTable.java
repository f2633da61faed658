package org.gradeline.tables;

import org.gradeline.histories.CouncilHistory;

/** A table whose rows are each of one council, in the order of the councils. */
public interface CouncilTable {
  /** What the table is. */
  TableSchema schema();

  /** Writes the rows of a council, in order, to its part of the table. */
  void write(CouncilHistory council, RunView run, TableParts parts);
}
