package org.gradeline.reference;

import java.util.List;

/**
 * What can be told of names at a glance: how many letters they have, which, and which stand beside
 * each other. It rules most names out before they are compared. Immutable.
 */
final class Signatures {
  private final int[] lengths;
  private final long[] letters;
  private final long[] pairs;
  private final int longest;

  /** Those of names, by their place in the list. */
  Signatures(List<String> names) {
    lengths = names.stream().mapToInt(String::length).toArray();
    letters = names.stream().mapToLong(Nearest::letters).toArray();
    pairs = names.stream().mapToLong(Signatures::pairs).toArray();
    longest = names.stream().mapToInt(String::length).max().orElse(0);
  }

  /** Letters of the longest name. */
  int longest() {
    return longest;
  }

  /** What can be told of a text. */
  static Signature of(String text) {
    return new Signature(text.length(), Nearest.letters(text), pairs(text));
  }

  /** What can be told of one text or name. */
  record Signature(int length, long letters, long pairs) {}

  /** Whether a name can differ from a text in so many letters, or in fewer. */
  boolean canBe(int name, Signature text, int edits) {
    return Math.abs(lengths[name] - text.length()) <= edits
        && differences(letters[name], text.letters()) <= edits
        // A letter that differs takes two pairs away and brings two others.
        && differences(pairs[name], text.pairs()) <= 2 * edits;
  }

  private static int differences(long one, long other) {
    return Math.max(Long.bitCount(one & ~other), Long.bitCount(other & ~one));
  }

  /** The letters of a text that stand beside each other, one bit each pair; some share a bit. */
  private static long pairs(String text) {
    long pairs = 0;
    for (int i = 1; i < text.length(); i++) {
      pairs |= 1L << ((text.charAt(i - 1) * 0x9E3779B1 + text.charAt(i) * 0x85EBCA77) >>> 26);
    }
    return pairs;
  }
}
