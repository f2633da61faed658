package org.gradeline.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rulebook of an inspection.
 *
 * @param position its place among the frameworks, from 0
 * @param key its name in records and tables
 * @param label its name in sentences
 * @param full whether an inspection covers all that its framework's lines follow, so that a line it
 *     leaves out is no longer judged
 * @param scale the grades it gives
 * @param startUsual whether its records usually have a start date
 * @param areas what it judges
 * @param wordings rank of the outcome by printed wording, in {@link Wording#of normal form}
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
