package org.gradeline.publishing.checks;

import java.util.Locale;
import java.util.OptionalDouble;
import org.gradeline.reference.Gate;
import org.gradeline.reference.Gate.Figure;
import org.gradeline.reference.Severity;
import org.gradeline.tables.CellWriter;
import org.gradeline.tables.Check;
import org.gradeline.tables.Check.Result;
import org.jspecify.annotations.Nullable;

/** Makes checks: a figure beside its limit, and both in words. */
final class LimitCheck {
  private LimitCheck() {}

  /**
   * A figure that has a gate, or could have one.
   *
   * @param name name of the check
   * @param gate its gate; null when it is off
   */
  static Check gate(String name, @Nullable Gate gate, double value, String message, String place) {
    String figure = CellWriter.plain(value);
    if (gate == null) {
      return off(name, figure, message, place);
    }
    boolean lowest = gate.figure() == Figure.COUNCILS_GRADED;
    boolean passed = lowest ? value >= gate.limit() : value <= gate.limit();
    String whole = message + ", the limit is " + (lowest ? "at least " : "") + limit(gate);
    return of(name, gate.severity(), passed, figure, gate.limit(), whole, whole, place);
  }

  /** Something of which there should be none. */
  static Check none(String name, long value, String message, String place) {
    return of(name, Severity.WARNING, value == 0, Long.toString(value), 0, message, message, place);
  }

  /** A figure without a limit. */
  static Check off(String name, String value, String message, String place) {
    String whole = message + ", no limit is set";
    return new Check(
        name, Severity.ERROR, Result.OFF, value, OptionalDouble.empty(), whole, whole, place);
  }

  /**
   * A figure beside its limit.
   *
   * @param message both in words, for the table
   * @param reportedMessage both in words, for the day
   */
  static Check of(
      String name,
      Severity severity,
      boolean passed,
      String value,
      double limit,
      String message,
      String reportedMessage,
      String place) {
    return new Check(
        name,
        severity,
        passed ? Result.PASSED : Result.FAILED,
        value,
        OptionalDouble.of(limit),
        message,
        reportedMessage,
        place);
  }

  /** A number with its noun. */
  static String count(long number, String one, String several) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : several);
  }

  private static String limit(Gate gate) {
    return CellWriter.plain(gate.limit()) + (gate.figure().isPercent() ? " %" : "");
  }
}
