package org.gradeline.cli.messages;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.gradeline.reference.Nearest;

/** What a mistyped name of a command or an option may have meant. */
public final class Hint {
  private static final int LEAST_LETTERS = 2;

  private Hint() {}

  /**
   * The known name that is nearest to what was typed: in its spelling, or with the same letters in
   * another order, or the only one that begins with it.
   *
   * <pre>{@code
   * Hint.of("rnu", List.of("run", "show")); // [run]
   * }</pre>
   *
   * @return the name; none when no name is near
   */
  public static List<String> of(String typed, Collection<String> known) {
    List<String> nearest = Nearest.to(typed, known, 1);
    if (!nearest.isEmpty()) {
      return nearest;
    }
    List<String> mixed =
        known.stream().filter(name -> letters(name).equals(letters(typed))).sorted().toList();
    if (!mixed.isEmpty()) {
      return mixed.subList(0, 1);
    }
    List<String> longer = known.stream().filter(name -> name.startsWith(typed)).toList();
    return typed.replace("-", "").length() >= LEAST_LETTERS && longer.size() == 1
        ? longer
        : List.of();
  }

  private static String letters(String name) {
    char[] letters = name.toCharArray();
    Arrays.sort(letters);
    return new String(letters);
  }
}
