package org.gradeline.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the scales of {@code frameworks/*.yaml}. */
final class ScaleLoader {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

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

  /** The scale that an entry names; null when there is none, which is a problem. */
  static @Nullable Scale named(YamlNode node, Map<String, Scale> scales) {
    String named = node.text("scale");
    Scale scale = scales.get(named);
    if (scale == null && !named.isEmpty()) {
      node.unknown("scale", "the scale '" + named + "' is not known", named, scales.keySet());
    }
    return scale;
  }

  private static Scale scale(YamlNode node) {
    node.allow(
        Set.of(
            "scale",
            "label",
            "grades",
            "numbers",
            "pass_mark",
            "pass_name",
            "pass_label",
            "outcomes"));
    List<Grade> grades = grades(node);
    List<String> keys = grades.stream().map(Grade::key).toList();
    String passMark = node.text("pass_mark");
    if (!keys.isEmpty() && !keys.contains(passMark)) {
      node.problemAt(
          "pass_mark",
          "the pass mark '" + passMark + "' is not one of the grades " + keys,
          "Name one of them.");
    }
    int rank = keys.indexOf(passMark) + 1;
    boolean several = rank > 1 || node.has("pass_name");
    return new Scale(
        node.text("scale"),
        node.text("label"),
        grades,
        rank,
        several ? node.text("pass_name") : "",
        several ? node.text("pass_label") : grades.isEmpty() ? "" : grades.get(0).label(),
        node.isTrue("outcomes"));
  }

  /** Whether a name has a whole number; anything else is a problem. */
  private static boolean isNumber(YamlNode node, String key) {
    String text = node.text(key);
    boolean number = NUMBER.matcher(text).matches();
    if (!number && !text.isBlank()) {
      node.problemAt(key, "'" + key + "' is '" + text + "'", "Write a whole number.");
    }
    return number;
  }

  /** The grades of a score: every whole number from the best to the worst. */
  private static List<Grade> numbers(YamlNode scale, YamlNode node) {
    boolean hasBest = isNumber(node, "best");
    boolean hasWorst = isNumber(node, "worst");
    if (!hasBest || !hasWorst) {
      return List.of();
    }
    int best = node.count("best");
    int worst = node.count("worst");
    int count = Math.abs(best - worst) + 1;
    if (count > Scale.MAX_GRADES) {
      scale.problemAt(
          "numbers",
          "the scale has " + count + " grades, and the limit is " + Scale.MAX_GRADES,
          "Use a shorter range.");
      return List.of();
    }
    List<Grade> grades = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String number = Integer.toString(best > worst ? best - i : best + i);
      grades.add(new Grade(number, number, i + 1));
    }
    return List.copyOf(grades);
  }

  private static List<Grade> grades(YamlNode node) {
    if (node.has("grades") && node.has("numbers")) {
      node.problemAt("numbers", "the scale has 'grades' and 'numbers'", "Keep one of the two.");
    }
    YamlNode numbers = node.child("numbers");
    if (numbers != null && !node.has("grades")) {
      return numbers(node, numbers.allow(Set.of("best", "worst")));
    }
    List<Grade> grades = new ArrayList<>();
    for (YamlNode grade : node.nodes("grades")) {
      grade.allow(Set.of("grade", "label"));
      grades.add(new Grade(grade.text("grade"), grade.text("label"), grades.size() + 1));
    }
    List<String> keys = grades.stream().map(Grade::key).toList();
    if (keys.isEmpty()) {
      node.problem(
          "the scale has no grades",
          "List them under 'grades', best first, or give 'numbers: {best: 4, worst: 1}'.");
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
