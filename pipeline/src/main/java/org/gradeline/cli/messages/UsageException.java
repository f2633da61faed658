package org.gradeline.cli.messages;

import java.util.List;
import org.gradeline.reference.Nearest;

/**
 * An argument or file that the user named and that cannot be used. The message is for the user: it
 * says what is wrong and what to do.
 */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  /**
   * An option that names something unknown.
   *
   * @param option the option
   * @param value the unknown name
   * @param kind what it should name, such as {@code layout}
   * @param known the names that are known; the nearest is suggested
   */
  public static UsageException unknown(
      String option, String value, String kind, List<String> known) {
    List<String> nearest = Nearest.to(value, known, 1);
    return new UsageException(
        "%s %s: there is no such %s. %s"
            .formatted(
                option,
                value,
                kind,
                nearest.isEmpty()
                    ? "Choose one of " + String.join(", ", known) + "."
                    : "Did you mean " + nearest.get(0) + "?"));
  }
}
