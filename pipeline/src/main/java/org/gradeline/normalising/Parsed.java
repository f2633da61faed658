package org.gradeline.normalising;

/**
 * What is read from a value: what it stands for, or why it cannot be used.
 *
 * @param <T> what the value stands for
 */
sealed interface Parsed<T> {

  /**
   * A value that can be used.
   *
   * @param value what it stands for
   */
  record Valid<T>(T value) implements Parsed<T> {}

  /**
   * A value that cannot be used.
   *
   * @param violation why
   */
  record Invalid<T>(RuleViolation violation) implements Parsed<T> {}

  static <T> Parsed<T> valid(T value) {
    return new Valid<>(value);
  }

  static <T> Parsed<T> invalid(
      IssueType type, String field, String value, String message, String suggestion) {
    return new Invalid<>(new RuleViolation(type, field, value, message, suggestion));
  }
}
