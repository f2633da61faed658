package org.gradeline.cli.suggesting;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts as values in YAML, in quotes where it would read them as something else. */
final class Yaml {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9_]*([ /()-]+[A-Za-z0-9_()]+)*");
  private static final Pattern WORD_WITH_MEANING =
      Pattern.compile("(?i)(true|false|yes|no|on|off|null|y|n)");

  private Yaml() {}

  /** A text on one line: what is invisible or ends a line is escaped. */
  static String quoted(String text) {
    if (PLAIN.matcher(text).matches() && !WORD_WITH_MEANING.matcher(text).matches()) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (Character.isISOControl(c)
                  || Character.getType(c) == Character.FORMAT
                  || Character.getType(c) == Character.LINE_SEPARATOR
                  || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                  || Character.getType(c) == Character.SURROGATE) {
                quoted.append(c < 0x10000 ? "\\u%04X".formatted(c) : "\\U%08X".formatted(c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }

  /** A list on one line. */
  static String list(Collection<String> texts) {
    return texts.stream().map(Yaml::quoted).collect(Collectors.joining(", ", "[", "]"));
  }
}
