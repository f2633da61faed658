package org.gradeline.reference;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A field of a record. A record also has judgements and findings, which are not fields. The name of
 * a field in lower case is its column in CSV files and its key in JSON.
 */
public enum Field {
  LA_CODE,
  GSS_CODE,
  URN,
  COUNCIL,
  FRAMEWORK,
  INSPECTION_TYPE,
  START_DATE,
  END_DATE,
  PUBLISHED_DATE,
  REPORT,
  THEME;

  private static final List<Field> ALL = List.of(values());

  /** Its name in files and tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of that name, or null. */
  public static @Nullable Field of(String name) {
    for (Field field : ALL) {
      if (field.key().equals(name)) {
        return field;
      }
    }
    return null;
  }
}
