package org.gradeline.publishing.checks;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names in a sentence: there may be thousands, and {@code run.json} has all. */
public final class FirstNames {
  private static final int NAMED = 20;

  private FirstNames() {}

  /** The first of some names, and how many more there are. */
  public static String of(Collection<String> names) {
    String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
  }
}
