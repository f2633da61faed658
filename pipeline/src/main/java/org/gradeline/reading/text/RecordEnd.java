package org.gradeline.reading.text;

/** Where a record of a text format ends. */
public enum RecordEnd {
  /** At every line break. */
  LINE_BREAK,
  /** At every line break outside quotes, as in CSV. */
  LINE_BREAK_OUTSIDE_QUOTES
}
