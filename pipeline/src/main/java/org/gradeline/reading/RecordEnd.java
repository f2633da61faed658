package org.gradeline.reading;

import java.io.Serializable;

/**
 * Where a record of a text format ends.
 *
 * @param quotes whether a line break inside a quoted cell ends nothing
 * @param separator what stands between cells, an ASCII character
 */
public record RecordEnd(boolean quotes, char separator) implements Serializable {
  /** At every line break. */
  public static final RecordEnd LINE_BREAK = new RecordEnd(false, ',');

  /** At every line break outside quotes, as in CSV. */
  public static RecordEnd outsideQuotes(char separator) {
    return new RecordEnd(true, separator);
  }
}
