package org.gradeline.histories;

import java.util.List;
import java.util.Map;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.normalising.QualityIssue.Warning;

/**
 * A council's records with those of one event made one: what only one of them says is taken over,
 * and where two differ the more {@link Belief believed} one is kept.
 *
 * @param inspections by publication, then start
 * @param visits by day
 * @param conflicts judgements that differ
 * @param warnings what a person should look at
 * @param mergeCounts what merging did with the records of each source, by its position
 */
public record MergedCouncil(
    List<Inspection> inspections,
    List<Visit> visits,
    List<Conflict> conflicts,
    List<Warning> warnings,
    Map<Integer, MergeCounts> mergeCounts) {

  /**
   * Two sources that give one area different outcomes.
   *
   * @param inspection the inspection
   * @param kept the judgement that is kept
   * @param other the one that is not
   */
  public record Conflict(Inspection inspection, Judgement kept, Judgement other) {}

  /**
   * What merging did with the records of a source. Every record is accepted or a duplicate, and
   * every judgement is rated, not judged or a duplicate, so that the ledger adds up.
   *
   * @param acceptedRecords records that give an inspection, a visit or at least one judgement
   * @param duplicateRecords records that repeat what a more trusted record says
   * @param rated judgements that are used and have a grade
   * @param notJudged judgements that are used and say that the area was not judged
   * @param duplicateJudgements judgements of an area that a more trusted record judges, the same or
   *     not
   */
  public record MergeCounts(
      long acceptedRecords,
      long duplicateRecords,
      long rated,
      long notJudged,
      long duplicateJudgements) {
    static final MergeCounts NONE = new MergeCounts(0, 0, 0, 0, 0);

    MergeCounts plus(MergeCounts other) {
      return new MergeCounts(
          acceptedRecords + other.acceptedRecords,
          duplicateRecords + other.duplicateRecords,
          rated + other.rated,
          notJudged + other.notJudged,
          duplicateJudgements + other.duplicateJudgements);
    }
  }

  /**
   * Merges the records of one council, given in any order.
   *
   * @param records of one council
   * @param precedence the place of each source, by its position, in the order in which they are
   *     believed
   */
  public static MergedCouncil of(List<CouncilRecord> records, List<Integer> precedence) {
    return new Merging(new Belief(precedence)).merge(records);
  }
}
