package org.gradeline.histories;

import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.reference.Line;
import org.gradeline.reference.ReportingDate;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection means for a line.
 *
 * @param inspection the inspection
 * @param kind what it does
 * @param member the area that the line follows; null when the framework has none
 * @param judgement the judgement of that area; null unless the event is a rating
 */
public record LineEvent(
    Inspection inspection, Kind kind, Line.@Nullable Member member, @Nullable Judgement judgement) {

  /** What an inspection does to a line. */
  public enum Kind {
    /** It gives the line a grade. */
    RATED,
    /**
     * It is of a framework of full coverage and gives the line none, which ends the rating in
     * force.
     */
    ENDED,
    /** It is of a framework of partial coverage and says that the line was not judged. */
    PASSED_OVER
  }

  /** Rank of the grade given; only of a rating. */
  public int rank() {
    if (judgement == null) {
      throw new IllegalStateException("a " + kind + " has no rank");
    }
    return judgement.rank();
  }

  /** The area that it judged; only of a rating. */
  public Line.Member judged() {
    if (member == null) {
      throw new IllegalStateException("a " + kind + " judges no area");
    }
    return member;
  }

  /** Whether framework and definition of the area are those of another rating on the line. */
  public boolean isSameTestAs(LineEvent other) {
    return isSameTest(judged(), inspection, other.judged(), other.inspection);
  }

  static boolean isSameTest(
      Line.Member member, Inspection inspection, Line.Member other, Inspection otherInspection) {
    return other.framework().position() == member.framework().position()
        && other.definition(otherInspection.start(), otherInspection.published())
            == member.definition(inspection.start(), inspection.published());
  }

  boolean counts(ReportingDate date) {
    return date.counts(inspection.start(), inspection.published());
  }
}
