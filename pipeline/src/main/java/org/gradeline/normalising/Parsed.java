package org.gradeline.normalising;

/**
 * What a rule makes of a value: the thing it stands for, or a fault.
 *
 * @param <T> what the value stands for
 */
sealed interface Parsed<T> {

  /**
   * A usable value.
   *
   * @param value what it stands for
   */
  record Valid<T>(T value) implements Parsed<T> {}

  /**
   * An unusable value.
   *
   * @param violation why
   */
  record Invalid<T>(RuleViolation violation) implements Parsed<T> {}

  static <T> Parsed<T> valid(T value) {
    return new Valid<>(value);
  }

  static <T> Parsed<T> invalid(
      IssueType rule, String field, String value, String message, String suggestion) {
    return new Invalid<>(new RuleViolation(rule, field, value, message, suggestion));
  }
}
