package org.gradeline.reference;

import java.util.Locale;

/**
 * The normal form in which printed wordings are compared: {@link PlainText plain}, trimmed, in
 * lower case, with one space for any white space.
 *
 * <pre>{@code
 * Wording.of("  Requires  Improvement "); // requires improvement
 * }</pre>
 */
public final class Wording {
  private static final String CUT = "...";

  private Wording() {}

  /** The normal form of a printed text. */
  public static String of(String printed) {
    return joined(PlainText.isPlain(printed) ? printed : PlainText.of(printed));
  }

  private static String joined(String printed) {
    StringBuilder form = new StringBuilder(printed.length());
    boolean space = false;
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        space = form.length() > 0;
      } else {
        if (space) {
          form.append(' ');
          space = false;
        }
        form.append(c);
      }
    }
    return form.toString().toLowerCase(Locale.ROOT);
  }

  /** A text of at most so many characters: of a longer one, its beginning and "...". */
  public static String shorten(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    int end = maxLength - CUT.length();
    // No pair of characters is cut in half.
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
  }

  /**
   * The normal form without any white space, in which a word that a space has broken is whole
   * again.
   */
  public static String squeezed(String printed) {
    return of(printed).replace(" ", "");
  }
}
