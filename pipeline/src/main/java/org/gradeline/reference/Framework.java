package org.gradeline.reference;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a kind of inspection: what it judges, and in which grades. Immutable.
 *
 * @param position its place among the frameworks, from 0
 * @param key its name in records and tables
 * @param label its name in sentences
 * @param scheme the scheme that it belongs to
 * @param full whether an inspection covers all of its scheme that a council is inspected for, so
 *     that it ends every line of the scheme that it does not judge
 * @param partialTypes types of inspection, in {@link Wording#of normal form}, that judge only a
 *     part, so that they end nothing
 * @param scale the grades it gives; an area may have a scale of its own
 * @param startUsual whether its records usually have a start date, so that a missing one is
 *     reported
 * @param firstDay first day on which its inspections start; null when before the records begin
 * @param lastDay last day on which its inspections start; null while it is in use
 * @param areas what it judges
 * @param wordings rank of each outcome by its printed wordings, in {@link Wording#of normal form};
 *     "not judged" has the rank {@link Scale#NOT_JUDGED}
 * @param printedWordings the same as printed, in the order of the file
 * @param areaWordings the same as {@code wordings} for the scales that areas have of their own, by
 *     the scale's key
 */
public record Framework(
    int position,
    String key,
    String label,
    Scheme scheme,
    boolean full,
    Set<String> partialTypes,
    Scale scale,
    boolean startUsual,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    List<Area> areas,
    Map<String, Integer> wordings,
    List<String> printedWordings,
    Map<String, Map<String, Integer>> areaWordings)
    implements Serializable {

  /** The most areas: an inspection has a bit for each of its areas in a number of 64 bits. */
  public static final int MAX_AREAS = Long.SIZE;

  /** The scales of its areas, its own first. */
  public List<Scale> scales() {
    return Stream.concat(Stream.of(scale), areas.stream().map(Area::scale)).distinct().toList();
  }

  /** Rank of each outcome on one of its scales, by its printed wordings in normal form. */
  public Map<String, Integer> wordings(Scale ofScale) {
    return ofScale.key().equals(scale.key())
        ? wordings
        : areaWordings.getOrDefault(ofScale.key(), Map.of());
  }

  /** Whether an area is given the framework's own grades. */
  public boolean isOwnScale(int area) {
    return areas.get(area).scale().key().equals(scale.key());
  }

  /** Whether an inspection of a type ends the lines of the scheme that it does not judge. */
  public boolean coversAll(String inspectionType) {
    return full && !partialTypes.contains(Wording.of(inspectionType));
  }

  /**
   * Whether an inspection can be of this framework: it started between its days. Without a start
   * date the publication stands in. A date known in part is given the benefit of the doubt.
   */
  public boolean inUse(@Nullable PartialDate start, @Nullable PartialDate published) {
    PartialDate day = start != null ? start : published;
    return day == null
        || ((firstDay == null || day.latest() >= PartialDate.pack(firstDay))
            && (lastDay == null || day.earliest() <= PartialDate.pack(lastDay)));
  }

  /** The days on which its inspections start, in words. */
  public String days() {
    if (firstDay != null && lastDay != null) {
      return "from " + firstDay + " to " + lastDay;
    }
    return firstDay != null ? "from " + firstDay : lastDay != null ? "to " + lastDay : "on any day";
  }

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
