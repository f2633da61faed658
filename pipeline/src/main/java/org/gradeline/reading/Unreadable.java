package org.gradeline.reading;

/**
 * A place in a file that gives no record.
 *
 * @param line its first line, from 1
 * @param rule {@link #MALFORMED_ROW}, {@link #MALFORMED_JSON} or {@link #UNREADABLE_FILE}
 * @param value the offending text, shortened
 * @param message what is wrong and what becomes of the rest of the file
 * @param suggestion what to do
 * @param raw the text of the place, shortened
 */
public record Unreadable(
    long line, String rule, String value, String message, String suggestion, String raw)
    implements RawEntry {
  public static final String MALFORMED_ROW = "malformed_row";
  public static final String MALFORMED_JSON = "malformed_json";
  public static final String UNREADABLE_FILE = "unreadable_file";
}
