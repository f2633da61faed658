package org.gradeline.reference;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gradeline.reference.Layout.Sentinel;
import org.jspecify.annotations.Nullable;

/**
 * What words in place of a value mean: those of a layout, and those that everybody uses. Immutable,
 * and safe for many threads.
 *
 * <pre>{@code
 * Sentinels.USUAL.meaning("[z]"); // MISSING
 * Sentinels.USUAL.meaning("Good"); // null: it is a value
 * }</pre>
 */
public final class Sentinels implements Serializable {
  private static final long serialVersionUID = 1L;

  /** That a value is missing, as official statistics, spreadsheets and programs say it. */
  private static final List<String> MISSING =
      List.of(
          // The shorthands of the Government Statistical Service, and the symbols before them.
          "[c]",
          "[k]",
          "[low]",
          "[u]",
          "[w]",
          "[x]",
          "[z]",
          ":",
          ".",
          "..",
          "...",
          "\u2026",
          "-",
          "--",
          "\u2013",
          "\u2014",
          // Spreadsheets and programs.
          "#n/a",
          "n/a",
          "n.a.",
          "na",
          "nan",
          "null",
          "none",
          // People.
          "no data",
          "not applicable",
          "not available",
          "not inspected",
          "not yet inspected",
          "not yet published");

  /** Stands in place of a value for an error of a spreadsheet that has no name. */
  public static final String ERROR = "(error)";

  /** Stands in place of a value for a formula that nobody has calculated. */
  public static final String NOT_CALCULATED = "(formula without a stored result)";

  /** That a cell had a value, which the spreadsheet has lost. */
  private static final List<String> UNREADABLE =
      List.of(
          "#calc!",
          "#div/0!",
          "#getting_data",
          "#name?",
          "#null!",
          "#num!",
          "#ref!",
          "#spill!",
          "#value!",
          ERROR,
          NOT_CALCULATED);

  /** The words that everybody uses. */
  public static final Sentinels USUAL = of(usual());

  private final Map<String, Sentinel> meanings;

  /**
   * How long the words are that begin with a character of ASCII, one bit each: most values begin
   * with none of them, or are as long as none.
   */
  private final long[] lengths = new long[0x80];

  private Sentinels(Map<String, Sentinel> meanings) {
    this.meanings = Map.copyOf(meanings);
    for (String word : meanings.keySet()) {
      // Between words there may be more than one space.
      boolean several = word.indexOf(' ') >= 0;
      long bits = several ? -1L << lengthBit(word) : 1L << lengthBit(word);
      for (String form : List.of(word, word.toUpperCase(Locale.ROOT))) {
        // Not charAt: once it has met a wide character, Java makes it slower for all texts.
        int first = form.codePointAt(0);
        if (first < lengths.length) {
          lengths[first] |= bits;
        }
      }
    }
  }

  private static int lengthBit(String text) {
    return Math.min(text.length(), Long.SIZE - 1);
  }

  /**
   * Words and nothing else.
   *
   * @param meanings what each word means, by its {@link Wording#of normal form}
   */
  public static Sentinels of(Map<String, Sentinel> meanings) {
    return new Sentinels(meanings);
  }

  private static Map<String, Sentinel> usual() {
    Map<String, Sentinel> usual = new HashMap<>();
    MISSING.forEach(word -> usual.put(word, Sentinel.MISSING));
    UNREADABLE.forEach(word -> usual.put(word, Sentinel.UNREADABLE));
    return usual;
  }

  /** The same without words that are values somewhere, such as the wordings of grades. */
  public Sentinels without(Collection<String> values) {
    Map<String, Sentinel> fewer = new HashMap<>(meanings);
    fewer.keySet().removeAll(values);
    return of(fewer);
  }

  /** The same with more words, or with other meanings of them. */
  public Sentinels with(Map<String, Sentinel> more) {
    Map<String, Sentinel> all = new HashMap<>(meanings);
    all.putAll(more);
    return of(all);
  }

  /** What a word in place of a value means; null when it is a value. */
  public @Nullable Sentinel meaning(String text) {
    return mayBeWord(text) ? meanings.get(Wording.of(text)) : null;
  }

  private boolean mayBeWord(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    if (first <= ' ' || first >= lengths.length) {
      return true;
    }
    long those = lengths[first];
    return those != 0
        && ((those & (1L << lengthBit(text))) != 0
            || text.charAt(text.length() - 1) <= ' '
            || !PlainText.isPlain(text));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sentinels sentinels && sentinels.meanings.equals(meanings);
  }

  @Override
  public int hashCode() {
    return meanings.hashCode();
  }

  @Override
  public String toString() {
    return meanings.toString();
  }
}
