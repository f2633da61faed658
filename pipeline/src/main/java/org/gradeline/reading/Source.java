package org.gradeline.reading;

import java.io.Serializable;
import java.util.Locale;
import org.gradeline.storage.Location;

/**
 * A table of records: a file, or a sheet of one.
 *
 * @param position its place among the sources in the order of their names, from 0
 * @param precedence its place among them in the order in which they are believed, from 0: of two
 *     differing values the one of the lower is kept
 * @param name its name in tables and messages: that of its file, and {@code #} with its table's
 * @param path where its file is
 * @param format key of its format, see {@link RecordFormats#of}
 * @param gzip whether it is compressed
 * @param bytes the file's size
 * @param table the name of its table in the file; empty for the file as a whole
 */
public record Source(
    int position,
    int precedence,
    String name,
    String path,
    String format,
    boolean gzip,
    long bytes,
    String table)
    implements Serializable {

  /** A file as a whole. */
  public Source(
      int position,
      int precedence,
      String name,
      String path,
      String format,
      boolean gzip,
      long bytes) {
    this(position, precedence, name, path, format, gzip, bytes, "");
  }

  /** How the name of a compressed file ends. */
  static final String GZIP = ".gz";

  static boolean isGzip(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(GZIP);
  }

  /** The same with another place in the order in which sources are believed. */
  Source withPrecedence(int place) {
    return new Source(position, place, name, path, format, gzip, bytes, table);
  }

  /** The same with another place in the order of names. */
  Source withPosition(int place) {
    return new Source(place, precedence, name, path, format, gzip, bytes, table);
  }

  /** The same for whoever works in another folder. */
  public Source absolute() {
    return new Source(
        position,
        precedence,
        name,
        Location.of(path).absolute().text(),
        format,
        gzip,
        bytes,
        table);
  }

  /** A table of this file. */
  Source table(String tableName) {
    return new Source(
        position, precedence, nameOf(tableName), path, format, gzip, bytes, tableName);
  }

  /** The name of its file in messages. */
  public String fileName() {
    return table.isEmpty() ? name : name.substring(0, name.length() - table.length() - 1);
  }

  /** The name of a table of this file in tables and messages. */
  public String nameOf(String tableName) {
    return name + "#" + tableName;
  }
}
