package org.gradeline.cli.messages;

import java.util.List;
import org.gradeline.reference.Nearest;

/** Something that the user gave and that cannot be used; the message says what and what to do. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  /** An option that names something that there is not, beside the nearest thing that there is. */
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
                    ? "Known are " + String.join(", ", known) + "."
                    : "Did you mean " + nearest.get(0) + "?"));
  }
}
