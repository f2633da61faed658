package org.gradeline.statistics;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** Quantiles of counted values. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The median: the middle value, or the mean of the two in the middle.
   *
   * @param counts how often each value stands, at least once
   * @return empty when there is no value
   */
  public static OptionalDouble median(SortedMap<Long, Long> counts) {
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    return total == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((valueAt(counts, (total - 1) / 2) + valueAt(counts, total / 2)) / 2.0);
  }

  private static long valueAt(SortedMap<Long, Long> counts, long position) {
    long passed = 0;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      passed += entry.getValue();
      if (passed > position) {
        return entry.getKey();
      }
    }
    throw new IllegalArgumentException("there are only " + passed + " values");
  }
}
