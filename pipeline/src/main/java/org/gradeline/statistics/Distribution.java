package org.gradeline.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Councils by grade.
 *
 * @param byGrade councils at each grade, best first
 * @param notInspected councils never given a grade
 * @param noLongerJudged councils whose last grade is no longer in force
 */
public record Distribution(List<Long> byGrade, long notInspected, long noLongerJudged) {

  static Distribution of(long[] byGrade, long notInspected, long noLongerJudged) {
    return new Distribution(Arrays.stream(byGrade).boxed().toList(), notInspected, noLongerJudged);
  }

  /** Councils with a grade: what percentages are of. */
  public long base() {
    return atOrAbove(byGrade.size());
  }

  /**
   * Councils at a grade or a better one.
   *
   * @param rank rank of the grade
   */
  public long atOrAbove(int rank) {
    return byGrade.subList(0, rank).stream().mapToLong(Long::longValue).sum();
  }
}
