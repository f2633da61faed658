package org.gradeline.reference;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Finds the first of the things that a word or name which begins with a text stands for. Things are
 * numbers in the order in which they are preferred. Immutable.
 */
final class Beginnings {
  /** What a search gives that finds nothing. */
  static final int NONE = Integer.MAX_VALUE;

  /** In order. */
  private final String[] keys;

  /** The thing of each key, behind the least of each pair of those that follow: a binary tree. */
  private final int[] least;

  /**
   * A key of a thing.
   *
   * @param text how the key begins is what it is found by
   * @param thing what it stands for
   */
  record Key(String text, int thing) {}

  /**
   * @param unordered keys of things, in any order; equal ones may stand for several things
   */
  Beginnings(List<Key> unordered) {
    List<Key> ordered = unordered.stream().sorted(Comparator.comparing(Key::text)).toList();
    int size = ordered.size();
    keys = new String[size];
    least = new int[2 * size];
    for (int i = 0; i < size; i++) {
      keys[i] = ordered.get(i).text();
      least[size + i] = ordered.get(i).thing();
    }
    for (int i = size - 1; i > 0; i--) {
      least[i] = Math.min(least[2 * i], least[2 * i + 1]);
    }
  }

  /**
   * Keys that begin with the same text.
   *
   * @param from the first of them
   * @param to behind the last of them
   */
  record Range(int from, int to) {
    int size() {
      return to - from;
    }
  }

  /** The keys that begin with a text. */
  Range range(String beginning) {
    int from = firstThatIsNot(key -> key.compareTo(beginning) < 0, 0);
    return new Range(from, firstThatIsNot(key -> key.startsWith(beginning), from));
  }

  private int firstThatIsNot(Predicate<String> before, int start) {
    int from = start;
    int to = keys.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (before.test(keys[middle])) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** The first thing that keys stand for, or {@link #NONE}; it takes no longer for many keys. */
  int first(Range range) {
    int first = NONE;
    int from = range.from() + keys.length;
    int to = range.to() + keys.length;
    while (from < to) {
      if (from % 2 == 1) {
        first = Math.min(first, least[from++]);
      }
      if (to % 2 == 1) {
        first = Math.min(first, least[--to]);
      }
      from /= 2;
      to /= 2;
    }
    return first;
  }

  /** The first thing that keys stand for and a test accepts, or {@link #NONE}. */
  int first(Range range, IntPredicate accepted) {
    int first = NONE;
    for (int i = range.from() + keys.length; i < range.to() + keys.length; i++) {
      if (least[i] < first && accepted.test(least[i])) {
        first = least[i];
      }
    }
    return first;
  }
}
