package org.gradeline.reading.json;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gradeline.reading.ShownText;
import org.gradeline.reference.ColumnName;
import org.gradeline.reference.Layout;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a record can have, besides the fields and areas of its layout. Keys are compared in
 * normal form.
 */
final class RecordKeys {
  static final String JUDGEMENTS = "judgements";
  static final String AREA = "area";
  static final String GRADE = "grade";
  static final List<String> OF_JUDGEMENT = List.of(AREA, GRADE);

  static final String FINDINGS = "findings";
  static final String THEME = "theme";
  static final String KIND = "kind";
  static final String TEXT = "text";
  static final List<String> OF_FINDING = List.of(THEME, KIND, TEXT);

  /** What the key of a value looks like, and a sentence or a person's name does not. */
  private static final Pattern PLAIN_KEY = Pattern.compile("[\\p{L}\\p{N}_.$@-]{1,60}");

  private RecordKeys() {}

  /** An unknown key as the run's summary names it: if it looks like a key, else by its size. */
  static String named(String key) {
    return PLAIN_KEY.matcher(key).matches() ? key : "(a key of " + ShownText.size(key) + ")";
  }

  /** Whether a key in normal form may be anywhere in a record. */
  static boolean isKnown(String key, Layout own) {
    return own.columns().containsKey(key)
        || key.equals(JUDGEMENTS)
        || key.equals(FINDINGS)
        || OF_FINDING.contains(key);
  }

  /** A key in normal form. */
  static String normal(@Nullable Object key) {
    return ColumnName.of(String.valueOf(key));
  }

  static boolean isScalar(@Nullable Object value) {
    return !(value instanceof Map || value instanceof List);
  }

  /** A scalar as text; nothing for null. */
  static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
