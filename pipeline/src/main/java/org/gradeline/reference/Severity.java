package org.gradeline.reference;

import java.util.Locale;

/** What happens when a check fails. */
public enum Severity {
  /** The run publishes nothing. */
  ERROR,
  /** The run warns, and publishes its reports. */
  WARNING;

  /** Its name in files and tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
