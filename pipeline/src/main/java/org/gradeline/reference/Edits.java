package org.gradeline.reference;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * In how many letters a text differs from others (Levenshtein's distance). All letters of the text
 * are compared at once, a bit each, with one letter of the other: Myers, "A fast bit-vector
 * algorithm for approximate string matching", in the form of Hyyrö (2003). Longer texts than there
 * are bits are left to the library.
 */
final class Edits {
  private static final int ASCII = 128;

  private final String text;

  /** In which places of the text a letter is. */
  private final long[] places = new long[ASCII];

  private final Map<Character, Long> otherPlaces = new HashMap<>();

  Edits(String text) {
    this.text = text;
    for (int i = 0; i < Math.min(text.length(), Long.SIZE); i++) {
      char letter = text.charAt(i);
      if (letter < ASCII) {
        places[letter] |= 1L << i;
      } else {
        otherPlaces.merge(letter, 1L << i, (one, other) -> one | other);
      }
    }
  }

  /** How many letters must be put in, taken away or changed to make the other text of this one. */
  int to(String other) {
    if (text.isEmpty() || text.length() > Long.SIZE) {
      return LevenshteinDistance.getDefaultInstance().apply(text, other);
    }
    long last = 1L << (text.length() - 1);
    long more = -1;
    long fewer = 0;
    int edits = text.length();
    for (int i = 0; i < other.length(); i++) {
      char letter = other.charAt(i);
      long equal = letter < ASCII ? places[letter] : otherPlaces.getOrDefault(letter, 0L);
      long down = equal | fewer;
      long across = (((equal & more) + more) ^ more) | equal;
      long acrossMore = fewer | ~(across | more);
      long acrossFewer = more & across;
      if ((acrossMore & last) != 0) {
        edits++;
      } else if ((acrossFewer & last) != 0) {
        edits--;
      }
      acrossMore = acrossMore << 1 | 1;
      more = acrossFewer << 1 | ~(down | acrossMore);
      fewer = acrossMore & down;
    }
    return edits;
  }
}
