package org.gradeline.reference;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Known values that are spelt nearly like a given one: offered to people, never used in its place.
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
   * @param known the values it could have meant
   * @param most how many to give at the most
   * @return nearest first, equally near ones in alphabetical order; none that differs in more than
   *     a third of its letters
   */
  public static List<String> to(String text, Iterable<String> known, int most) {
    LevenshteinDistance distance =
        new LevenshteinDistance(Math.max(1, Math.min(text.length(), 60) / 3));
    PriorityQueue<Candidate> nearest = new PriorityQueue<>(NEAREST_FIRST.reversed());
    for (String value : known) {
      int limit = distance.getThreshold();
      int edits =
          Math.abs(value.length() - text.length()) <= limit ? distance.apply(text, value) : -1;
      if (edits >= 0) {
        nearest.add(new Candidate(value, edits));
        if (nearest.size() > most) {
          nearest.remove();
        }
        // Whatever is farther off than all that there is room for need not be measured to its end.
        if (nearest.size() == most && nearest.element().distance() < limit) {
          distance = new LevenshteinDistance(nearest.element().distance());
        }
      }
    }
    return nearest.stream().sorted(NEAREST_FIRST).map(Candidate::value).toList();
  }
}
