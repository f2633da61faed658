package org.gradeline.statistics;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gradeline.statistics.KaplanMeier.Exits;

/** How many ended, and how, after how many days: what a survival curve is made from. */
final class ExitsByDay {
  private final TreeMap<Long, Exits> exits = new TreeMap<>();

  void add(long day, Exits more) {
    exits.merge(day, more, Exits::plus);
  }

  void write(CountsOutput out) {
    out.number(exits.size());
    long next = 0;
    for (Map.Entry<Long, Exits> entry : exits.entrySet()) {
      out.number(entry.getKey() - next);
      out.number(entry.getValue().recovered());
      out.number(entry.getValue().censored());
      next = entry.getKey() + 1;
    }
  }

  void add(CountsInput in) throws IOException {
    long next = 0;
    for (int days = in.count(); days > 0; days--) {
      long day = next + in.below(Integer.MAX_VALUE);
      add(day, new Exits(in.number(), in.number()));
      next = day + 1;
    }
  }

  /** A copy, by days. */
  SortedMap<Long, Exits> exits() {
    return new TreeMap<>(exits);
  }
}
