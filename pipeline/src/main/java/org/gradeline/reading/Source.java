package org.gradeline.reading;

import java.io.Serializable;

/**
 * A file of records. The order of the sources decides which of two differing values is kept.
 *
 * @param position its place among the sources, from 0
 * @param name its name in tables and messages
 * @param path where it is
 * @param format what it holds
 * @param gzip whether it is compressed
 * @param bytes its size
 */
public record Source(
    int position, String name, String path, Format format, boolean gzip, long bytes)
    implements Serializable {

  /** What a file holds, told by its name. */
  public enum Format {
    CSV,
    JSON,
    JSON_LINES
  }
}
