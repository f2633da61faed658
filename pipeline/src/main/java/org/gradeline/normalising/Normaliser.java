package org.gradeline.normalising;

import java.time.LocalDate;
import java.util.List;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.normalising.QualityIssue.Rejection;
import org.gradeline.normalising.RuleOutcome.RejectedRecord;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.Remark;
import org.gradeline.reading.Unreadable;
import org.gradeline.reference.Council;
import org.gradeline.reference.Field;
import org.gradeline.reference.Reference;
import org.gradeline.reference.VisitType;

/**
 * Turns raw records into inspections and visits, or into rejections, by the list of {@link
 * RecordRules}. Not thread safe: it remembers which councils it has looked up.
 *
 * <pre>{@code
 * Normaliser normaliser = new Normaliser(reference, LocalDate.now());
 * Normaliser.Result result = normaliser.normalise(source.position(), entry);
 * for (CouncilRecord record : result.records()) { ... }
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
   * @param records the normalised record, and one for each council if it names several; none when
   *     it was rejected, and none of a remark
   * @param issues what was rejected, repaired or doubted, in the order in which it was found; of a
   *     rejected record its rejections alone
   * @param judgementsRead how many judgements it had, counted for each council that it names
   * @param judgementsRejected how many of them are not used
   */
  public record Result(
      List<CouncilRecord> records,
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
      return new Result(List.of(), List.of(rejection(source, place)), 0, 0);
    }
    if (entry instanceof Remark remark) {
      return new Result(List.of(), List.of(QualityIssue.of(source, remark)), 0, 0);
    }
    RawRecord raw = (RawRecord) entry;
    int read = raw.judgements().size();
    RuleOutcome outcome = rules.apply(RecordDraft.of(source, raw));
    if (outcome instanceof RejectedRecord rejected) {
      return new Result(List.of(), List.copyOf(rejected.rejections()), read, read);
    }
    RecordDraft draft = (RecordDraft) outcome;
    List<CouncilRecord> records =
        draft.councils().stream().map(council -> record(draft, council)).toList();
    int rejected = read - draft.judgements().kept().size();
    return new Result(records, draft.issues(), read * records.size(), rejected * records.size());
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

  private CouncilRecord record(RecordDraft draft, Council council) {
    VisitType visitType = draft.visitType();
    return visitType == null ? inspection(draft, council) : visit(draft, council, visitType);
  }

  private static Inspection inspection(RecordDraft draft, Council council) {
    return new Inspection(
        council.position(),
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

  private Visit visit(RecordDraft draft, Council council, VisitType type) {
    return new Visit(
        council.position(),
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
