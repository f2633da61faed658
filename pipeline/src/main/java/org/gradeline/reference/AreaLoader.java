package org.gradeline.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the areas that a framework of {@code frameworks/*.yaml} judges.
 *
 * @param scales all scales by their keys
 */
record AreaLoader(Map<String, Scale> scales) {

  /**
   * The areas of a framework, in order.
   *
   * @param framework its entry
   * @param scale of areas that name none
   */
  List<Area> areas(YamlNode framework, Scale scale) {
    List<Area> areas = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (YamlNode node : framework.nodes("areas")) {
      Area area = area(node, areas.size(), scale);
      areas.add(area);
      if (!keys.add(area.key())) {
        node.problem("the area '" + area.key() + "' appears twice", "Keep one of the two.");
      }
    }
    if (areas.isEmpty()) {
      framework.problem("the framework has no areas", "List what it judges under 'areas'.");
    } else if (areas.size() > Framework.MAX_AREAS) {
      framework.problemAt(
          "areas",
          "the framework has " + areas.size() + " areas, and the limit is " + Framework.MAX_AREAS,
          "Remove some of them.");
    }
    return List.copyOf(areas);
  }

  private Area area(YamlNode node, int position, Scale ofFramework) {
    node.allow(Set.of("area", "label", "from", "until", "scale"));
    LocalDate from = node.day("from");
    LocalDate until = node.day("until");
    if (from != null && until != null && !from.isBefore(until)) {
      node.problem(
          "'from' " + from + " is not before 'until' " + until,
          "Give the first day, then the day after the last.");
    }
    Scale own = node.has("scale") ? ScaleLoader.named(node, scales) : null;
    return new Area(
        position,
        node.text("area"),
        node.text("label"),
        from,
        until,
        own == null ? ofFramework : own);
  }
}
