package org.gradeline.tables;

import org.gradeline.normalising.QualityIssue;

/**
 * A table of places in the sources that a person should know about.
 *
 * @param issues the issues that it lists
 * @param table what it is
 * @param <I> the issues
 */
public record QualityIssueTable<I extends QualityIssue>(Class<I> issues, Table<Listed<I>> table) {

  /**
   * An issue, beside the name of its source.
   *
   * @param source name of the source
   * @param issue the issue
   * @param <I> its kind
   */
  public record Listed<I extends QualityIssue>(String source, I issue) {}

  /** Writes an issue into its part of the table, when it is of the kind that the table lists. */
  public void write(QualityIssue issue, RunView run, TableParts parts) {
    if (issues.isInstance(issue)) {
      parts.rows(table).write(new Listed<>(run.source(issue.source()), issues.cast(issue)));
    }
  }
}
