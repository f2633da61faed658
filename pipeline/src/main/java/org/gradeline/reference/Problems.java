package org.gradeline.reference;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is found wrong while reference data is loaded; collected, so that one run tells everything.
 */
final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();

  /** Whether nothing was found so far. */
  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Takes a problem; one that was found before is told once. */
  void add(String file, long lineNumber, String message, String remedy) {
    found.add(new Problem(file, lineNumber, message, remedy));
  }

  /**
   * @throws ReferenceException when anything was found
   */
  void throwIfAny() throws ReferenceException {
    if (!found.isEmpty()) {
      throw new ReferenceException(List.copyOf(found));
    }
  }

  /** Reads a day; blank is null, and anything but a full ISO date is a problem. */
  @Nullable LocalDate day(String file, long lineNumber, String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      add(
          file,
          lineNumber,
          field + " is '" + text + "', which is no day",
          "Write it as yyyy-mm-dd, or leave it blank.");
      return null;
    }
  }
}
