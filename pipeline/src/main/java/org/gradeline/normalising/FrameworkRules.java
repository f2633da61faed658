package org.gradeline.normalising;

import java.util.List;
import org.gradeline.reference.Field;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Nearest;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Wording;

/** Which framework a record is of. */
final class FrameworkRules {
  private final Reference reference;

  FrameworkRules(Reference reference) {
    this.reference = reference;
  }

  /** A framework that is named is a known one. */
  RuleOutcome known(RecordDraft draft) {
    String text = draft.text(Field.FRAMEWORK);
    if (text.isEmpty()) {
      return draft;
    }
    Framework framework = reference.framework(text);
    if (framework != null) {
      return draft.withFramework(framework);
    }
    List<String> keys = reference.frameworks().stream().map(Framework::key).toList();
    return draft.rejected(
        new RuleViolation(
            IssueType.UNKNOWN_FRAMEWORK,
            Field.FRAMEWORK.key(),
            text,
            "'" + text + "' is not a known framework. Use one of: " + String.join(", ", keys) + ".",
            String.join("", Nearest.to(Wording.of(text), keys, 1))));
  }

  /** Judgements can be read only by a framework; a visit needs none. */
  RuleOutcome named(RecordDraft draft) {
    if (draft.framework() != null || !draft.hasJudgements()) {
      return draft;
    }
    return draft.rejected(
        new RuleViolation(
            IssueType.MISSING_FRAMEWORK,
            Field.FRAMEWORK.key(),
            "",
            "the record has judgements but no framework. Fill in the column 'framework'.",
            ""));
  }
}
