package org.gradeline.reference;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a record besides its judgements and findings; their names are columns and keys in
 * lower case.
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

  /** The field's name in files and tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of a name, or null. */
  public static @Nullable Field of(String name) {
    for (Field field : ALL) {
      if (field.key().equals(name)) {
        return field;
      }
    }
    return null;
  }
}
