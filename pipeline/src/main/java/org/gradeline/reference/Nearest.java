package org.gradeline.reference;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds known values that are spelt like a given one. They are suggestions for people, and never
 * replace what was given.
 *
 * <pre>{@code
 * Nearest.to("councel", List.of("council", "report"), 1); // [council]
 * }</pre>
 */
public final class Nearest {
  private Nearest() {}

  private record Candidate(String value, int distance) {}

  private static final Comparator<Candidate> NEAREST_FIRST =
      Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::value);

  /**
   * The known values nearest to a text.
   *
   * @param text what was written
   * @param known the values that it could have meant
   * @param limit how many to give at most
   * @return nearest first, and in alphabetical order when equally near; none that differs from the
   *     text in more than a third of its letters
   */
  public static List<String> to(String text, Iterable<String> known, int limit) {
    LevenshteinDistance distance =
        new LevenshteinDistance(Math.max(1, Math.min(text.length(), 60) / 3));
    long letters = letters(text);
    PriorityQueue<Candidate> nearest = new PriorityQueue<>(NEAREST_FIRST.reversed());
    for (String value : known) {
      int threshold = distance.getThreshold();
      int edits = leastEdits(text, letters, value) <= threshold ? distance.apply(text, value) : -1;
      if (edits >= 0) {
        nearest.add(new Candidate(value, edits));
        if (nearest.size() > limit) {
          nearest.remove();
        }
        // A value that differs more than all that there is room for need not be measured exactly.
        if (nearest.size() == limit && nearest.element().distance() < threshold) {
          distance = new LevenshteinDistance(nearest.element().distance());
        }
      }
    }
    return nearest.stream().sorted(NEAREST_FIRST).map(Candidate::value).toList();
  }

  /** A number of edits that two texts need at least: quick to find, while measuring is slow. */
  private static int leastEdits(String text, long letters, String value) {
    long others = letters(value);
    int length = Math.abs(value.length() - text.length());
    int gone = Long.bitCount(letters & ~others);
    int come = Long.bitCount(others & ~letters);
    return Math.max(length, Math.max(gone, come));
  }

  /** The letters of a text, one bit each; some letters share a bit. */
  private static long letters(String text) {
    long letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters |= 1L << (text.charAt(i) & 63);
    }
    return letters;
  }
}
