package org.gradeline.reading;

/**
 * A place in a file that gives no record.
 *
 * @param lineNumber its first line, from 1
 * @param rule {@link #MALFORMED_ROW}, {@link #MALFORMED_JSON}, {@link #UNREADABLE_FILE} or {@link
 *     #UNKNOWN_LAYOUT}
 * @param value the offending text, shortened
 * @param message what is wrong and what becomes of the rest of the file
 * @param suggestion what to do
 * @param raw the text of the place, shortened
 */
public record Unreadable(
    long lineNumber, String rule, String value, String message, String suggestion, String raw)
    implements RawEntry {
  public static final String MALFORMED_ROW = "malformed_row";
  public static final String MALFORMED_JSON = "malformed_json";
  public static final String UNREADABLE_FILE = "unreadable_file";
  public static final String UNKNOWN_LAYOUT = "unknown_layout";

  /** The same with another text of the place. */
  public Unreadable withRaw(String shown) {
    return new Unreadable(lineNumber, rule, value, message, suggestion, shown);
  }

  /** The same with another message. */
  public Unreadable withMessage(String told) {
    return new Unreadable(lineNumber, rule, value, told, suggestion, raw);
  }
}
