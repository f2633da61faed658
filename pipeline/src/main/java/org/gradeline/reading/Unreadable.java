package org.gradeline.reading;

/**
 * A place in a file that gives no record.
 *
 * @param lineNumber its first line, from 1
 * @param rule why it gives none
 * @param value the offending text, shortened
 * @param message what is wrong and what becomes of the rest of the file
 * @param suggestion what to do
 * @param raw the text of the place, shortened
 */
public record Unreadable(
    long lineNumber, Rule rule, String value, String message, String suggestion, String raw)
    implements RawEntry {

  /** Why a place gives no record. */
  public enum Rule {
    MALFORMED_ROW,
    MALFORMED_JSON,
    UNREADABLE_FILE,
    UNKNOWN_LAYOUT
  }

  /** The same with another text of the place. */
  public Unreadable withRaw(String shown) {
    return new Unreadable(lineNumber, rule, value, message, suggestion, shown);
  }

  /** The same with another message. */
  public Unreadable withMessage(String other) {
    return new Unreadable(lineNumber, rule, value, other, suggestion, raw);
  }
}
