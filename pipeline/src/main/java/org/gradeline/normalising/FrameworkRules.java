package org.gradeline.normalising;

import java.util.List;
import java.util.stream.Collectors;
import org.gradeline.reference.Field;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Layout.Column.OfField;
import org.gradeline.reference.Nearest;
import org.gradeline.reference.PartialDate;
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
    String nearest = String.join("", Nearest.to(Wording.of(text), keys, 1));
    return draft.rejected(
        new RuleViolation(
            IssueType.UNKNOWN_FRAMEWORK,
            Field.FRAMEWORK.key(),
            text,
            "'"
                + text
                + "' is not a known framework. "
                + (nearest.isEmpty()
                    ? "Use one of: " + String.join(", ", keys) + "."
                    : "Did you mean '" + nearest + "'?"),
            nearest));
  }

  /** Judgements can be read only by a framework; a visit needs none. */
  RuleOutcome named(RecordDraft draft) {
    if (draft.framework() != null
        || !draft.hasJudgements()
        || !draft.raw().layout().datedFrameworks().isEmpty()) {
      return draft;
    }
    return draft.rejected(
        new RuleViolation(
            IssueType.MISSING_FRAMEWORK,
            Field.FRAMEWORK.key(),
            "",
            "the record has judgements but no framework. " + whereToNameIt(draft.raw().layout()),
            ""));
  }

  private static String whereToNameIt(Layout layout) {
    return layout.columns().containsValue(new OfField(Field.FRAMEWORK))
        ? "Fill in the column 'framework'."
        : "The layout '"
            + layout.key()
            + "' has no column for it: give the layout a constant 'framework'.";
  }

  /**
   * An inspection starts between the first and the last day of its framework. A visit may follow
   * long after that.
   */
  RuleOutcome inUse(RecordDraft draft) {
    if (!draft.hasJudgements()) {
      return draft;
    }
    Framework framework = draft.knownFramework();
    PartialDate start = draft.dates().start();
    PartialDate published = draft.knownPublished();
    if (framework.inUse(start, published)) {
      return draft;
    }
    String others = others(draft, framework);
    return draft.rejected(
        new RuleViolation(
            IssueType.OUTSIDE_FRAMEWORK,
            (start != null ? Field.START_DATE : Field.PUBLISHED_DATE).key(),
            (start != null ? start : published).toString(),
            "the framework '"
                + framework.key()
                + "' is for inspections that start "
                + framework.days()
                + ", but this one "
                + (start != null
                    ? "started " + when(start) + ". Fix the framework or the date."
                    : "was published "
                        + when(published)
                        + ". Fix the framework or the date, or fill in the start date.")
                + (others.isEmpty() ? "" : " In use then: " + others + "."),
            others));
  }

  private static String when(PartialDate date) {
    return (date.isFull() ? "on " : "in ") + date;
  }

  /** The frameworks of the scheme that were in use then and judge what the record has. */
  private String others(RecordDraft draft, Framework framework) {
    return reference.frameworks().stream()
        .filter(other -> other.scheme().position() == framework.scheme().position())
        .filter(other -> other.inUse(draft.dates().start(), draft.dates().published()))
        .filter(
            other ->
                draft.raw().judgements().stream()
                    .allMatch(judgement -> other.area(judgement.area()) != null))
        .map(Framework::key)
        .collect(Collectors.joining("; "));
  }
}
