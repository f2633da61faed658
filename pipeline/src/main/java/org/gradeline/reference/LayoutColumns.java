package org.gradeline.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradeline.reference.Layout.Column;
import org.gradeline.reference.Layout.Requirement;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a layout in {@code layouts/*.yaml}, and how their dates are written. */
final class LayoutColumns {
  private static final Set<Field> DATES =
      Set.of(Field.START_DATE, Field.END_DATE, Field.PUBLISHED_DATE);
  private static final Set<Field> COUNCIL =
      Set.of(Field.LA_CODE, Field.GSS_CODE, Field.URN, Field.COUNCIL);
  private static final List<String> FIELDS = Arrays.stream(Field.values()).map(Field::key).toList();

  private final YamlNode layout;
  private final List<String> areaKeys;
  private final Map<String, Column> columns = new HashMap<>();
  private final List<Requirement> required = new ArrayList<>();
  private final Map<Field, List<DateForm>> dates = new EnumMap<>(Field.class);
  private final Set<Column> kept = new HashSet<>();

  /**
   * @param areaKeys every area of every framework
   */
  LayoutColumns(YamlNode layout, List<String> areaKeys) {
    this.layout = layout;
    this.areaKeys = areaKeys;
    List<DateForm> forms = dateForms(layout);
    DATES.forEach(field -> dates.put(field, forms));
    if (layout.has("columns")) {
      layout.nodes("columns").forEach(this::add);
    } else {
      takeOwn(Layout.own(areaKeys));
    }
  }

  /**
   * Without columns, a layout has those of the program's own: its files differ in something else.
   */
  private void takeOwn(Layout own) {
    columns.putAll(own.columns());
    kept.addAll(own.columns().values());
    required.addAll(own.required());
  }

  /** What each column is, by its name. */
  Map<String, Column> byName() {
    return Map.copyOf(columns);
  }

  /** What a header must have. */
  List<Requirement> required() {
    return List.copyOf(required);
  }

  /** The ways of writing dates, by field. */
  Map<Field, List<DateForm>> dates() {
    return Map.copyOf(dates);
  }

  /** Some columns are needed, and some only make sense together. */
  void checkTogether() {
    if (COUNCIL.stream().noneMatch(field -> kept.contains(new Column.OfField(field)))) {
      String fields = COUNCIL.stream().map(Field::key).sorted().collect(Collectors.joining(", "));
      layout.problem(
          "no column identifies the council", "Give a column one of the fields " + fields + ".");
    }
    if (kept.contains(new Column.TheArea()) != kept.contains(new Column.TheGrade())) {
      layout.problem("the fields 'area' and 'grade' must be used together", "Give both.");
    }
  }

  private void add(YamlNode node) {
    node.allow(Set.of("column", "field", "area", "left_out", "optional", "dates"));
    List<String> names = node.oneOrMore("column").stream().map(ColumnName::of).toList();
    if (names.isEmpty()) {
      node.problem("the column has no name", "Give 'column', as in the header.");
    }
    Column column = column(node);
    if (column == null) {
      return;
    }
    for (String name : names) {
      if (columns.put(name, column) != null) {
        node.problem("the column '" + name + "' appears twice", "Keep one of the two.");
      }
    }
    if (!(column instanceof Column.LeftOut)) {
      keep(node, column, names);
    }
    addDates(node, column);
  }

  private void keep(YamlNode node, Column column, List<String> names) {
    if (!kept.add(column)) {
      node.problem(
          "two columns are the same field or area",
          "Keep one, and give it both names if a file may have either: column: [a, b].");
    }
    if (!node.isTrue("optional")) {
      required.add(
          new Requirement(String.join("' or '", node.oneOrMore("column")), Set.copyOf(names)));
    }
  }

  private void addDates(YamlNode node, Column column) {
    if (!node.has("dates")) {
      return;
    }
    if (column instanceof Column.OfField date && DATES.contains(date.field())) {
      dates.put(date.field(), dateForms(node));
    } else {
      node.problemAt("dates", "the column is not a date", "Give 'dates' only to dates.");
    }
  }

  private @Nullable Column column(YamlNode node) {
    List<String> kinds = Stream.of("field", "area", "left_out").filter(node::has).toList();
    if (kinds.size() != 1) {
      node.problem(
          "a column needs one of field, area and left_out, and this one has " + kinds,
          "Give one of the three.");
      return null;
    }
    if (node.has("left_out")) {
      node.isTrue("left_out");
      return new Column.LeftOut();
    }
    if (node.has("area")) {
      String key = node.text("area");
      checkArea(node, "area", key, areaKeys);
      return new Column.OfArea(key);
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

  /** An area must be one of a framework. */
  static void checkArea(YamlNode node, String at, String key, List<String> areaKeys) {
    if (!areaKeys.contains(key)) {
      node.unknown(at, "'" + key + "' is not an area of any framework", key, areaKeys);
    }
  }

  /** The field of a name; null when there is none, which is a problem. */
  static @Nullable Field field(YamlNode node, String at, String key) {
    Field field = Field.of(key);
    if (field == null) {
      node.unknown(at, "'" + key + "' is not a field", key, FIELDS);
    }
    return field;
  }

  private static List<DateForm> dateForms(YamlNode node) {
    List<DateForm> forms = new ArrayList<>();
    for (String form : node.texts("dates")) {
      try {
        forms.add(DateForm.of(form));
      } catch (IllegalArgumentException e) {
        node.problemAt(
            "dates",
            "'" + form + "' is not a way of writing dates",
            "Write it with d, dd, m, mm, mmm, mmmm, yy and yyyy, such as dd/mm/yyyy.");
      }
    }
    return List.copyOf(forms);
  }
}
