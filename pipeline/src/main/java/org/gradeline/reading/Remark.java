package org.gradeline.reading;

/**
 * What a reader repaired or doubts: nothing is lost by it, so it does not count as a record. That
 * of a whole table, such as a repaired name of a column, is an entry of its own; that of a record
 * belongs to {@link RawRecord#remarks} and is told only if the record is used.
 *
 * @param lineNumber line of the place, from 1
 * @param rule what was repaired or doubted
 * @param field the field or area concerned, or the column's name; empty for a whole row
 * @param value the value as written, if it can be assigned to a known column or key; else its size
 * @param outcome of a repair, the value that is used; of a doubt, why a person should look at it
 */
public record Remark(long lineNumber, Rule rule, String field, String value, String outcome)
    implements RawEntry {

  /** What a reader can repair or doubt. */
  public enum Rule {
    COLUMN_NAME(false),
    SHORT_ROW(false),
    UNREADABLE_VALUE(true);

    private final boolean doubts;

    Rule(boolean doubts) {
      this.doubts = doubts;
    }

    /** Whether it is a doubt, and not a repair. */
    public boolean doubts() {
      return doubts;
    }
  }
}
