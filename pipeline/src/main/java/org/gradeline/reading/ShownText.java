package org.gradeline.reading;

import java.util.regex.Pattern;

/** How the list of rejections shows a text. */
public final class ShownText {
  /** What is shown in place of a value that nobody asked for: people's names may be in it. */
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
}
