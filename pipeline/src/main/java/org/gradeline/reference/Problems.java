package org.gradeline.reference;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with reference data while it is loaded, so that one run reports
 * everything.
 */
final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();

  /** Whether nothing wrong was found so far. */
  boolean isEmpty() {
    return found.isEmpty();
  }

  /** How many were found so far. */
  int count() {
    return found.size();
  }

  /** Adds a problem. The same problem is reported once, however often it is found. */
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

  /** Reads a day. Blank is null; anything but a full date of ISO 8601 is a problem. */
  @Nullable LocalDate day(String file, long lineNumber, String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    LocalDate day = PartialDate.parseDay(text.strip());
    if (day == null) {
      add(
          file,
          lineNumber,
          field + " is '" + text + "', which is not a date",
          "Write it as yyyy-mm-dd, or leave it blank.");
    }
    return day;
  }

  /** Reads a day that inspections are compared with: of a year in which there can be one. */
  @Nullable LocalDate inspectionDay(
      String file, long lineNumber, String field, @Nullable String text) {
    LocalDate day = day(file, lineNumber, field, text);
    if (day != null && !PartialDate.of(day).isPlausible()) {
      add(
          file,
          lineNumber,
          field + " is '" + text + "', and no inspection is of the year " + day.getYear(),
          "Write a year from "
              + PartialDate.FIRST_PLAUSIBLE_YEAR
              + " to "
              + PartialDate.LAST_PLAUSIBLE_YEAR
              + ".");
    }
    return day;
  }
}
