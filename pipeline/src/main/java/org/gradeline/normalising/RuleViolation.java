package org.gradeline.normalising;

/**
 * Why a value cannot be used.
 *
 * @param type what is wrong with it
 * @param field the field or area that has it; empty for a whole record
 * @param value as written
 * @param message what is wrong and what to do
 * @param suggestion the nearest known value, or what to write; never used by the program itself
 */
record RuleViolation(
    IssueType type, String field, String value, String message, String suggestion) {}
