package org.gradeline.reference;

import java.util.regex.Pattern;

/**
 * The form in which names of columns and keys are compared: that of {@link Wording#of a wording},
 * without the markers of notes behind it. Statisticians write them as "[note 2]"; others as "(note
 * 2)", "[2]", an asterisk or a raised number.
 *
 * <pre>{@code
 * ColumnName.of("Care leavers [note 2]"); // care leavers
 * }</pre>
 */
public final class ColumnName {
  private static final String NUMBERS = "\\d+( ?(,|;|&|and|to|-) ?\\d+)*";
  private static final Pattern NOTES =
      Pattern.compile(
          "(?<=\\S)( ?(\\[((foot)?notes? ?)?"
              + NUMBERS
              + "]|\\((foot)?notes? ?"
              + NUMBERS
              + "\\)|[*\u2020\u2021]++|[\u00B9\u00B2\u00B3\u2070-\u2079]++))+$");

  /** A longer name is none: it is not searched for notes. */
  private static final int MAX_LENGTH = 500;

  private ColumnName() {}

  /** The normal form of a name. */
  public static String of(String printed) {
    String form = Wording.of(printed);
    return mayHaveNotes(form) ? NOTES.matcher(form).replaceFirst("").strip() : form;
  }

  private static boolean mayHaveNotes(String form) {
    if (form.isEmpty() || form.length() > MAX_LENGTH) {
      return false;
    }
    char last = form.charAt(form.length() - 1);
    return last == ']' || last == ')' || last == '*' || last >= 0x80;
  }

  /** Whether more than its case and plain white space differs from its normal form. */
  public static boolean isRepaired(String printed) {
    return !PlainText.of(printed).equals(printed.strip())
        || !Wording.of(printed).equals(of(printed));
  }
}
