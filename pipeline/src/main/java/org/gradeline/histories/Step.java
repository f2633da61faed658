package org.gradeline.histories;

import java.util.OptionalLong;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line.Member;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A rating on a line, compared with the one before it.
 *
 * @param number its number on the line, from 1
 * @param inspection the inspection
 * @param member the area that was judged
 * @param grade its grade
 * @param previous the rating before it; null for the first
 * @param visitsSincePrevious visits between the two publications; empty unless all are known
 * @param inForceUntil first day on which it was no longer in force; null while it is
 */
public record Step(
    int number,
    Inspection inspection,
    Member member,
    Grade grade,
    @Nullable Step previous,
    OptionalLong visitsSincePrevious,
    @Nullable PartialDate inForceUntil) {

  /** How it compares with the rating before it. */
  public Direction direction() {
    return previous == null
        ? Direction.FIRST
        : Direction.between(previous.grade.rank(), grade.rank());
  }

  /** Grades gained since the rating before it; positive is better. Only where there is one. */
  public int change() {
    return previous == null ? 0 : previous.grade.rank() - grade.rank();
  }

  /** Days between the two publications; empty unless both days are known. */
  public OptionalLong daysSincePrevious() {
    return previous == null
        ? OptionalLong.empty()
        : previous.inspection.published().daysTo(inspection.published());
  }

  /** Whether the rating before it had the same grade and was in force until this one came out. */
  public boolean continuesPrevious() {
    return previous != null
        && previous.grade.rank() == grade.rank()
        && inspection.published().equals(previous.inForceUntil);
  }

  /** The first publication of the unbroken run of ratings at its grade. */
  public PartialDate gradeSince() {
    Step first = this;
    while (first.previous != null && first.continuesPrevious()) {
      first = first.previous;
    }
    return first.inspection.published();
  }

  /** Whether framework and definition of the area are the same as at the rating before it. */
  public boolean comparable() {
    return previous != null && isSameTestAs(previous);
  }

  /** Whether framework and definition of the area are those of another rating on the line. */
  public boolean isSameTestAs(Step other) {
    return LineEvent.isSameTest(member, inspection, other.member, other.inspection);
  }
}
