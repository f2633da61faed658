package org.gradeline.normalising;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.gradeline.normalising.CouncilRecord.Finding;
import org.gradeline.reading.RawRecord.RawFinding;
import org.gradeline.reference.Field;
import org.gradeline.reference.Nearest;
import org.gradeline.reference.Wording;

/**
 * What the inspectors found: each finding is a strength, a weakness or an improvement, and has a
 * theme.
 */
final class FindingRules {
  private static final Set<String> KINDS = Set.of("strength", "weakness", "improvement");

  private FindingRules() {}

  /** Reads the findings, and leaves out those of any other kind and those without a theme. */
  static RuleOutcome read(RecordDraft draft) {
    if (draft.raw().findings().isEmpty()) {
      return draft;
    }
    List<Finding> findings = new ArrayList<>(draft.raw().findings().size());
    List<QualityIssue> issues = new ArrayList<>(draft.issues());
    for (RawFinding raw : draft.raw().findings()) {
      String kind = Wording.of(raw.kind());
      if (KINDS.contains(kind) && draft.raw().layout().isMissing(raw.theme())) {
        issues.add(draft.rejection(missingTheme(raw)));
      } else if (KINDS.contains(kind)) {
        String theme = TextRules.repaired(draft, Field.THEME.key(), raw.theme(), issues);
        findings.add(new Finding(theme, kind, raw.text().strip()));
      } else {
        issues.add(draft.rejection(unknownKind(raw, kind)));
      }
    }
    return draft.withFindings(Collections.unmodifiableList(findings), issues);
  }

  private static RuleViolation missingTheme(RawFinding raw) {
    return new RuleViolation(
        IssueType.MISSING_THEME,
        Field.THEME.key(),
        raw.theme(),
        "the finding has no theme. Fill in what it is about.",
        "");
  }

  private static RuleViolation unknownKind(RawFinding raw, String kind) {
    return new RuleViolation(
        IssueType.UNKNOWN_FINDING_KIND,
        "kind",
        raw.kind(),
        "'" + raw.kind() + "' is not a kind of finding. Write strength, weakness or improvement.",
        String.join("", Nearest.to(kind, KINDS, 1)));
  }
}
