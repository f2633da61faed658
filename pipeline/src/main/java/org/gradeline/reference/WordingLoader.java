package org.gradeline.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the printed wordings of the grades of a framework of {@code frameworks/*.yaml}. */
final class WordingLoader {
  private WordingLoader() {}

  /** The wordings of all grades as printed, in order. */
  static List<String> printed(YamlNode node) {
    YamlNode wordings = node.child("wordings");
    return wordings == null
        ? List.of()
        : wordings.keys().stream().flatMap(grade -> wordings.texts(grade).stream()).toList();
  }

  /** The ranks that wordings mean on the scales of areas that have another than their framework. */
  static Map<String, Map<String, Integer>> ofAreas(YamlNode node, List<Area> areas, Scale own) {
    Map<String, Map<String, Integer>> wordings = new HashMap<>();
    for (Area area : areas) {
      if (!area.scale().key().equals(own.key())) {
        wordings.computeIfAbsent(area.scale().key(), key -> ofScale(node, area.scale()));
      }
    }
    return Map.copyOf(wordings);
  }

  /**
   * The ranks that wordings mean on a scale. Every grade can be written by its own key; the
   * wordings of other scales' grades are left.
   */
  static Map<String, Integer> ofScale(YamlNode node, Scale scale) {
    Map<String, Integer> ranks = ranks(scale);
    Map<String, Integer> outcomes = new HashMap<>(ranks);
    YamlNode wordings = node.child("wordings");
    if (wordings == null) {
      return Map.copyOf(outcomes);
    }
    for (String grade : wordings.keys()) {
      Integer rank = ranks.get(grade);
      if (rank == null) {
        continue;
      }
      for (String wording : wordings.texts(grade)) {
        Integer before = outcomes.put(Wording.of(wording), rank);
        if (before != null && !before.equals(rank)) {
          wordings.problemAt(
              grade,
              "the wording '" + wording + "' appears under two grades",
              "Keep it under one of them.");
        }
      }
    }
    return Map.copyOf(outcomes);
  }

  private static Map<String, Integer> ranks(Scale scale) {
    Map<String, Integer> ranks = new HashMap<>();
    ranks.put(Scale.NOT_JUDGED_KEY, Scale.NOT_JUDGED);
    scale.grades().forEach(grade -> ranks.put(Wording.of(grade.key()), grade.rank()));
    return ranks;
  }

  /** There are wordings, and all are of grades of the framework's scales. */
  static void check(YamlNode node, List<Scale> scales) {
    YamlNode wordings = node.child("wordings");
    if (wordings == null) {
      node.problem("'wordings' is missing", "List the printed wordings of each grade.");
      return;
    }
    Set<String> grades = new TreeSet<>();
    scales.forEach(scale -> grades.addAll(ranks(scale).keySet()));
    for (String grade : wordings.keys()) {
      if (!grades.contains(grade)) {
        wordings.problemAt(
            grade,
            "'"
                + grade
                + "' is not a grade of "
                + scales.stream()
                    .map(scale -> "the scale '" + scale.key() + "'")
                    .collect(Collectors.joining(" or ")),
            "Use one of " + grades + ".");
      }
    }
  }
}
