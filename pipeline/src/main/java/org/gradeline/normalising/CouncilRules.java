package org.gradeline.normalising;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.gradeline.normalising.ListedCouncils.Named;
import org.gradeline.normalising.Parsed.Invalid;
import org.gradeline.normalising.Parsed.Valid;
import org.gradeline.normalising.SameCouncil.NameDoubt;
import org.gradeline.reference.Council;
import org.gradeline.reference.Field;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;

/**
 * Which council a record is of: any of its codes and its name say so, and all of them must agree. A
 * record of a joint service lists several councils, separated by ";". Each must have been open.
 *
 * <p>Not thread safe, as {@link ListedCouncils} is not.
 */
final class CouncilRules {
  private static final List<Field> NAMING =
      List.of(Field.LA_CODE, Field.GSS_CODE, Field.URN, Field.COUNCIL);

  private final ListedCouncils listed;
  private final Succession succession;

  CouncilRules(Reference reference) {
    this.succession = new Succession(reference);
    this.listed = new ListedCouncils(reference.councils(), succession);
  }

  /** The record names a council. */
  static RuleOutcome named(RecordDraft draft) {
    for (Field field : NAMING) {
      if (!draft.text(field).isEmpty()) {
        return draft;
      }
    }
    return draft.rejected(
        new RuleViolation(
            IssueType.MISSING_COUNCIL,
            Field.LA_CODE.key(),
            "",
            "the record does not name a council. Fill in la_code, gss_code, urn or council.",
            ""));
  }

  /** Every code and name is known, and all are of one council. */
  RuleOutcome knownAndAgreeing(RecordDraft draft) {
    Parsed<Named> resolved = listed.resolve(CouncilNaming.of(draft));
    if (resolved instanceof Invalid<Named> invalid) {
      return draft.rejected(invalid.violation());
    }
    Named named = ((Valid<Named>) resolved).value();
    RecordDraft known = draft.withCouncils(named.councils());
    for (NameDoubt doubt : named.doubts()) {
      known =
          known.withWarning(IssueType.DOUBTFUL_NAME, Field.COUNCIL, doubt.name(), doubt.message());
    }
    return known;
  }

  /**
   * A council has no report before it opened and no inspection after it closed. A date known only
   * to the month or year gets the benefit of the doubt.
   */
  RuleOutcome open(RecordDraft draft) {
    for (Council council : draft.councils()) {
      RuleOutcome outcome = open(draft, council);
      if (outcome != draft) {
        return outcome;
      }
    }
    return draft;
  }

  private RuleOutcome open(RecordDraft draft, Council council) {
    LocalDate opened = council.opened();
    LocalDate closed = council.closed();
    PartialDate start = draft.dates().start();
    PartialDate published = draft.dates().published();
    PartialDate report = published != null ? published : start;
    if (opened != null && report != null && report.latest() < PartialDate.pack(opened)) {
      Field field = published != null ? Field.PUBLISHED_DATE : Field.START_DATE;
      return notOpen(
          draft,
          field,
          report,
          SameCouncil.nameAndCode(council)
              + " opened on "
              + opened
              + ", after this report. Name its predecessor",
          succession.predecessors(council));
    }
    if (closed != null && start != null && start.earliest() >= PartialDate.pack(closed)) {
      return notOpen(
          draft,
          Field.START_DATE,
          start,
          SameCouncil.nameAndCode(council)
              + " closed on "
              + closed
              + ", before this inspection. Name its successor",
          succession.successors(council));
    }
    return draft;
  }

  private static RuleOutcome notOpen(
      RecordDraft draft, Field field, PartialDate date, String why, List<Council> instead) {
    String names = instead.stream().map(SameCouncil::nameAndCode).collect(Collectors.joining("; "));
    return draft.rejected(
        new RuleViolation(
            IssueType.COUNCIL_NOT_OPEN,
            field.key(),
            date.toString(),
            why + (names.isEmpty() ? ", or fix the date." : ": " + names + "."),
            names));
  }
}
