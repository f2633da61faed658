package org.gradeline.reading;

import java.io.Serializable;

/**
 * A part of a large text file between two round positions, which may be in the middle of a record.
 * Where its records begin is known once all chunks before it are scanned.
 *
 * @param source the file
 * @param end where its records end
 * @param from first byte
 * @param to the byte after the last
 */
public record Chunk(Source source, RecordEnd end, long from, long to) implements Serializable {
  /** Whether it begins its file. */
  public boolean isFirst() {
    return from == 0;
  }
}
