package org.gradeline.histories;

import java.util.Locale;

/** How a council stands on a line. */
public enum Status {
  /** A rating is in force. */
  GRADED,
  /** No inspection that covers the line counts yet. */
  NOT_INSPECTED,
  /** Inspected, and the line was never given a grade. */
  NOT_JUDGED,
  /** Its last rating was ended by an inspection that did not judge the line. */
  NO_LONGER_JUDGED;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** Its name in tables. */
  public String key() {
    return key;
  }
}
