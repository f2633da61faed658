package org.gradeline.reference;

import java.io.Serializable;
import java.util.List;

/**
 * Grades in order, best first. Immutable.
 *
 * @param key its name in reference files
 * @param label its name in sentences
 * @param grades best first; the grade at position i has rank i + 1
 * @param passMark rank of the lowest grade that passes
 * @param passName name in tables of all grades that pass, such as {@code good_or_outstanding}
 * @param passLabel their name in sentences
 * @param outcomes whether its grades are outcomes in so many words, so that a council "was rated"
 *     none of them
 */
public record Scale(
    String key,
    String label,
    List<Grade> grades,
    int passMark,
    String passName,
    String passLabel,
    boolean outcomes)
    implements Serializable {

  /** The most grades: tallies of publication days pack a rank, from 1, into 7 bits. */
  public static final int MAX_GRADES = (1 << 7) - 1;

  /** Rank of the outcome "not judged", which has no place in the scale. */
  public static final int NOT_JUDGED = 0;

  /** Name of the outcome "not judged" in wordings and tables. */
  public static final String NOT_JUDGED_KEY = "not_judged";

  /**
   * The grade of a rank.
   *
   * @param rank from 1, the best
   */
  public Grade grade(int rank) {
    return grades.get(rank - 1);
  }

  /** What one of its grades is called in a sentence: "grade" or "outcome". */
  public String noun() {
    return outcomes ? "outcome" : "grade";
  }

  /** The worst grade. */
  public Grade lowest() {
    return grades.get(grades.size() - 1);
  }
}
