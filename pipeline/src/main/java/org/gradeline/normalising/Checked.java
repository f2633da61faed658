package org.gradeline.normalising;

/**
 * What a rule makes of a value: the thing it stands for, or a fault.
 *
 * @param <T> what the value stands for
 */
sealed interface Checked<T> {

  /**
   * A usable value.
   *
   * @param value what it stands for
   */
  record Good<T>(T value) implements Checked<T> {}

  /**
   * An unusable value.
   *
   * @param fault why
   */
  record Bad<T>(Fault fault) implements Checked<T> {}

  static <T> Checked<T> good(T value) {
    return new Good<>(value);
  }

  static <T> Checked<T> bad(
      Rule rule, String field, String value, String message, String suggestion) {
    return new Bad<>(new Fault(rule, field, value, message, suggestion));
  }
}
