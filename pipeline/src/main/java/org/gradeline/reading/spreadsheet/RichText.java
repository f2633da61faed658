package org.gradeline.reading.spreadsheet;

import java.io.IOException;

/** A text of XLSX, whose runs may differ in how they look. */
final class RichText {
  private RichText() {}

  /**
   * Reads the text of the tag that starts here, to its end: all its runs, without how they are
   * pronounced.
   *
   * @param text takes it
   * @return whether it is short enough for a cell
   */
  static boolean read(XmlPart xml, StringBuilder text) throws IOException {
    int depth = xml.depth();
    boolean fits = true;
    boolean inText = false;
    while (xml.next() && !(xml.ends() && xml.depth() == depth)) {
      if (xml.starts("rPh")) {
        xml.skip();
      } else if (xml.starts("t")) {
        inText = true;
      } else if (xml.ends("t")) {
        inText = false;
      } else if (inText && xml.isText()) {
        fits = fits && xml.addText(text);
      }
    }
    return fits;
  }

  /**
   * Reads the plain text of the tag that starts here, to its end.
   *
   * @param text takes it
   * @return whether it is short enough for a cell
   */
  static boolean readPlain(XmlPart xml, StringBuilder text) throws IOException {
    int depth = xml.depth();
    boolean fits = true;
    while (xml.next() && !(xml.ends() && xml.depth() == depth)) {
      if (xml.isText()) {
        fits = fits && xml.addText(text);
      }
    }
    return fits;
  }
}
