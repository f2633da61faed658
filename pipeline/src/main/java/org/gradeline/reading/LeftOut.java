package org.gradeline.reading;

import java.io.Serializable;
import java.util.Locale;

/**
 * A file or a sheet that a run was given and does not read, without a fault of either.
 *
 * @param name its name in messages, such as {@code outcomes.ods#Cover}
 * @param reason why it is not read
 * @param message the same in words
 */
public record LeftOut(String name, Reason reason, String message) implements Serializable {

  /** Why something is not read. */
  public enum Reason {
    /** A pattern names it, and no format takes a file of its name. */
    UNKNOWN_ENDING,
    /** A sheet that whoever made the workbook has hidden. */
    HIDDEN_SHEET,
    /** A sheet without a header that a layout knows, such as a cover or notes. */
    UNKNOWN_SHEET;

    /** Its name in files. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
