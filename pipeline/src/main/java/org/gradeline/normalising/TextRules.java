package org.gradeline.normalising;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gradeline.normalising.QualityIssue.Repair;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout.Sentinel;
import org.gradeline.reference.PlainText;

/**
 * What the fields of a record say, made plain: their characters, whole numbers that a program wrote
 * with a decimal point, and days that it wrote with a time.
 */
final class TextRules {
  private static final List<Field> FIELDS = List.of(Field.values());
  private static final Set<Field> NUMBERS = Set.of(Field.LA_CODE, Field.URN);
  private static final Set<Field> DATES =
      Set.of(Field.START_DATE, Field.END_DATE, Field.PUBLISHED_DATE);

  /** A joint service lists its councils. */
  private static final Pattern WHOLE = Pattern.compile("(?<=\\d)\\.0+(?=\\s*(;|$))");

  private static final Pattern MIDNIGHT =
      Pattern.compile("(?<=\\d)[Tt ] *00?:00(:00([.,]0+)?)? *([Zz]|[+-]\\d\\d:?(\\d\\d)?)?$");

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
    Sentinel sentinel = draft.raw().layout().sentinel(text);
    if (sentinel == null) {
      String plain = repaired(draft, field.key(), text, issues);
      return withoutZeros(draft, field, plain, issues);
    }
    if (sentinel != Sentinel.MISSING) {
      issues.add(
          draft.warning(
              IssueType.UNREADABLE_VALUE,
              field,
              text,
              "whoever made the file could not read the value, so it counts as blank"));
    }
    return "";
  }

  /** A number without its ".0", and a day without its midnight: programs add them. */
  private static String withoutZeros(
      RecordDraft draft, Field field, String text, List<QualityIssue> issues) {
    IssueType type = IssueType.TIME_OF_DAY;
    String shorter = text;
    if (NUMBERS.contains(field) && text.indexOf('.') > 0) {
      type = IssueType.WHOLE_NUMBER;
      shorter = WHOLE.matcher(text).replaceAll("");
    } else if (DATES.contains(field) && text.indexOf(':') > 0) {
      shorter = MIDNIGHT.matcher(text).replaceFirst("");
    }
    if (!shorter.equals(text)) {
      issues.add(draft.repair(type, field.key(), text, shorter));
    }
    return shorter;
  }

  /**
   * A text as it was meant.
   *
   * @param field the field or area that has the text
   * @param issues takes each repair of a value, once
   */
  static String repaired(RecordDraft draft, String field, String text, List<QualityIssue> issues) {
    if (PlainText.isPlain(text)) {
      return text.strip();
    }
    String plain = text;
    for (PlainText.Step step : PlainText.STEPS) {
      String after = step.apply(plain);
      Repair repair = draft.repair(type(step), field, plain, after.strip());
      if (!plain.equals(after) && !issues.contains(repair)) {
        issues.add(repair);
      }
      plain = after;
    }
    return plain.strip();
  }

  private static IssueType type(PlainText.Step step) {
    return switch (step) {
      case WIDE -> IssueType.WIDE_CHARACTERS;
      case INVISIBLE -> IssueType.INVISIBLE_CHARACTERS;
      case SPLIT -> IssueType.SPLIT_LETTERS;
      case CURLY -> IssueType.CURLY_QUOTES;
    };
  }
}
