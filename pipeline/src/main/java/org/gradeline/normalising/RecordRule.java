package org.gradeline.normalising;

/**
 * One thing that is checked or read of a record: a pure function of the record so far.
 *
 * <p>A rule takes an immutable draft and gives one back: the same when it has nothing to add, a new
 * one when it has found something out, or a rejection that ends the list. It throws nothing.
 */
@FunctionalInterface
interface RecordRule {
  /** Applies the rule to a record that has passed all rules before it. */
  RuleOutcome apply(RecordDraft draft);
}
