package org.gradeline.normalising;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.gradeline.normalising.CouncilRecord.Finding;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.normalising.QualityIssue.Rejection;
import org.gradeline.normalising.QualityIssue.Repair;
import org.gradeline.normalising.QualityIssue.Warning;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.RawRecord.RawJudgement;
import org.gradeline.reading.Remark;
import org.gradeline.reference.Council;
import org.gradeline.reference.Field;
import org.gradeline.reference.Framework;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.VisitType;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way through the rules: what its file says, and what is known of it so far.
 * Immutable.
 *
 * @param raw what its file says
 * @param source position of its source
 * @param texts text of each field that is there
 * @param councils the council, or those of a joint service; empty until they are known
 * @param visitType null when the record is not a visit
 * @param framework null until it is known; a visit may have none
 * @param dates when it took place
 * @param judgements what the inspectors judged
 * @param findings what they found
 * @param issues what was repaired, doubted or left out, in the order in which it was found
 */
record RecordDraft(
    RawRecord raw,
    int source,
    Map<Field, String> texts,
    List<Council> councils,
    @Nullable VisitType visitType,
    @Nullable Framework framework,
    Dates dates,
    Judgements judgements,
    List<Finding> findings,
    List<QualityIssue> issues)
    implements RuleOutcome {

  RecordDraft {
    issues = List.copyOf(issues);
  }

  /** When the inspectors came and went, and when the report came out; null where unknown. */
  record Dates(
      @Nullable PartialDate start, @Nullable PartialDate end, @Nullable PartialDate published) {
    private static final Dates UNKNOWN = new Dates(null, null, null);

    /** The same with the date of a field. */
    Dates with(Field field, PartialDate date) {
      return switch (field) {
        case START_DATE -> new Dates(date, end, published);
        case END_DATE -> new Dates(start, date, published);
        case PUBLISHED_DATE -> new Dates(start, end, date);
        default -> throw new IllegalArgumentException(field + " is not a date");
      };
    }
  }

  /**
   * The judgements that are used.
   *
   * @param kept in the order of the framework's areas, one an area
   * @param unreadableAreas areas whose judgement could not be read, one bit each by position
   */
  record Judgements(List<Judgement> kept, long unreadableAreas) {
    private static final Judgements NONE = new Judgements(List.of(), 0);
  }

  /** A record of which nothing is known but what its file says. */
  static RecordDraft of(int source, RawRecord raw) {
    return new RecordDraft(
        raw,
        source,
        raw.fields(),
        List.of(),
        null,
        null,
        Dates.UNKNOWN,
        Judgements.NONE,
        List.of(),
        issues(source, raw.remarks()));
  }

  private static List<QualityIssue> issues(int source, List<Remark> remarks) {
    return remarks.isEmpty()
        ? List.of()
        : remarks.stream().map(remark -> QualityIssue.of(source, remark)).toList();
  }

  /** Text of a field; empty when absent. */
  String text(Field field) {
    String text = texts.get(field);
    return text == null ? "" : text;
  }

  /** Whether the file has any judgement of it. */
  boolean hasJudgements() {
    return !raw.judgements().isEmpty();
  }

  /** Whether it is a visit: an event without a grade. */
  boolean isVisit() {
    return visitType != null;
  }

  /** The framework of a record with judgements, for the rules after the one that finds it. */
  Framework knownFramework() {
    return Objects.requireNonNull(framework, "the framework is found first");
  }

  /** The publication date of an inspection, for the rules after the one that requires it. */
  PartialDate knownPublished() {
    return Objects.requireNonNull(dates.published(), "the publication date is required first");
  }

  RecordDraft withTexts(Map<Field, String> texts, List<QualityIssue> issues) {
    return new RecordDraft(
        raw, source, texts, councils, visitType, framework, dates, judgements, findings, issues);
  }

  RecordDraft withCouncils(List<Council> councils) {
    return new RecordDraft(
        raw, source, texts, councils, visitType, framework, dates, judgements, findings, issues);
  }

  RecordDraft withVisitType(VisitType visitType) {
    return new RecordDraft(
        raw, source, texts, councils, visitType, framework, dates, judgements, findings, issues);
  }

  RecordDraft withFramework(Framework framework) {
    return new RecordDraft(
        raw, source, texts, councils, visitType, framework, dates, judgements, findings, issues);
  }

  /** The same with other areas for its judgements. */
  RecordDraft withAreas(UnaryOperator<String> areas) {
    List<RawJudgement> renamed =
        raw.judgements().stream()
            .map(it -> new RawJudgement(areas.apply(it.area()), it.grade(), it.fromUnknownKey()))
            .toList();
    RawRecord other =
        new RawRecord(
            raw.lineNumber(), raw.layout(), raw.fields(), renamed, raw.findings(), raw.raw());
    return new RecordDraft(
        other, source, texts, councils, visitType, framework, dates, judgements, findings, issues);
  }

  RecordDraft withDates(Dates dates) {
    return new RecordDraft(
        raw, source, texts, councils, visitType, framework, dates, judgements, findings, issues);
  }

  RecordDraft withJudgements(Judgements judgements, List<QualityIssue> issues) {
    return new RecordDraft(
        raw, source, texts, councils, visitType, framework, dates, judgements, findings, issues);
  }

  RecordDraft withFindings(List<Finding> findings, List<QualityIssue> issues) {
    return new RecordDraft(
        raw, source, texts, councils, visitType, framework, dates, judgements, findings, issues);
  }

  /** The same with one more value to look at. */
  RecordDraft withWarning(IssueType type, Field field, String value, String message) {
    List<QualityIssue> issues = new ArrayList<>(this.issues);
    issues.add(warning(type, field, value, message));
    return new RecordDraft(
        raw, source, texts, councils, visitType, framework, dates, judgements, findings, issues);
  }

  /** Ends the list: nothing of the record is used, so its repairs and doubts are not reported. */
  RejectedRecord rejected(RuleViolation violation) {
    return new RejectedRecord(List.of(rejection(violation)));
  }

  /** That a value of the record is used, and why a person should look at it. */
  Warning warning(IssueType type, Field field, String value, String message) {
    return new Warning(source, raw.lineNumber(), type, field.key(), value, message);
  }

  /** That a value of the record is used as it was evidently meant. */
  Repair repair(IssueType type, String field, String value, String repaired) {
    return new Repair(source, raw.lineNumber(), type, field, value, repaired);
  }

  /** That the record, or a part of it, is not used. */
  Rejection rejection(RuleViolation violation) {
    return new Rejection(
        source,
        raw.lineNumber(),
        violation.type(),
        violation.field(),
        violation.value(),
        violation.message(),
        violation.suggestion(),
        raw.raw().get());
  }
}
