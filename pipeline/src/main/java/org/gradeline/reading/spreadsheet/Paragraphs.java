package org.gradeline.reading.spreadsheet;

import static org.gradeline.reading.spreadsheet.OdsWorkbook.TEXT;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The text of a cell of ODS: its paragraphs, joined by line breaks, without what is beside it. */
final class Paragraphs {
  private Paragraphs() {}

  /**
   * Reads the cell that starts here, to its end.
   *
   * @param text takes its text
   * @return whether it is short enough for a cell
   */
  static boolean read(XmlPart xml, StringBuilder text) throws IOException {
    int depth = xml.depth();
    boolean fits = true;
    boolean first = true;
    while (xml.next() && !(xml.ends() && xml.depth() == depth)) {
      if (xml.starts()) {
        // Comments, pictures and tables inside a cell have paragraphs of their own.
        if (xml.name().equals("p") && xml.namespace().equals(TEXT)) {
          fits = fits && (first || add(text, "\n"));
          first = false;
          fits &= readParagraph(xml, text);
        } else {
          xml.skip();
        }
      }
    }
    return fits;
  }

  private static boolean readParagraph(XmlPart xml, StringBuilder text) throws IOException {
    int depth = xml.depth();
    int start = text.length();
    boolean fits = true;
    while (xml.next() && !(xml.ends() && xml.depth() == depth)) {
      if (xml.isText()) {
        int from = text.length();
        fits = fits && xml.addText(text);
        join(text, start, from);
      } else if (xml.starts()) {
        switch (xml.name()) {
          case "s" -> fits = fits && addSpaces(text, xml.attribute(TEXT, "c"));
          case "tab" -> fits = fits && add(text, "\t");
          case "line-break" -> fits = fits && add(text, "\n");
          case "annotation", "note", "ruby-text", "frame" -> xml.skip();
          default -> {
            // Spans and links: their text belongs to the paragraph.
          }
        }
      }
    }
    return fits;
  }

  /** Joins the white space of what was added, as ODF has it: one space, and none at the start. */
  private static void join(StringBuilder text, int start, int from) {
    int end = from;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!space) {
        text.setCharAt(end++, c);
      } else if (end > start && text.charAt(end - 1) != ' ') {
        text.setCharAt(end++, ' ');
      }
    }
    text.setLength(end);
  }

  private static boolean add(StringBuilder text, String more) {
    if (text.length() + more.length() > Bounds.MAX_TEXT) {
      return false;
    }
    text.append(more);
    return true;
  }

  /** Adds spaces of which there are several, which the text itself would join. */
  private static boolean addSpaces(StringBuilder text, @Nullable String count) {
    try {
      int spaces = count == null ? 1 : Integer.parseInt(count);
      return spaces >= 0 && spaces <= Bounds.MAX_TEXT && add(text, " ".repeat(spaces));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
