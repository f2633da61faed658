package org.gradeline.reading.spreadsheet;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts that a part of an XLSX workbook refers to, by their ids. Immutable. */
final class Relations {
  /**
   * A part that is referred to.
   *
   * @param type what it is, such as {@code worksheet}
   * @param part its name in the zip
   */
  record Relation(String type, String part) {}

  private final Map<String, Relation> byId;

  private Relations(Map<String, Relation> byId) {
    this.byId = byId;
  }

  /**
   * Reads what a part refers to.
   *
   * @param part its name; empty for the workbook as a whole
   */
  static Relations of(Parts parts, String part) throws IOException {
    int slash = part.lastIndexOf('/');
    String folder = part.substring(0, slash + 1);
    Map<String, Relation> byId = new LinkedHashMap<>();
    try (XmlPart xml = parts.xml(folder + "_rels/" + part.substring(slash + 1) + ".rels")) {
      while (xml != null && xml.next()) {
        String id = xml.starts("Relationship") ? xml.attribute("Id") : null;
        if (id != null && !"External".equals(xml.attribute("TargetMode"))) {
          String type = String.valueOf(xml.attribute("Type"));
          String target = String.valueOf(xml.attribute("Target"));
          byId.put(
              id, new Relation(type.substring(type.lastIndexOf('/') + 1), resolve(folder, target)));
        }
        if (byId.size() > Bounds.MAX_LISTED) {
          throw Bounds.exceeded("a part of the workbook refers to", Bounds.MAX_LISTED, "others");
        }
      }
    }
    return new Relations(byId);
  }

  /** The name of a part that is given from a folder, or from the top if it begins with a slash. */
  private static String resolve(String folder, String target) {
    String path = target.replace('\\', '/');
    Deque<String> names = new ArrayDeque<>();
    for (String name : (path.startsWith("/") ? path : folder + path).split("/", -1)) {
      if (name.equals("..")) {
        names.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return String.join("/", names);
  }

  /** The part of an id; null when there is none. */
  @Nullable Relation get(@Nullable String id) {
    return id == null ? null : byId.get(id);
  }

  /** The first part of a type; null when there is none. */
  @Nullable String first(String type) {
    return byId.values().stream()
        .filter(relation -> relation.type().equals(type))
        .map(Relation::part)
        .findFirst()
        .orElse(null);
  }
}
