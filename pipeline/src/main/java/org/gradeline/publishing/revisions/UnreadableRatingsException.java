package org.gradeline.publishing.revisions;

import java.nio.file.Path;

/** A table of ratings that cannot be read as one; the message says where and why. */
public final class UnreadableRatingsException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Path reports;

  UnreadableRatingsException(Path reports, String message) {
    super(message);
    this.reports = reports;
  }

  /** The reports folder in which the table is. */
  public Path reports() {
    return reports;
  }

  /** Where in the folder, and why. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
