package org.gradeline.normalising;

import java.util.List;
import org.gradeline.normalising.QualityIssue.Rejection;

/** What a rule makes of a record: the record with what is known of it now, or its rejection. */
sealed interface RuleOutcome permits RecordDraft, RuleOutcome.RejectedRecord {

  /**
   * A record of which nothing is used.
   *
   * @param rejections why, at least one
   */
  record RejectedRecord(List<Rejection> rejections) implements RuleOutcome {}
}
