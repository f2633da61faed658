package org.gradeline.site.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.Scale;
import org.gradeline.tables.PublishedRow;
import org.jspecify.annotations.Nullable;

/** How the councils of a place are rated: the rows of distributions, by line and place. */
final class Rates {
  private final Map<String, List<PublishedRow>> now = new HashMap<>();
  private final Map<String, List<PublishedRow>> passes = new HashMap<>();
  private final String national;

  Rates(PageData data) {
    this.national =
        data.reference().geographies().stream()
            .filter(geography -> geography.level().equals(Geography.NATIONAL))
            .map(Geography::name)
            .findFirst()
            .orElse("");
    Map<String, String> passKeys = new HashMap<>();
    data.reference().lines().forEach(line -> passKeys.put(line.key(), passKey(line.scale())));
    String asAt = data.asAt().toString();
    for (PublishedRow row : data.rows("distributions")) {
      String key = key(row.text("line"), row.text("geography_level"), row.text("geography"));
      boolean pass = row.text("grade").equals(passKeys.get(row.text("line")));
      if (pass) {
        passes.computeIfAbsent(key, place -> new ArrayList<>()).add(row);
      }
      if (row.text("as_at").equals(asAt)) {
        now.computeIfAbsent(key, place -> new ArrayList<>()).add(row);
      }
    }
  }

  /** What tables call the grades at the pass mark or better; empty when they do not count them. */
  static String passKey(Scale scale) {
    return !scale.passName().isEmpty()
        ? scale.passName()
        : scale.passMark() == 1 ? scale.grade(1).key() : "";
  }

  private static String key(String line, String level, String name) {
    return line + "\n" + level + "\n" + name;
  }

  /** The country's name. */
  String national() {
    return national;
  }

  /**
   * The councils of a place at the pass mark or better, at every reporting date that has any; the
   * run's own day last.
   */
  List<PublishedRow> passes(Line line, String level, String name) {
    return passes.getOrDefault(key(line.key(), level, name), List.of());
  }

  /** The same at the run's own day; null when no council there has a grade. */
  @Nullable PublishedRow passesNow(Line line, String level, String name) {
    String pass = passKey(line.scale());
    return now(line, level, name).stream()
        .filter(row -> row.text("grade").equals(pass))
        .findFirst()
        .orElse(null);
  }

  /** The councils of a place at each grade, at the run's own day. */
  List<PublishedRow> now(Line line, String level, String name) {
    return now.getOrDefault(key(line.key(), level, name), List.of());
  }
}
