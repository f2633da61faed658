package org.gradeline.reference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.gradeline.reference.Glob.CharacterSet;
import org.gradeline.reference.Glob.Step;

/** Reads the text of a {@link Glob}. Not thread safe. */
final class GlobParser {
  private static final int SEPARATOR = '/';
  private static final CharacterSet ANY = character -> true;
  private static final CharacterSet IN_NAME = character -> character != SEPARATOR;

  private final String pattern;
  private final List<Step> steps = new ArrayList<>();
  private int position;

  GlobParser(String pattern) {
    this.pattern = pattern;
  }

  /** The steps of the pattern. */
  List<Step> parse() {
    while (hasNext()) {
      if (peek() == '{') {
        position++;
        alternatives();
      } else {
        step();
      }
    }
    return steps;
  }

  private void step() {
    int character = next();
    switch (character) {
      case '*' -> star();
      case '?' -> steps.add(new Step.One(IN_NAME));
      case '[' -> steps.add(new Step.One(bracket()));
      case '\\' -> literal(escaped());
      default -> literal(character);
    }
  }

  private void star() {
    boolean crossing = hasNext() && peek() == '*';
    position += crossing ? 1 : 0;
    steps.add(new Step.Many(crossing ? ANY : IN_NAME));
  }

  private void literal(int wanted) {
    steps.add(new Step.One(character -> character == wanted));
  }

  private int escaped() {
    if (!hasNext()) {
      throw invalid("No character to escape");
    }
    return next();
  }

  /** One of several, separated by commas: a jump to the start of each, and one to the end. */
  private void alternatives() {
    int fork = steps.size();
    steps.add(new Step.Jump(List.of()));
    List<Integer> starts = new ArrayList<>(List.of(steps.size()));
    List<Integer> ends = new ArrayList<>();
    while (hasNext() && peek() != '}') {
      if (peek() == '{') {
        throw invalid("Cannot nest groups");
      }
      if (peek() == ',') {
        position++;
        ends.add(steps.size());
        steps.add(new Step.Jump(List.of()));
        starts.add(steps.size());
      } else {
        step();
      }
    }
    if (!hasNext()) {
      throw invalid("Missing '}");
    }
    position++;
    steps.set(fork, new Step.Jump(List.copyOf(starts)));
    Step toTheEnd = new Step.Jump(List.of(steps.size()));
    ends.forEach(end -> steps.set(end, toTheEnd));
  }

  /** A set in brackets, which never has the separator. */
  private CharacterSet bracket() {
    boolean excluding = hasNext() && peek() == '!';
    position += excluding ? 1 : 0;
    BitSet members = new BitSet();
    // At the start, these are characters like any other.
    if (hasNext() && (peek() == '-' || (peek() == '^' && !excluding))) {
      members.set(next());
    }
    int last = -1;
    while (hasNext() && peek() != ']') {
      int character = next();
      if (character == SEPARATOR) {
        throw invalid("Explicit 'name separator' in class");
      }
      if (character != '-') {
        members.set(character);
        last = character;
      } else if (last < 0) {
        throw invalid("Invalid range");
      } else if (hasNext() && peek() == ']') {
        members.set('-');
      } else if (!hasNext() || peek() < last) {
        throw invalid("Invalid range");
      } else {
        members.set(last, next() + 1);
        last = -1;
      }
    }
    if (!hasNext() || members.isEmpty()) {
      throw invalid("Missing ']");
    }
    position++;
    return character -> character != SEPARATOR && members.get(character) != excluding;
  }

  private boolean hasNext() {
    return position < pattern.length();
  }

  private int peek() {
    return pattern.codePointAt(position);
  }

  private int next() {
    int character = peek();
    position += Character.charCount(character);
    return character;
  }

  private PatternSyntaxException invalid(String why) {
    return new PatternSyntaxException(why, pattern, Math.max(0, position - 1));
  }
}
