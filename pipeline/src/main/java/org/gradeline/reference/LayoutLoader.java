package org.gradeline.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradeline.reference.Layout.DatedFramework;
import org.gradeline.reference.Layout.Sentinel;
import org.jspecify.annotations.Nullable;

/** Loads {@code layouts/*.yaml}: how files of records are laid out. */
final class LayoutLoader {
  private static final String FOLDER = "layouts";

  /** Each slice of a large file looks for the header below as many rows. */
  private static final int MAX_PROSE_ROWS = 100;

  private static final Set<String> ENTRIES =
      Set.of(
          "layout",
          "label",
          "separator",
          "prose_rows",
          "dates",
          "columns",
          "constants",
          "frameworks_by_date",
          "sentinels",
          "visit_types",
          "area_names");

  private final FrameworkLoader.Loaded frameworks;
  private final List<String> areaKeys;
  private final Sentinels usual;

  private LayoutLoader(FrameworkLoader.Loaded frameworks) {
    this.frameworks = frameworks;
    this.areaKeys =
        frameworks.frameworks().stream()
            .flatMap(framework -> framework.areas().stream())
            .map(Area::key)
            .distinct()
            .sorted()
            .toList();
    this.usual = Sentinels.USUAL.without(values(frameworks));
  }

  /** What a framework or a type of visit calls its own is a value, whatever others mean by it. */
  private static Set<String> values(FrameworkLoader.Loaded frameworks) {
    Set<String> values = new HashSet<>();
    frameworks.frameworks().forEach(framework -> values.addAll(framework.wordings().keySet()));
    frameworks.visitTypes().forEach(type -> values.addAll(type.wordings()));
    return values;
  }

  /** All layouts, the program's own first; only that one when there is no folder. */
  static List<Layout> load(Path data, FrameworkLoader.Loaded frameworks, Problems problems) {
    return new LayoutLoader(frameworks).load(data, problems);
  }

  private List<Layout> load(Path data, Problems problems) {
    List<Layout> layouts = new ArrayList<>(List.of(Layout.own(areaKeys).withSentinels(usual)));
    Set<String> keys = new HashSet<>(Set.of(Layout.OWN));
    if (Files.isDirectory(data.resolve(FOLDER))) {
      try {
        for (YamlNode file : YamlNode.readAllFilled(data, FOLDER, problems)) {
          for (YamlNode node : file.allow(Set.of("layouts")).nodes("layouts")) {
            if (!keys.add(node.text("layout"))) {
              node.problem(
                  "the layout '" + node.text("layout") + "' appears twice",
                  "Rename one of the two.");
            }
            layouts.add(layout(node));
          }
        }
      } catch (IOException e) {
        MachineLimit.requireNotReached(e);
        problems.add(
            FOLDER,
            0,
            "the folder cannot be read (" + e.getMessage() + ")",
            "Check its permissions.");
      }
    }
    return List.copyOf(layouts);
  }

  private Layout layout(YamlNode node) {
    node.allow(ENTRIES).text("label");
    LayoutColumns columns = new LayoutColumns(node, areaKeys);
    Map<Field, String> constants = constants(node);
    columns.checkTogether();
    return new Layout(
        node.text("layout"),
        proseRows(node),
        columns.byName(),
        columns.required(),
        columns.dates(),
        constants,
        usual.with(sentinels(node)),
        visitTypes(node),
        areaNames(node),
        separator(node),
        datedFrameworks(node, constants.containsKey(Field.FRAMEWORK)));
  }

