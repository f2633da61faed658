package org.gradeline.normalising;

import org.gradeline.reference.Field;
import org.gradeline.reference.Reference;
import org.gradeline.reference.VisitType;
import org.gradeline.reference.Wording;

/** Whether a record is a visit: it has no judgement, and its type is a kind of visit. */
final class VisitRules {
  private final Reference reference;

  VisitRules(Reference reference) {
    this.reference = reference;
  }

  /** Reads the kind of visit; a record with judgements is an inspection, whatever its type. */
  RuleOutcome read(RecordDraft draft) {
    if (draft.hasJudgements()) {
      return draft;
    }
    String type = draft.text(Field.INSPECTION_TYPE);
    VisitType ofLayout = draft.raw().layout().visitTypes().get(Wording.of(type));
    VisitType known = ofLayout != null ? ofLayout : reference.visitType(type);
    return known == null ? draft : draft.withVisitType(known);
  }

  /** A record is an inspection with judgements, or a visit. */
  RuleOutcome judgedOrVisited(RecordDraft draft) {
    if (draft.hasJudgements() || draft.isVisit()) {
      return draft;
    }
    String type = draft.text(Field.INSPECTION_TYPE);
    String types = String.join("; ", reference.visitTypes().stream().map(VisitType::key).toList());
    return draft.rejected(
        new RuleViolation(
            IssueType.NO_JUDGEMENT,
            Field.INSPECTION_TYPE.key(),
            type,
            "the record has no judgement, and "
                + (type.isEmpty() ? "no inspection type" : "'" + type + "' is not a kind of visit")
                + ". Fill in an area, or name the kind of visit: "
                + types
                + ".",
            types));
  }
}
