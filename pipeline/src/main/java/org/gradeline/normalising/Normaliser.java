package org.gradeline.normalising;

import java.time.LocalDate;
import java.util.List;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.normalising.QualityIssue.Rejection;
import org.gradeline.normalising.RuleOutcome.RejectedRecord;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.Unreadable;
import org.gradeline.reference.Field;
import org.gradeline.reference.Reference;
import org.gradeline.reference.VisitType;
import org.jspecify.annotations.Nullable;

/**
 * Turns raw records into inspections and visits, or into rejections, by the list of {@link
 * RecordRules}. Not thread safe: it remembers which councils it has looked up.
 *
 * <pre>{@code
 * Normaliser normaliser = new Normaliser(reference, LocalDate.now());
 * Normaliser.Result result = normaliser.normalise(source.position(), entry);
 * if (result.record() instanceof Inspection inspection) { ... }
 * }</pre>
 */
public final class Normaliser {
  private final List<VisitType> visitTypes;
  private final RecordRules rules;

  /**
   * @param reference the run's reference data
   * @param today dates after it are doubted
   */
  public Normaliser(Reference reference, LocalDate today) {
    this.visitTypes = reference.visitTypes();
    this.rules = RecordRules.of(reference, today);
  }

  /**
   * What became of an entry.
   *
   * @param record the normalised record; null when it was rejected
   * @param issues what was rejected, repaired or doubted, in the order in which it was found; of a
   *     rejected record its rejections alone
   * @param judgementsRead how many judgements it had
   * @param judgementsRejected how many of them are not used
   */
  public record Result(
      @Nullable CouncilRecord record,
      List<QualityIssue> issues,
      int judgementsRead,
      int judgementsRejected) {}

  /**
   * Normalises an entry.
   *
   * @param source position of its source
   * @param entry what its file has there
   */
  public Result normalise(int source, RawEntry entry) {
    if (entry instanceof Unreadable place) {
      return new Result(null, List.of(rejection(source, place)), 0, 0);
    }
    RawRecord raw = (RawRecord) entry;
    int read = raw.judgements().size();
    RuleOutcome outcome = rules.apply(RecordDraft.of(source, raw));
    if (outcome instanceof RejectedRecord rejected) {
      return new Result(null, List.copyOf(rejected.rejections()), read, read);
    }
    RecordDraft draft = (RecordDraft) outcome;
    int rejected = read - draft.judgements().kept().size();
    return new Result(record(draft), draft.issues(), read, rejected);
  }

  private static Rejection rejection(int source, Unreadable place) {
    IssueType type = IssueType.valueOf(place.rule().name());
    return new Rejection(
        source,
        place.lineNumber(),
        type,
        "",
        place.value(),
        place.message(),
        place.suggestion(),
        place.raw());
  }

  private CouncilRecord record(RecordDraft draft) {
    VisitType visitType = draft.visitType();
    return visitType == null ? inspection(draft) : visit(draft, visitType);
  }

  private static Inspection inspection(RecordDraft draft) {
    return new Inspection(
        draft.knownCouncil().position(),
        draft.knownFramework().position(),
        draft.text(Field.INSPECTION_TYPE),
        draft.dates().start(),
        draft.dates().end(),
        draft.knownPublished(),
        draft.text(Field.REPORT),
        draft.judgements().kept(),
        draft.judgements().unreadableAreas(),
        draft.findings(),
        draft.source(),
        draft.raw().lineNumber());
  }

  private Visit visit(RecordDraft draft, VisitType type) {
    return new Visit(
        draft.knownCouncil().position(),
        visitTypes.indexOf(type),
        draft.dates().start(),
        draft.dates().published(),
        draft.text(Field.THEME),
        draft.text(Field.REPORT),
        draft.findings(),
        draft.source(),
        draft.raw().lineNumber());
  }
}
