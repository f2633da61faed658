package org.gradeline.reference;

import java.util.Locale;

/**
 * The normal form in which printed wordings are compared: trimmed, in lower case, with one space
 * for any white space.
 *
 * <pre>{@code
 * Wording.of("  Requires  Improvement "); // requires improvement
 * }</pre>
 */
public final class Wording {
  private Wording() {}

  /** The normal form of a printed text. */
  public static String of(String printed) {
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

  /**
   * The normal form without any white space, in which a word that a space has broken is whole
   * again.
   */
  public static String squeezed(String printed) {
    return of(printed).replace(" ", "");
  }
}
