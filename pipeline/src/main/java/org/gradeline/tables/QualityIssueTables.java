package org.gradeline.tables;

import java.util.List;
import org.gradeline.normalising.QualityIssue;
import org.gradeline.normalising.QualityIssue.Rejection;
import org.gradeline.normalising.QualityIssue.Repair;
import org.gradeline.normalising.QualityIssue.Warning;
import org.gradeline.tables.QualityIssueTable.Listed;

/** The tables of what was not used, what was repaired and what is in doubt. */
public final class QualityIssueTables {
  private static final Column<Listed<? extends QualityIssue>> SOURCE =
      CommonColumns.SOURCE.of(Listed::source);
  private static final Column<Listed<? extends QualityIssue>> SOURCE_LINE =
      CommonColumns.SOURCE_LINE.of(listed -> listed.issue().lineNumber());

  /** A record, judgement or finding that was not used. */
  public static final QualityIssueTable<Rejection> REJECTED =
      new QualityIssueTable<>(
          Rejection.class,
          Table.ofPlaces(
              "rejected",
              "A record, judgement or finding that was not used, with the rule it breaks.",
              List.of(
                  SOURCE.of(listed -> listed),
                  SOURCE_LINE.of(listed -> listed),
                  rule("The rule that it breaks."),
                  Column.textOrBlank(
                      "field",
                      listed -> listed.issue().field(),
                      "The field or area concerned; blank for a whole record."),
                  Column.textOrBlank(
                      "value", listed -> listed.issue().value(), "The value as written."),
                  Column.text(
                      "message",
                      listed -> listed.issue().message(),
                      "What is wrong, and what to do."),
                  Column.textOrBlank(
                      "suggestion",
                      listed -> listed.issue().suggestion(),
                      "The nearest known value or the expected form; never used by itself."),
                  Column.textOrBlank(
                      "raw",
                      listed -> listed.issue().raw(),
                      "The record as it is in its file, shortened to 1,000 characters."))));

  /** A value that was used as it was evidently meant. */
  public static final QualityIssueTable<Repair> REPAIRS =
      new QualityIssueTable<>(
          Repair.class,
          Table.ofPlaces(
              "repairs",
              "A value that was used as it was evidently meant.",
              List.of(
                  SOURCE.of(listed -> listed),
                  SOURCE_LINE.of(listed -> listed),
                  rule("The repair."),
                  Column.text(
                      "field", listed -> listed.issue().field(), "The field or area concerned."),
                  Column.text("value", listed -> listed.issue().value(), "The value as written."),
                  Column.textOrBlank(
                      "repaired",
                      listed -> listed.issue().repaired(),
                      "The value that was used."))));

  /** A value that was used, and that a person should look at. */
  public static final QualityIssueTable<Warning> WARNINGS =
      new QualityIssueTable<>(
          Warning.class,
          Table.ofPlaces(
              "warnings",
              "A value that was used, and that a person should look at.",
              List.of(
                  SOURCE.of(listed -> listed),
                  SOURCE_LINE.of(listed -> listed),
                  rule("Why it is in doubt."),
                  Column.text("field", listed -> listed.issue().field(), "The field concerned."),
                  Column.textOrBlank(
                      "value", listed -> listed.issue().value(), "The value as written."),
                  Column.text(
                      "message",
                      listed -> listed.issue().message(),
                      "What is doubtful about it."))));

  private QualityIssueTables() {}

  private static <I extends QualityIssue> Column<Listed<I>> rule(String description) {
    return Column.text("rule", listed -> listed.issue().type().key(), description);
  }
}
