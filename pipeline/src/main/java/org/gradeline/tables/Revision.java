package org.gradeline.tables;

import java.util.Comparator;
import java.util.Locale;

/**
 * A rating that one run has otherwise than the reports before it.
 *
 * @param kind how it differs
 * @param laCode the council's code
 * @param council the council's name
 * @param framework the framework of the inspection
 * @param publishedDate when the report came out, as printed
 * @param area the area judged
 * @param before the grade in the earlier reports; blank when there is none
 * @param after the grade in the later ones; blank when there is none
 */
public record Revision(
    Kind kind,
    String laCode,
    String council,
    String framework,
    String publishedDate,
    String area,
    String before,
    String after) {

  /** How a rating differs. In the order of the table. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED;

    /** As it is written in tables. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The order of the table: by its columns from left to right, as texts. */
  public static final Comparator<Revision> IN_COLUMN_ORDER =
      Comparator.comparing(Revision::kind)
          .thenComparing(Revision::laCode)
          .thenComparing(Revision::council)
          .thenComparing(Revision::framework)
          .thenComparing(Revision::publishedDate)
          .thenComparing(Revision::area)
          .thenComparing(Revision::before)
          .thenComparing(Revision::after);
}
