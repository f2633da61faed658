package org.gradeline.tables;

import java.util.Locale;
import java.util.OptionalDouble;
import org.gradeline.reference.Severity;

/**
 * A figure of a run beside its limit.
 *
 * @param name what is checked
 * @param severity what it means when it fails
 * @param result how it ended
 * @param value the figure, as the table has it
 * @param limit the limit; empty when there is none
 * @param message the figure in words; no clock is in it, because the same records give the same
 *     tables
 * @param reportedMessage the message as it is told on the day
 * @param place the file of the reports that has more
 */
public record Check(
    String name,
    Severity severity,
    Result result,
    String value,
    OptionalDouble limit,
    String message,
    String reportedMessage,
    String place) {

  /** How a check ended. */
  public enum Result {
    PASSED,
    FAILED,
    /** It has no limit. */
    OFF;

    /** As it is written in tables. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it failed. */
  public boolean failed() {
    return result == Result.FAILED;
  }
}
