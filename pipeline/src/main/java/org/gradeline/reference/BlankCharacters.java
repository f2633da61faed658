package org.gradeline.reference;

/**
 * Characters that a reader does not see: white space of every script, and what only tells a program
 * how to show the text, such as direction marks, soft hyphens and characters of no width.
 *
 * <pre>{@code
 * BlankCharacters.contain('\t'); // true
 * }</pre>
 */
public final class BlankCharacters {
  private BlankCharacters() {}

  /** Whether a character shows nothing. */
  public static boolean contain(int character) {
    return isSpace(character) || isInvisible(character);
  }

  /** Whether a character is white space: the sign for the next line is, though not to Java. */
  static boolean isSpace(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u0085';
  }

  private static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT -> true;
      default -> isFiller(character);
    };
  }

  /** Letters, marks and symbols to Unicode, which nevertheless show nothing. */
  private static boolean isFiller(int character) {
    return character == 0x034F // joins graphemes
        || character == 0x115F // fills Hangul syllables, as do the next
        || character == 0x1160
        || character == 0x3164
        || character == 0xFFA0
        || character == 0x17B4 // Khmer vowels that are not written
        || character == 0x17B5
        || character == 0x2800 // Braille without a dot
        || (character >= 0x180B && character <= 0x180F) // choose a form of the letter before
        || (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0xE0100 && character <= 0xE01EF);
  }
}
