package org.gradeline.reference;

import java.io.Serializable;
import java.util.List;

/**
 * Ordered grades, best first.
 *
 * @param key its name in reference files
 * @param label its name in sentences
 * @param grades best first; the grade at position i has rank i + 1
 * @param passMark rank of the lowest grade that passes
 * @param passName name, in tables, of all grades that pass together ({@code good_or_outstanding})
 * @param passLabel the same in sentences
 */
public record Scale(
    String key, String label, List<Grade> grades, int passMark, String passName, String passLabel)
    implements Serializable {

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

  /** The worst grade. */
  public Grade lowest() {
    return grades.get(grades.size() - 1);
  }
}
