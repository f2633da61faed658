package org.gradeline.histories;

import java.util.Locale;

/** How a rating compares with an earlier one on the same line. */
public enum Direction {
  FIRST,
  IMPROVED,
  SAME,
  DECLINED;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The direction from one rank to another; 1 is the best rank. */
  public static Direction between(int earlier, int later) {
    return later < earlier ? IMPROVED : later == earlier ? SAME : DECLINED;
  }

  /** Its name in tables. */
  public String key() {
    return key;
  }
}
