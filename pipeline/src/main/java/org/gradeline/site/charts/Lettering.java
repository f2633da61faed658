package org.gradeline.site.charts;

import java.util.ArrayList;
import java.util.List;

/** How much room a text takes: estimated for Arial, rather too much than too little. */
final class Lettering {
  /** Size of all text, in pixels, except where there is little room. */
  static final double SIZE = 13;

  /** Size of text where there is little room, in pixels. */
  static final double SMALL = 11;

  /** How far below the middle of a line of text its baseline is, as a share of its size. */
  private static final double DROP = 0.36;

  private static final double[] ASCII = ascii();

  private Lettering() {}

  /** The estimated width of a text, in pixels. */
  static double width(String text, double size) {
    double ems = 0;
    for (int i = 0; i < text.length(); i++) {
      ems += ems(text.charAt(i));
    }
    return ems * size;
  }

  private static double ems(char c) {
    return c < ASCII.length ? ASCII[c] : estimatedEms(c);
  }

  private static double[] ascii() {
    double[] ems = new double[128];
    for (char c = 0; c < ems.length; c++) {
      ems[c] = estimatedEms(c);
    }
    return ems;
  }

  private static double estimatedEms(char c) {
    if (" .,:;'|!ijlItfr()-".indexOf(c) >= 0) {
      return 0.34;
    }
    if ("mwMW%–".indexOf(c) >= 0) {
      return 0.88;
    }
    return Character.isUpperCase(c) ? 0.72 : 0.56;
  }

  /** The baseline of a text whose middle is at a height. */
  static double baseline(double middle, double size) {
    return middle + DROP * size;
  }

  /** Breaks a text between words into lines of at most a width; a longer word has its own line. */
  static List<String> lines(String text, double size, double width) {
    String whole = text.strip();
    if (width(whole, size) <= width && !whole.contains("  ")) {
      return List.of(whole);
    }
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : whole.split(" +", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, size) > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return List.copyOf(lines);
  }

  /** "1 council", "31 councils". */
  static String councils(int count) {
    return count + (count == 1 ? " council" : " councils");
  }
}
