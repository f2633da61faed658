package org.gradeline.reference;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How old a file of reference data is, and what limits its use. Immutable.
 *
 * @param file the file, relative to the folder of reference data, or the name of a user's own
 * @param asAt the day, month or year that it describes; null when unknown
 * @param source who made it, and what it is; empty when unknown
 * @param caveat what limits its use; empty when nothing does
 */
public record Vintage(String file, @Nullable PartialDate asAt, String source, String caveat)
    implements Serializable {

  /** The vintage of a file that nothing is known of but its name. */
  static Vintage unknown(String file) {
    return new Vintage(file, null, "", "");
  }

  /** Who made the file: its source up to the first comma; empty when unknown. */
  public String publisher() {
    int comma = source.indexOf(',');
    return comma < 0 ? source : source.substring(0, comma);
  }
}
