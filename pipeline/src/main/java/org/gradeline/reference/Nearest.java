package org.gradeline.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Known values that are spelt nearly like a given one: offered to people, never used in its place.
 */
public final class Nearest {
  private Nearest() {}

  private record Candidate(String value, int distance) {}

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
    int limit = Math.max(1, Math.min(text.length(), 60) / 3);
    LevenshteinDistance distance = new LevenshteinDistance(limit);
    List<Candidate> candidates = new ArrayList<>();
    for (String value : known) {
      if (Math.abs(value.length() - text.length()) <= limit) {
        int edits = distance.apply(text, value);
        if (edits >= 0) {
          candidates.add(new Candidate(value, edits));
        }
      }
    }
    candidates.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::value));
    return candidates.stream().limit(most).map(Candidate::value).toList();
  }
}
