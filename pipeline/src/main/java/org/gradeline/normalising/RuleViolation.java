package org.gradeline.normalising;

/**
 * Why a value cannot be used.
 *
 * @param rule the rule it breaks
 * @param field where it stands
 * @param value as written
 * @param message what is wrong and what to do
 * @param suggestion the nearest known value, or what to write; never used by the program itself
 */
record RuleViolation(
    IssueType rule, String field, String value, String message, String suggestion) {}
