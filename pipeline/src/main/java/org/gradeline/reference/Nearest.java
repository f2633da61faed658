package org.gradeline.reference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * Finds known values that are spelt like a given one. They are suggestions for people, and never
 * replace what was given.
 *
 * <pre>{@code
 * Nearest.to("councel", List.of("council", "report"), 1); // [council]
 * }</pre>
 */
public final class Nearest {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  /** Words that people leave out. */
  private static final Set<String> JOINING = Set.of("a", "and", "of", "the", "to", "who");

  /** Of names shorter than these, no, one or two letters may differ; of longer ones, three. */
  private static final int SHORT = 6;

  private static final int MEDIUM = 9;
  private static final int LONG = 16;
  private static final int MAX_NAME = 200;

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
    LevenshteinDistance distance = new LevenshteinDistance(mostEdits(text));
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

  /** In how many letters a known value may differ from a text: a third of them, 20 at most. */
  static int mostEdits(String text) {
    return Math.max(1, Math.min(text.length(), 60) / 3);
  }

  /**
   * The known name that a name nearly equals: it differs in how its words are joined, or in a
   * letter or a few, or leaves out the known name's last words. Numbers must agree, and short names
   * differ in nothing: "urn" is not "uprn".
   *
   * <pre>{@code
   * Nearest.slipOf("care leaver", List.of("care_leavers")); // care_leavers
   * Nearest.slipOf("end_date_note", List.of("end_date")); // null
   * }</pre>
   *
   * @return the first of the known names in alphabetical order, or null
   */
  public static @Nullable String slipOf(String name, Iterable<String> known) {
    String found = null;
    for (String candidate : known) {
      if ((found == null || candidate.compareTo(found) < 0) && isSlip(name, candidate)) {
        found = candidate;
      }
    }
    return found;
  }

  private static boolean isSlip(String name, String known) {
    String letters = joined(words(name));
    List<String> knownWords = words(known);
    if (isSlipOf(letters, joined(knownWords))
        || isSlipOf(
            name.replaceAll(NO_WORD.pattern(), ""), known.replaceAll(NO_WORD.pattern(), ""))) {
      return true;
    }
    int count = words(name).size();
    return count > 1
        && count < knownWords.size()
        && letters.length() >= LONG
        && isSlipOf(letters, joined(knownWords.subList(0, count)));
  }

  private static boolean isSlipOf(String letters, String known) {
    if (letters.equals(known)) {
      return !letters.isEmpty();
    }
    int shorter = Math.min(letters.length(), known.length());
    if (shorter < SHORT || shorter > MAX_NAME || !digits(letters).equals(digits(known))) {
      return false;
    }
    int slips = shorter < MEDIUM ? 1 : shorter < LONG ? 2 : 3;
    int edits = new LevenshteinDistance(slips + 1).apply(letters, known);
    // Two letters in each other's place are two edits and one slip.
    return edits >= 0 && (edits <= slips || sorted(letters).equals(sorted(known)));
  }

  private static List<String> words(String name) {
    return List.of(NO_WORD.split(name.toLowerCase(Locale.ROOT), MAX_NAME)).stream()
        .filter(word -> !word.isEmpty() && !JOINING.contains(word))
        .toList();
  }

  private static String joined(List<String> words) {
    return String.join("", words);
  }

  private static String digits(String text) {
    return text.replaceAll("\\P{Nd}", "");
  }

  private static String sorted(String text) {
    char[] letters = text.toCharArray();
    Arrays.sort(letters);
    return new String(letters);
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
  static long letters(String text) {
    long letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters |= 1L << (text.charAt(i) & 63);
    }
    return letters;
  }
}
