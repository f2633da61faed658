package org.gradeline.reference;

import java.util.Locale;

/** How bad it is when a check fails. */
public enum Severity {
  /** Nothing is published. */
  ERROR,
  /** It is told, and the reports are published all the same. */
  WARNING;

  /** As it is written in files and tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
