package org.gradeline.site.charts;

import java.util.Comparator;

/**
 * How a grade is shown: never by its colour alone. For example {@code new GradeMark("G", "Good",
 * 2)}.
 *
 * @param letter stands for the grade where there is little room; one or two characters
 * @param label the grade's name
 * @param tone its colour: 1 outstanding, 2 good, 3 requires improvement, 4 inadequate, 5 any other;
 *     drawn with the CSS classes {@code tone-1} and, for text on it, {@code on-tone-1}
 */
public record GradeMark(String letter, String label, int tone) {
  /** From outstanding to inadequate, then the others by name. */
  static final Comparator<GradeMark> ORDER =
      Comparator.comparingInt(GradeMark::tone)
          .thenComparing(GradeMark::label)
          .thenComparing(GradeMark::letter);

  /** Refuses a tone that has no colour. */
  public GradeMark {
    if (tone < 1 || tone > 5) {
      throw new IllegalArgumentException("No tone " + tone);
    }
  }

  /** The CSS class of an area in this grade's colour. */
  String areaClass() {
    return "tone-" + tone;
  }

  /** The CSS class of a text on this grade's colour. */
  String textClass() {
    return "on-tone on-tone-" + tone;
  }
}
