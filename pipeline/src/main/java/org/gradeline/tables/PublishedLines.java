package org.gradeline.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a published table's rows, each up to the line feed that ends it: one inside quotes
 * ends none. Not thread safe.
 */
final class PublishedLines implements Closeable {
  private static final int BUFFER = 1 << 13;

  private final Reader reader;
  private final char[] buffer = new char[BUFFER];
  private int position;
  private int filled;
  private long lineNumber = 1;

  PublishedLines(Reader reader) {
    this.reader = reader;
  }

  /** Line on which the next row begins, from 1. */
  long nextLineNumber() {
    return lineNumber;
  }

  /**
   * The next row, without its end; null behind the last.
   *
   * @throws IOException when the file cannot be read, or ends inside quotes
   */
  @Nullable String next() throws IOException {
    String first = nextLine();
    if (first == null || !changesOpen(first)) {
      return first;
    }
    StringBuilder row = new StringBuilder(first);
    for (boolean open = true; open; ) {
      String more = nextLine();
      if (more == null) {
        throw new IOException("its quotes are not closed");
      }
      row.append('\n').append(more);
      open = !changesOpen(more);
    }
    return row.toString();
  }

  /** Whether a text has an odd number of quotes, so that they open or close a cell. */
  private static boolean changesOpen(String text) {
    boolean odd = false;
    for (int quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', quote + 1)) {
      odd = !odd;
    }
    return odd;
  }

  private @Nullable String nextLine() throws IOException {
    StringBuilder begun = null;
    while (position < filled || fill()) {
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      if (end < filled) {
        String rest = new String(buffer, position, end - position);
        position = end + 1;
        lineNumber++;
        return begun == null ? rest : begun.append(rest).toString();
      }
      begun = begun == null ? new StringBuilder() : begun;
      begun.append(buffer, position, end - position);
      position = end;
    }
    return begun == null ? null : begun.toString();
  }

  private boolean fill() throws IOException {
    filled = reader.read(buffer);
    position = 0;
    return filled > 0;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
