package org.gradeline.normalising;

import java.util.Comparator;

/** Something to be told about a place in a source. */
public sealed interface QualityIssue {
  /** The order of the tables: by place, then by what is told of it. */
  Comparator<QualityIssue> ORDER =
      Comparator.comparingInt(QualityIssue::source)
          .thenComparingLong(QualityIssue::lineNumber)
          .thenComparing(note -> note.rule().key())
          .thenComparing(QualityIssue::field)
          .thenComparing(QualityIssue::value);

  /** Position of the source. */
  int source();

  /** Line in the source, from 1. */
  long lineNumber();

  /** The rule that applied. */
  IssueType rule();

  /** The field or area concerned; empty for a whole record. */
  String field();

  /** The value as written. */
  String value();

  /** A record, judgement or finding that is not used. */
  record Rejection(
      int source,
      long lineNumber,
      IssueType rule,
      String field,
      String value,
      String message,
      String suggestion,
      String raw)
      implements QualityIssue {}

  /** A value that is used as it was evidently meant. */
  record Repair(
      int source, long lineNumber, IssueType rule, String field, String value, String repaired)
      implements QualityIssue {}

  /** A value that is used, and that a person should look at. */
  record Warning(
      int source, long lineNumber, IssueType rule, String field, String value, String message)
      implements QualityIssue {}
}
