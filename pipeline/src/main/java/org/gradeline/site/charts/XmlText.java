package org.gradeline.site.charts;

/** Text made safe for XML, in content and in quoted attributes. */
final class XmlText {
  private XmlText() {}

  /**
   * Appends a text with its special characters escaped. What XML cannot carry is left out: control
   * characters, halves of surrogate pairs, and the two non-characters.
   */
  static void append(StringBuilder xml, String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '&' -> xml.append("&amp;");
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '"' -> xml.append("&quot;");
        case '\'' -> xml.append("&#39;");
        case '\t', '\n', '\r' -> xml.append(' ');
        default -> {
          if (isCharacter(c)) {
            xml.appendCodePoint(c);
          }
        }
      }
    }
  }

  private static boolean isCharacter(int c) {
    boolean control = c < 0x20 || (c >= 0x7f && c <= 0x9f);
    boolean surrogate = c >= 0xd800 && c <= 0xdfff;
    return !control && !surrogate && c != 0xfffe && c != 0xffff;
  }
}
