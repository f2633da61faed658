package org.gradeline.cli.messages;

import java.util.Locale;

/** Numbers in printed lines: {@code 3,248 files}, {@code 1 file}. */
public final class Counted {
  private Counted() {}

  /** A number with its noun, in the singular or the plural. */
  public static String of(long number, String one, String several) {
    return of(number) + " " + (number == 1 ? one : several);
  }

  /** A number, in groups of three digits. */
  public static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
