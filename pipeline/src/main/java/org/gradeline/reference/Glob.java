package org.gradeline.reference;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern for paths, with the meaning that {@link java.nio.file.FileSystem#getPathMatcher} gives
 * to a glob: <code>*</code>, <code>?</code>, <code>[..]</code> and <code>{..}</code> stay within a
 * name, <code>**</code> also crosses folders, and a backslash takes a character as it is.
 *
 * <p>Java turns a glob into a regular expression, which can take longer than the universe is old
 * for a pattern with many stars. This one goes once through a path, and follows all readings of the
 * pattern at the same time. Immutable, and safe for many threads.
 *
 * <pre>{@code
 * Glob.of("inspections_*.csv").matches(Path.of("inspections_2014.csv")); // true
 * }</pre>
 */
public final class Glob {
  /** The longest pattern. */
  public static final int MAX_LENGTH = 4_096;

  private final List<Step> steps;

  /** What a reading of the pattern may do next. */
  sealed interface Step {
    /** Takes one character that the set has. */
    record One(CharacterSet set) implements Step {}

    /** Takes any number of characters that the set has. */
    record Many(CharacterSet set) implements Step {}

    /** Goes on at each of these steps, without taking a character. All are further on. */
    record Jump(List<Integer> targets) implements Step {}
  }

  /** A set of characters. */
  @FunctionalInterface
  interface CharacterSet {
    /** Whether a character is in it. */
    boolean has(int character);
  }

  private Glob(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /**
   * The pattern.
   *
   * @throws PatternSyntaxException when it is not valid, or longer than {@link #MAX_LENGTH}
   */
  public static Glob of(String pattern) {
    if (pattern.length() > MAX_LENGTH) {
      throw new PatternSyntaxException(
          String.format(Locale.ROOT, "it is longer than %,d characters", MAX_LENGTH),
          pattern,
          MAX_LENGTH);
    }
    return new Glob(new GlobParser(pattern).parse());
  }

  /** Whether the whole of a path matches. */
  public boolean matches(Path path) {
    return matches(path.toString().replace(File.separatorChar, '/'));
  }

  private boolean matches(String path) {
    boolean[] at = new boolean[steps.size() + 1];
    at[0] = true;
    followJumps(at);
    for (int i = 0; i < path.length(); i += Character.charCount(path.codePointAt(i))) {
      at = after(at, path.codePointAt(i));
    }
    return at[steps.size()];
  }

  /** The steps that the readings are at after a character. */
  private boolean[] after(boolean[] at, int character) {
    boolean[] next = new boolean[at.length];
    for (int i = 0; i < steps.size(); i++) {
      if (at[i]) {
        if (steps.get(i) instanceof Step.One one) {
          next[i + 1] |= one.set().has(character);
        } else if (steps.get(i) instanceof Step.Many many) {
          next[i] |= many.set().has(character);
        }
      }
    }
    followJumps(next);
    return next;
  }

  /** Every jump leads further on, so one pass follows all of them. */
  private void followJumps(boolean[] at) {
    for (int i = 0; i < steps.size(); i++) {
      if (at[i]) {
        if (steps.get(i) instanceof Step.Jump jump) {
          jump.targets().forEach(target -> at[target] = true);
        } else if (steps.get(i) instanceof Step.Many) {
          at[i + 1] = true;
        }
      }
    }
  }
}
