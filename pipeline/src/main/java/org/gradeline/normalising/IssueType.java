package org.gradeline.normalising;

import java.util.Locale;

/**
 * Why something is rejected, repaired or doubted; the names in the quality tables are these in
 * lower case.
 */
public enum IssueType {
  // Rejections of a record.
  MALFORMED_ROW,
  MALFORMED_JSON,
  UNREADABLE_FILE,
  UNKNOWN_LAYOUT,
  UNKNOWN_COLUMN,
  MISSING_COUNCIL,
  UNKNOWN_COUNCIL,
  COUNCIL_MISMATCH,
  COUNCIL_NOT_OPEN,
  MISSING_FRAMEWORK,
  UNKNOWN_FRAMEWORK,
  MISSING_DATE,
  INVALID_DATE,
  DATE_ORDER,
  UNCLEAR_FRAMEWORK,
  OUTSIDE_FRAMEWORK,
  NO_JUDGEMENT,
  // Rejections of a judgement or a finding.
  UNKNOWN_AREA,
  UNKNOWN_GRADE,
  UNREADABLE_GRADE,
  AREA_NOT_JUDGED,
  REPEATED_AREA,
  UNKNOWN_FINDING_KIND,
  MISSING_THEME,
  // Repairs.
  COLUMN_NAME,
  SHORT_ROW,
  WIDE_CHARACTERS,
  INVISIBLE_CHARACTERS,
  SPLIT_LETTERS,
  CURLY_QUOTES,
  WHOLE_NUMBER,
  TIME_OF_DAY,
  LEADING_TO,
  INNER_SPACE,
  // Warnings.
  LATE_PUBLICATION,
  MISSING_START_DATE,
  FUTURE_DATE,
  SUPERSEDED_CODE,
  DOUBTFUL_NAME,
  UNREADABLE_VALUE,
  AMBIGUOUS_DATE,
  DISTANT_DATE,
  DIFFERENT_DATE;

  /** The rule's name in tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is why a single judgement is rejected. */
  public boolean rejectsJudgement() {
    return switch (this) {
      case UNKNOWN_AREA, UNKNOWN_GRADE, UNREADABLE_GRADE, AREA_NOT_JUDGED, REPEATED_AREA -> true;
      default -> false;
    };
  }
}
