package org.gradeline.reading.json;

import java.util.List;
import java.util.Map;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Wording;
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

  private RecordKeys() {}

  /** Whether a key in normal form may be anywhere in a record. */
  static boolean isKnown(String key, Layout own) {
    return own.columns().containsKey(key)
        || key.equals(JUDGEMENTS)
        || key.equals(FINDINGS)
        || OF_FINDING.contains(key);
  }

  /** A key in normal form. */
  static String normal(@Nullable Object key) {
    return Wording.of(String.valueOf(key));
  }

  static boolean isScalar(@Nullable Object value) {
    return !(value instanceof Map || value instanceof List);
  }

  /** A scalar as text; nothing for null. */
  static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