  private List<DatedFramework> datedFrameworks(YamlNode layout, boolean constant) {
    List<DatedFramework> dated = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlNode node : layout.nodes("frameworks_by_date")) {
      node.allow(Set.of("framework", "types", "areas"));
      Framework framework = framework(node, node.text("framework"));
      if (framework == null) {
        continue;
      }
      if (!seen.add(framework.key())) {
        node.problem(
            "the framework '" + framework.key() + "' appears twice", "Keep one of the two.");
      }
      Set<String> types =
          node.texts("types").stream().map(Wording::of).collect(Collectors.toUnmodifiableSet());
      dated.add(new DatedFramework(framework, types, areasOf(framework, node.child("areas"))));
    }
    if (constant && !dated.isEmpty()) {
      layout.problemAt(
          "frameworks_by_date",
          "the layout has 'frameworks_by_date' and a constant 'framework'",
          "Keep one of the two.");
    }
    return List.copyOf(dated);
  }

  private Map<String, String> areasOf(Framework framework, @Nullable YamlNode node) {
    Map<String, String> areas = new HashMap<>();
    if (node != null) {
      List<String> own = framework.areas().stream().map(Area::key).toList();
      for (String key : node.keys()) {
        LayoutColumns.checkArea(node, key, key, areaKeys);
        String area = node.text(key);
        if (!own.contains(area)) {
          node.unknown(key, "'" + area + "' is not an area of " + framework.key(), area, own);
        }
        areas.put(key, area);
      }
    }
    return Map.copyOf(areas);
  }

  /** The framework of a key; null when there is none, which is a problem. */
  private @Nullable Framework framework(YamlNode node, String key) {
    for (Framework framework : frameworks.frameworks()) {
      if (framework.key().equals(key)) {
        return framework;
      }
    }
    if (key.isEmpty()) {
      return null;
    }
    node.unknown(
        Field.FRAMEWORK.key(),
        "the framework '" + key + "' is not known",
        key,
        frameworks.frameworks().stream().map(Framework::key).toList());
    return null;
  }

  private static int proseRows(YamlNode layout) {
    int rows = layout.count("prose_rows");
    if (rows > MAX_PROSE_ROWS) {
      layout.problemAt(
          "prose_rows", "'prose_rows' is " + rows, "Write at most " + MAX_PROSE_ROWS + ".");
    }
    return rows;
  }

  private static @Nullable Character separator(YamlNode layout) {
    if (!layout.has("separator")) {
      return null;
    }
    String text = layout.text("separator");
    if (text.length() == 1 && isSeparator(text.charAt(0))) {
      return text.charAt(0);
    }
    if (text.equals("tab")) {
      return '\t';
    }
    layout.problemAt(
        "separator",
        "'" + text + "' is not a separator",
        "Write tab, or one character that no word has, such as \";\".");
    return null;
  }

  private static boolean isSeparator(char c) {
    return c == '\t' || (c > ' ' && c < 0x7F && c != '"' && !Character.isLetterOrDigit(c));
  }

  private Map<Field, String> constants(YamlNode layout) {
    Map<Field, String> constants = new EnumMap<>(Field.class);
    YamlNode node = layout.child("constants");
    if (node == null) {
      return Map.of();
    }
    for (String key : node.keys()) {
      Field field = LayoutColumns.field(node, key, key);
      if (field != null) {
        constants.put(field, node.text(key));
      }
    }
    String framework = constants.get(Field.FRAMEWORK);
    if (framework != null) {
      framework(node, framework);
    }
    return Map.copyOf(constants);
  }

  private static Map<String, Sentinel> sentinels(YamlNode layout) {
    Map<String, Sentinel> sentinels = new HashMap<>();
    YamlNode node = layout.child("sentinels");
    if (node == null) {
      return Map.of();
    }
    node.allow(Arrays.stream(Sentinel.values()).map(Sentinel::key).collect(Collectors.toSet()));
    for (Sentinel meaning : Sentinel.values()) {
      for (String text : node.texts(meaning.key())) {
        if (sentinels.put(Wording.of(text), meaning) != null) {
          node.problemAt(
              meaning.key(), "'" + text + "' appears twice", "Keep it under one meaning.");
        }
      }
    }
    return Map.copyOf(sentinels);
  }

  private Map<String, VisitType> visitTypes(YamlNode layout) {
    Map<String, VisitType> byWording = new HashMap<>();
    YamlNode node = layout.child("visit_types");
    if (node == null) {
      return Map.of();
    }
    Map<String, VisitType> known =
        frameworks.visitTypes().stream()
            .collect(Collectors.toMap(VisitType::key, type -> type, (first, second) -> first));
    for (String key : node.keys()) {
      VisitType type = known.get(key);
      if (type == null) {
        node.unknown(
            key,
            "'" + key + "' is not a visit type",
            key,
            known.keySet().stream().sorted().toList());
      } else {
        node.oneOrMore(key).forEach(wording -> byWording.put(Wording.of(wording), type));
      }
    }
    return Map.copyOf(byWording);
  }

  private Map<String, String> areaNames(YamlNode layout) {
    Map<String, String> names = new HashMap<>();
    YamlNode node = layout.child("area_names");
    if (node == null) {
      return Map.of();
    }
    for (String key : node.keys()) {
      LayoutColumns.checkArea(node, key, key, areaKeys);
      node.oneOrMore(key).forEach(name -> names.put(Wording.of(name), key));
    }
    return Map.copyOf(names);
  }
}
