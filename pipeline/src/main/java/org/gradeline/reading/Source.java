package org.gradeline.reading;

import java.io.Serializable;
import java.util.Locale;

/**
 * A file of records.
 *
 * @param position its place among the sources in the order of their names, from 0
 * @param precedence its place among them in the order in which they are believed, from 0: of two
 *     differing values the one of the lower is kept
 * @param name its name in tables and messages
 * @param path where it is
 * @param format key of its format, see {@link RecordFormats#of}
 * @param gzip whether it is compressed
 * @param bytes its size
 */
public record Source(
    int position, int precedence, String name, String path, String format, boolean gzip, long bytes)
    implements Serializable {

  /** How the name of a compressed file ends. */
  static final String GZIP = ".gz";

  static boolean isGzip(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(GZIP);
  }

  /** The same with another place in the order in which sources are believed. */
  Source withPrecedence(int place) {
    return new Source(position, place, name, path, format, gzip, bytes);
  }
}
