package org.gradeline.reading;

import java.util.regex.Pattern;

/**
 * How the list of rejections shows a text. What cannot be assigned to a known column may be a
 * person's name, so only its size is shown.
 */
public final class ShownText {
  /** What is shown in place of a value or key that is neither field nor area. */
  public static final String HIDDEN = "...";

  /** Longest text that is kept. */
  static final int MAX_LENGTH = 1000;

  /** Half of a pair of characters, which no UTF-8 can hold. */
  private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");

  private ShownText() {}

  /** A text without what would break a table, and cut off where it is too long. */
  public static String of(String text) {
    String shown = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
    return HALF_CHARACTER.matcher(shown.replace("\0", "")).replaceAll("\uFFFD");
  }

  /** What is shown of a text whose parts cannot be told apart, such as {@code 27 characters}. */
  public static String size(String text) {
    return counted(text.codePointCount(0, text.length()), "character");
  }

  /**
   * What is shown of a row whose cells cannot be assigned to columns, such as {@code 1 cell, 27
   * characters}.
   */
  public static String size(int cells, String text) {
    return counted(cells, "cell") + ", " + size(text);
  }

  /** A number of things: {@code 1 cell}, {@code 2 cells}. */
  public static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
