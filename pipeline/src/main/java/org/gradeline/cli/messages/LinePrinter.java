package org.gradeline.cli.messages;

import java.io.PrintWriter;

/**
 * Prints lines for people, on a terminal or into a log. Text from files, such as a column's name,
 * cannot end a line or command the terminal: what would is printed as an escape such as {@code \n}.
 * As safe for several threads as the stream is.
 *
 * <pre>{@code
 * new LinePrinter(out).print("Unknown columns: " + names);
 * }</pre>
 *
 * @param stream receives the lines
 */
public record LinePrinter(PrintWriter stream) {
  /** Colours of a terminal, for a mark before a line. */
  public enum Colour {
    NONE(""),
    YELLOW("\u001b[1;33m"),
    RED("\u001b[1;31m");

    private static final String END = "\u001b[0m";

    private final String start;

    Colour(String start) {
      this.start = start;
    }

    private String of(String text) {
      return this == NONE ? text : start + text + END;
    }
  }

  /** Prints a line. */
  public void print(String line) {
    stream.println(printable(line));
  }

  /**
   * Prints a line after a mark of the program's own.
   *
   * @param mark what the line begins with, which is not from a file
   * @param colour the mark's colour
   */
  public void print(String mark, Colour colour, String line) {
    stream.println(colour.of(mark) + printable(line));
  }

  /** Prints what was thrown, its causes, and where. */
  public void printTrace(Throwable thrown) {
    print(thrown.toString());
    for (StackTraceElement frame : thrown.getStackTrace()) {
      stream.println("\tat " + printable(frame.toString()));
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      stream.print("Suppressed: ");
      printTrace(suppressed);
    }
    if (thrown.getCause() != null) {
      stream.print("Caused by: ");
      printTrace(thrown.getCause());
    }
  }

  /**
   * A text as it can be printed within a line: control characters, line and paragraph separators,
   * marks of direction and others that are invisible are escaped as JSON and Java escape them.
   */
  public static String printable(String text) {
    int first = firstUnprintable(text);
    if (first == text.length()) {
      return text;
    }
    StringBuilder printable = new StringBuilder(text.length() + 16).append(text, 0, first);
    text.substring(first)
        .codePoints()
        .forEach(
            character -> {
              if (isPrintable(character)) {
                printable.appendCodePoint(character);
              } else {
                printable.append(escaped(character));
              }
            });
    return printable.toString();
  }

  private static int firstUnprintable(String text) {
    int position = 0;
    while (position < text.length() && isPrintable(text.codePointAt(position))) {
      position += Character.charCount(text.codePointAt(position));
    }
    return position;
  }

  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  private static String escaped(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> {
        StringBuilder units = new StringBuilder();
        for (char unit : Character.toChars(character)) {
          units.append("\\u%04x".formatted((int) unit));
        }
        yield units.toString();
      }
    };
  }
}
