package org.gradeline.publishing.checks;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names in a sentence: there may be thousands, and {@code run.json} lists them. */
public final class FirstNames {
  private static final int NAMED = 20;

  private FirstNames() {}

  /** The first of some names, and how many more there are. */
  public static String of(Collection<String> names) {
    return of(names, false);
  }

  /**
   * The first of some names, and how many more there are.
   *
   * @param more whether there are even more than these names
   */
  public static String of(Collection<String> names, boolean more) {
    String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return names.size() <= NAMED
        ? first
        : first + " and " + (more ? "more than " : "") + (names.size() - NAMED) + " more";
  }
}
