package org.gradeline.tables;

import org.gradeline.normalising.Note;

/**
 * A table of places in the sources that something is to be told about.
 *
 * @param <N> the notes it lists
 */
public interface NoteTable<N extends Note> {
  /** What the table is. */
  TableSchema schema();

  /** The notes it lists. */
  Class<N> notes();

  /** Writes the row of a note. */
  void write(N note, RunView run, RowWriter rows);
}
