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
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gradeline.reference.Layout.Column;
import org.gradeline.reference.Layout.Requirement;
import org.gradeline.reference.Layout.Sentinel;
import org.jspecify.annotations.Nullable;

/** Loads {@code layouts/*.yaml}: how files of records are laid out. */
final class LayoutLoader {
  private static final String FOLDER = "layouts";
  private static final Set<Field> DATES =
      Set.of(Field.START_DATE, Field.END_DATE, Field.PUBLISHED_DATE);
  private static final Set<Field> COUNCIL =
      Set.of(Field.LA_CODE, Field.GSS_CODE, Field.URN, Field.COUNCIL);
  private static final List<String> FIELDS = Arrays.stream(Field.values()).map(Field::key).toList();

  private final FrameworkLoader.Loaded frameworks;
  private final Problems problems;
  private final Set<String> areaKeys;

  private LayoutLoader(FrameworkLoader.Loaded frameworks, Problems problems) {
    this.frameworks = frameworks;
    this.problems = problems;
    this.areaKeys =
        frameworks.frameworks().stream()
            .flatMap(framework -> framework.areas().stream())
            .map(Area::key)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All layouts, the program's own first; that one alone when there is no folder. */
  static List<Layout> load(Path data, FrameworkLoader.Loaded frameworks, Problems problems) {
    return new LayoutLoader(frameworks, problems).load(data);
  }

  private List<Layout> load(Path data) {
    List<Layout> layouts = new ArrayList<>(List.of(Layout.own(areaKeys)));
    Set<String> keys = new HashSet<>(Set.of(Layout.OWN));
    if (Files.isDirectory(data.resolve(FOLDER))) {
      try {
        for (YamlNode file : YamlNode.readAll(data, FOLDER, problems)) {
          for (YamlNode node : file.allow(Set.of("layouts")).nodes("layouts")) {
            if (!keys.add(node.text("layout"))) {
              node.problem(
                  "the layout '" + node.text("layout") + "' stands twice",
                  "Rename one of the two.");
            }
            layouts.add(new Reader(node).layout());
          }
        }
      } catch (IOException e) {
        problems.add(FOLDER, 0, "the folder cannot be read (" + e.getMessage() + ")", "Check it.");
      }
    }
    return List.copyOf(layouts);
  }

  /** The reading of one layout. */
  private final class Reader {
    private final YamlNode layout;
    private final Map<String, Column> columns = new HashMap<>();
    private final List<Requirement> required = new ArrayList<>();
    private final Map<Field, List<DateForm>> dates = new EnumMap<>(Field.class);
    private final Set<Column> given = new HashSet<>();

    Reader(YamlNode layout) {
      this.layout =
          layout.allow(
              Set.of(
                  "layout",
                  "label",
                  "prose_rows",
                  "dates",
                  "columns",
                  "constants",
                  "sentinels",
                  "visit_types",
                  "area_names"));
    }

    Layout layout() {
      layout.text("label");
      List<DateForm> forms = dateForms(layout);
      DATES.forEach(field -> dates.put(field, forms));
      layout.nodes("columns").forEach(this::addColumn);
      Map<Field, String> constants = constants();
      if (COUNCIL.stream().noneMatch(field -> given.contains(new Column.OfField(field)))) {
        layout.problem(
            "no column names the council", "Give a column the field " + keys(COUNCIL) + ".");
      }
      if (given.contains(new Column.TheArea()) != given.contains(new Column.TheGrade())) {
        layout.problem(
            "a column 'area' needs a column 'grade', and the other way round", "Give both.");
      }
      return new Layout(
          layout.text("layout"),
          layout.count("prose_rows"),
          Map.copyOf(columns),
          List.copyOf(required),
          Map.copyOf(dates),
          Map.copyOf(constants),
          Map.copyOf(sentinels()),
          Map.copyOf(visitTypes()),
          Map.copyOf(areaNames()));
    }

    private static String keys(Set<Field> fields) {
      return fields.stream().map(Field::key).sorted().collect(Collectors.joining(", "));
    }

    private void addColumn(YamlNode node) {
      node.allow(Set.of("column", "field", "area", "left_out", "optional", "dates"));
      List<String> names = node.oneOrMore("column").stream().map(Wording::of).toList();
      if (names.isEmpty()) {
        node.problem("the column has no name", "Give 'column', as in the header.");
      }
      Column column = column(node);
      if (column == null) {
        return;
      }
      for (String name : names) {
        if (columns.put(name, column) != null) {
          node.problem("the column '" + name + "' stands twice", "Keep one of the two.");
        }
      }
      if (!(column instanceof Column.LeftOut)) {
        if (!given.add(column)) {
          node.problem(
              "two columns are the same field or area",
              "Keep one, and give it both names if either may stand in a file: column: [a, b].");
        }
        if (!node.isTrue("optional")) {
          required.add(
              new Requirement(String.join("' or '", node.oneOrMore("column")), Set.copyOf(names)));
        }
      }
      if (node.has("dates")) {
        if (column instanceof Column.OfField date && DATES.contains(date.field())) {
          dates.put(date.field(), dateForms(node));
        } else {
          node.problemAt("dates", "the column is no date", "Give 'dates' to dates alone.");
        }
      }
    }

    private @Nullable Column column(YamlNode node) {
      List<String> kinds = List.of("field", "area", "left_out").stream().filter(node::has).toList();
      if (kinds.size() != 1) {
        node.problem(
            "a column is one of field, area and left_out, and this one is " + kinds,
            "Give one of the three.");
        return null;
      }
      if (node.isTrue("left_out")) {
        return new Column.LeftOut();
      }
      if (node.has("area")) {
        return new Column.OfArea(areaKey(node, "area", node.text("area")));
      }
      String key = node.text("field");
      if (key.equals("area")) {
        return new Column.TheArea();
      }
      if (key.equals("grade")) {
        return new Column.TheGrade();
      }
      Field field = field(node, "field", key);
      return field == null ? null : new Column.OfField(field);
    }

    private String areaKey(YamlNode node, String at, String key) {
      if (!areaKeys.contains(key)) {
        node.problemAt(
            at, "'" + key + "' is no area of any framework", nearest(key, areaKeys, "Known are "));
      }
      return key;
    }

    private @Nullable Field field(YamlNode node, String at, String key) {
      Field field = Field.of(key);
      if (field == null) {
        node.problemAt(at, "'" + key + "' is no field", nearest(key, FIELDS, "Known are "));
      }
      return field;
    }

    private static String nearest(String key, Iterable<String> known, String orElse) {
      List<String> nearest = Nearest.to(key, known, 1);
      return nearest.isEmpty() ? orElse + known + "." : "Did you mean '" + nearest.get(0) + "'?";
    }

    private static List<DateForm> dateForms(YamlNode node) {
      List<DateForm> forms = new ArrayList<>();
      for (String form : node.texts("dates")) {
        try {
          forms.add(DateForm.of(form));
        } catch (IllegalArgumentException e) {
          node.problemAt(
              "dates",
              "'" + form + "' is no way of writing a date",
              "Write it with d, dd, m, mm, mmm, mmmm, yy and yyyy, such as dd/mm/yyyy.");
        }
      }
      return List.copyOf(forms);
    }

    private Map<Field, String> constants() {
      Map<Field, String> constants = new EnumMap<>(Field.class);
      YamlNode node = layout.child("constants");
      if (node != null) {
        for (String key : node.keys()) {
          Field field = field(node, key, key);
          if (field != null) {
            constants.put(field, node.text(key));
          }
        }
      }
      String framework = constants.get(Field.FRAMEWORK);
      List<String> known = frameworks.frameworks().stream().map(Framework::key).toList();
      if (node != null && framework != null && !known.contains(framework)) {
        node.problemAt(
            Field.FRAMEWORK.key(),
            "the framework '" + framework + "' is not known",
            nearest(framework, known, "Known are "));
      }
      return constants;
    }

    private Map<String, Sentinel> sentinels() {
      Map<String, Sentinel> sentinels = new HashMap<>();
      YamlNode node = layout.child("sentinels");
      if (node != null) {
        node.allow(Arrays.stream(Sentinel.values()).map(Sentinel::key).collect(Collectors.toSet()));
        for (Sentinel meaning : Sentinel.values()) {
          for (String text : node.texts(meaning.key())) {
            if (sentinels.put(Wording.of(text), meaning) != null) {
              node.problemAt(
                  meaning.key(), "'" + text + "' stands twice", "Keep it under one meaning.");
            }
          }
        }
      }
      return sentinels;
    }

    private Map<String, VisitType> visitTypes() {
      Map<String, VisitType> byWording = new HashMap<>();
      YamlNode node = layout.child("visit_types");
      if (node != null) {
        Map<String, VisitType> known =
            frameworks.visitTypes().stream()
                .collect(Collectors.toMap(VisitType::key, type -> type, (first, second) -> first));
        for (String key : node.keys()) {
          VisitType type = known.get(key);
          if (type == null) {
            node.problemAt(
                key,
                "'" + key + "' is no kind of visit",
                nearest(key, known.keySet(), "Known are "));
          } else {
            node.oneOrMore(key).forEach(wording -> byWording.put(Wording.of(wording), type));
          }
        }
      }
      return byWording;
    }

    private Map<String, String> areaNames() {
      Map<String, String> names = new HashMap<>();
      YamlNode node = layout.child("area_names");
      if (node != null) {
        for (String key : node.keys()) {
          areaKey(node, key, key);
          node.oneOrMore(key).forEach(name -> names.put(Wording.of(name), key));
        }
      }
      return names;
    }
  }
}
