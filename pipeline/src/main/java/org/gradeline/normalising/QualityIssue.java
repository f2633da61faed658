package org.gradeline.normalising;

import java.util.Comparator;
import org.gradeline.reading.Remark;

/**
 * What is wrong or odd at a place in a source: a row of a table in {@code quality/}. Immutable.
 *
 * <p>Each is of an {@link IssueType}, whose {@link IssueType#key() key} is the column {@code rule}.
 */
public sealed interface QualityIssue {
  /** The order of the tables: by place, then by type, field and value. */
  Comparator<QualityIssue> ORDER =
      Comparator.comparingInt(QualityIssue::source)
          .thenComparingLong(QualityIssue::lineNumber)
          .thenComparing(issue -> issue.type().key())
          .thenComparing(QualityIssue::field)
          .thenComparing(QualityIssue::value);

  /** What a reader repaired or doubts, as a row of a table. */
  static QualityIssue of(int source, Remark remark) {
    IssueType type = IssueType.valueOf(remark.rule().name());
    return remark.rule().doubts()
        ? new Warning(
            source, remark.lineNumber(), type, remark.field(), remark.value(), remark.outcome())
        : new Repair(
            source, remark.lineNumber(), type, remark.field(), remark.value(), remark.outcome());
  }

  /** Position of the source. */
  int source();

  /** Line in the source, from 1. */
  long lineNumber();

  /** What kind of issue it is. */
  IssueType type();

  /** The field or area concerned; empty for a whole record. */
  String field();

  /** The value as written. */
  String value();

  /**
   * A record, judgement or finding that is not used.
   *
   * @param message what is wrong and what to do
   * @param suggestion the nearest known value, or what to write; may be empty
   * @param raw the record's own text, shortened
   */
  record Rejection(
      int source,
      long lineNumber,
      IssueType type,
      String field,
      String value,
      String message,
      String suggestion,
      String raw)
      implements QualityIssue {}

  /**
   * A value that is used as it was evidently meant.
   *
   * @param repaired the value that is used
   */
  record Repair(
      int source, long lineNumber, IssueType type, String field, String value, String repaired)
      implements QualityIssue {}

  /**
   * A value that is used, and that a person should look at.
   *
   * @param message why
   */
  record Warning(
      int source, long lineNumber, IssueType type, String field, String value, String message)
      implements QualityIssue {}
}
