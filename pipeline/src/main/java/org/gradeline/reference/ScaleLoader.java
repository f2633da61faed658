package org.gradeline.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the scales of {@code frameworks/*.yaml}. */
final class ScaleLoader {
  private ScaleLoader() {}

  /** All scales by their keys, in order. */
  static Map<String, Scale> load(List<YamlNode> nodes) {
    Map<String, Scale> scales = new LinkedHashMap<>();
    for (YamlNode node : nodes) {
      Scale scale = scale(node);
      if (scales.put(scale.key(), scale) != null) {
        node.problem("the scale '" + scale.key() + "' appears twice", "Keep one of the two.");
      }
    }
    return scales;
  }

  private static Scale scale(YamlNode node) {
    node.allow(
        Set.of("scale", "label", "grades", "pass_mark", "pass_name", "pass_label", "outcomes"));
    List<Grade> grades = grades(node);
    List<String> keys = grades.stream().map(Grade::key).toList();
    String passMark = node.text("pass_mark");
    if (!keys.contains(passMark)) {
      node.problemAt(
          "pass_mark",
          "the pass mark '" + passMark + "' is not one of the grades " + keys,
          "Name one of them.");
    }
    int rank = keys.indexOf(passMark) + 1;
    boolean several = rank != 1 || node.has("pass_name");
    return new Scale(
        node.text("scale"),
        node.text("label"),
        grades,
        rank,
        several ? node.text("pass_name") : "",
        several ? node.text("pass_label") : grades.isEmpty() ? "" : grades.get(0).label(),
        node.isTrue("outcomes"));
  }

  private static List<Grade> grades(YamlNode node) {
    List<Grade> grades = new ArrayList<>();
    for (YamlNode grade : node.nodes("grades")) {
      grade.allow(Set.of("grade", "label"));
      grades.add(new Grade(grade.text("grade"), grade.text("label"), grades.size() + 1));
    }
    List<String> keys = grades.stream().map(Grade::key).toList();
    if (keys.isEmpty()) {
      node.problem("the scale has no grades", "List them under 'grades', best first.");
    } else if (keys.size() > Scale.MAX_GRADES) {
      node.problemAt(
          "grades",
          "the scale has " + keys.size() + " grades, and the limit is " + Scale.MAX_GRADES,
          "Remove some of them.");
    }
    if (new HashSet<>(keys).size() < keys.size()) {
      node.problem("a grade appears twice in " + keys, "Keep one of the two.");
    }
    return List.copyOf(grades);
  }
}
