package org.gradeline.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a kind of inspection: what it judges, and in which grades. Immutable.
 *
 * @param position its place among the frameworks, from 0
 * @param key its name in records and tables
 * @param label its name in sentences
 * @param full whether an inspection covers all that a council is inspected for, so that it ends
 *     every line that it does not judge
 * @param scale the grades it gives
 * @param startUsual whether its records usually have a start date, so that a missing one is
 *     reported
 * @param areas what it judges
 * @param wordings rank of each outcome by its printed wordings, in {@link Wording#of normal form};
 *     "not judged" has the rank {@link Scale#NOT_JUDGED}
 */
public record Framework(
    int position,
    String key,
    String label,
    boolean full,
    Scale scale,
    boolean startUsual,
    List<Area> areas,
    Map<String, Integer> wordings)
    implements Serializable {

  /** The most areas: an inspection has a bit for each of its areas in a number of 64 bits. */
  public static final int MAX_AREAS = Long.SIZE;

  /** The area of that key, or null. */
  public @Nullable Area area(String key) {
    for (Area area : areas) {
      if (area.key().equals(key)) {
        return area;
      }
    }
    return null;
  }
}
