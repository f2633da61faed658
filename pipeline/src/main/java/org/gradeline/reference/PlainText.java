package org.gradeline.reference;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The one way in which a text is cleaned before it is compared with anything: values, names of
 * columns, keys of JSON, tests for blanks and markers of missing values, wordings of reference
 * data. Case, and how much white space there is between words, are left to {@link Wording}.
 *
 * <pre>{@code
 * PlainText.of("Inad\u00ADequate\u00A0"); // Inadequate
 * }</pre>
 */
public final class PlainText {
  /** What is made plain, in this order. */
  public static final List<Step> STEPS = List.of(Step.values());

  private static final char FULL_WIDTH_FIRST = '\uFF01';
  private static final char FULL_WIDTH_LAST = '\uFF5E';
  private static final int FULL_WIDTH_SHIFT = FULL_WIDTH_FIRST - '!';

  /** How Office Open XML writes a character that XML cannot have: "_x000D_" is a line break. */
  private static final Pattern ESCAPE = Pattern.compile("_x[0-9A-Fa-f]{4}_");

  private static final String ESCAPE_BEGINS = "_x";
  private static final int ESCAPE_LENGTH = 7;

  private PlainText() {}

  /** A kind of characters that are made plain: each changes a text in its own way. */
  public enum Step {
    /** Full-width characters, unusual spaces and hyphens: as on a keyboard. */
    WIDE,
    /** Direction marks, soft hyphens, control characters and others that show nothing: away. */
    INVISIBLE,
    /** A letter and its accent as two characters: as one. */
    SPLIT,
    /** Curly quotes: straight. */
    CURLY;

    /** A text after this step; an equal one if it has nothing of the kind. */
    public String apply(String text) {
      return switch (this) {
        case WIDE -> narrow(text);
        case INVISIBLE -> unescaped(visible(text));
        case SPLIT -> Normalizer.normalize(text, Normalizer.Form.NFC);
        case CURLY -> straighten(text);
      };
    }
  }

  /** A text made plain, without white space at its ends; itself if it is so already. */
  public static String of(String text) {
    if (isPlain(text)) {
      return text.strip();
    }
    String plain = text;
    for (Step step : STEPS) {
      plain = step.apply(plain);
    }
    return plain.strip();
  }

  /** Whether a text has only characters of a keyboard, as most have, and so needs no step. */
  public static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c >= 0x7F || c == '_') && !isPlainAt(text, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainAt(String text, int position) {
    return isKept(text.charAt(position))
        || (text.charAt(position) == '_' && !text.startsWith(ESCAPE_BEGINS, position));
  }

  /** Whether nothing of a text can be seen. */
  public static boolean isBlank(String text) {
    if (text.isEmpty()) {
      return true;
    }
    char first = text.charAt(0);
    // Nearly every text shows by its first character that it is not blank.
    boolean seen = first > ' ' && first < 0x7F && first != '_';
    return !seen && of(text).isEmpty();
  }

  /** Control characters that a text can mean: tabs and what breaks lines and pages. */
  private static boolean isKept(int character) {
    return character >= '\t' && character <= '\r';
  }

  /**
   * A text without escapes of characters that show nothing; other escapes are text. What an escape
   * leaves may make another one whole, so each is looked for where it ends.
   */
  private static String unescaped(String text) {
    if (!text.contains(ESCAPE_BEGINS)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int searchFrom = 0;
    for (int i = 0; i < text.length(); i++) {
      plain.append(text.charAt(i));
      int start = plain.length() - ESCAPE_LENGTH;
      if (text.charAt(i) == '_' && start >= searchFrom && isEscape(plain, start)) {
        int character = Integer.parseInt(plain, start + 2, start + 6, 16);
        if (BlankCharacters.contain(character)) {
          plain.setLength(start);
          plain.append(unescaped(character));
        } else {
          searchFrom = plain.length();
        }
      }
    }
    return plain.toString();
  }

  private static boolean isEscape(StringBuilder text, int start) {
    return ESCAPE.matcher(text).region(start, start + ESCAPE_LENGTH).matches();
  }

  private static String unescaped(int blank) {
    if (isKept(blank)) {
      return Character.toString(blank);
    }
    return BlankCharacters.isSpace(blank) ? " " : "";
  }

  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            character -> BlankCharacters.isSpace(character) || !BlankCharacters.contain(character))
        .forEach(visible::appendCodePoint);
    return visible.toString();
  }

  private static String narrow(String text) {
    StringBuilder narrow = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
        narrow.append((char) (c - FULL_WIDTH_SHIFT));
      } else if (c == '\u2010' || c == '\u2011') {
        narrow.append('-');
      } else {
        narrow.append(BlankCharacters.isSpace(c) && !isKept(c) ? ' ' : c);
      }
    }
    return narrow.toString();
  }

  private static String straighten(String text) {
    return text.replace('\u2018', '\'')
        .replace('\u2019', '\'')
        .replace('\u201C', '"')
        .replace('\u201D', '"');
  }
}
