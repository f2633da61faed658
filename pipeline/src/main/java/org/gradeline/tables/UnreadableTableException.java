package org.gradeline.tables;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file of a reports folder that is not the table it should be; the message says where and why.
 */
public final class UnreadableTableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Path reports;

  UnreadableTableException(Path reports, String reason) {
    super(reason);
    this.reports = reports;
  }

  /** The reports folder that the table is in. */
  public Path reports() {
    return reports;
  }

  /** Where in the folder, and why: {@code tables/ratings.csv:7: the row has 3 cells}. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
