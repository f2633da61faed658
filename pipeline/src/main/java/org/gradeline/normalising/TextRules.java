package org.gradeline.normalising;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gradeline.normalising.QualityIssue.Repair;
import org.gradeline.reference.Field;

/** What the fields of a record say, with their characters repaired and white space trimmed. */
final class TextRules {
  private static final List<Field> FIELDS = List.of(Field.values());

  private TextRules() {}

  /**
   * Repairs every field that the record uses; what the maker of its file could not read is blank.
   */
  static RuleOutcome read(RecordDraft draft) {
    Map<Field, String> changed = null;
    List<QualityIssue> issues = new ArrayList<>(draft.issues());
    for (Field field : FIELDS) {
      String text = draft.text(field);
      if (!text.isEmpty() && isUsed(draft, field)) {
        String meant = read(draft, field, text, issues);
        if (!meant.equals(text)) {
          changed = changed == null ? new EnumMap<>(draft.texts()) : changed;
          changed.put(field, meant);
        }
      }
    }
    // A text with an issue has changed.
    return changed == null ? draft : draft.withTexts(changed, issues);
  }

  /** Only visits have a theme. */
  private static boolean isUsed(RecordDraft draft, Field field) {
    return field != Field.THEME || !draft.hasJudgements();
  }

  private static String read(
      RecordDraft draft, Field field, String text, List<QualityIssue> issues) {
    if (draft.raw().layout().sentinel(text) == null) {
      return repaired(draft, field.key(), text, issues);
    }
    issues.add(
        draft.warning(
            IssueType.UNREADABLE_VALUE,
            field,
            text,
            "whoever made the file could not read the value, so it counts as blank"));
    return "";
  }

  /**
   * A text as it was meant.
   *
   * @param field the field or area that has the text
   * @param issues takes each repair of a value, once
   */
  static String repaired(RecordDraft draft, String field, String text, List<QualityIssue> issues) {
    if (TextRepair.isPlain(text)) {
      return text.strip();
    }
    String narrow = TextRepair.narrow(text);
    String straight = TextRepair.straighten(narrow);
    report(draft.repair(IssueType.WIDE_CHARACTERS, field, text, narrow.strip()), narrow, issues);
    report(draft.repair(IssueType.CURLY_QUOTES, field, narrow, straight.strip()), straight, issues);
    return straight.strip();
  }

  private static void report(Repair repair, String after, List<QualityIssue> issues) {
    if (!repair.value().equals(after) && !issues.contains(repair)) {
      issues.add(repair);
    }
  }
}
