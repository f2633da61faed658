package org.gradeline.cli.suggesting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradeline.reference.Area;
import org.gradeline.reference.Field;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Layout.Column;
import org.gradeline.reference.Nearest;
import org.gradeline.reference.Reference;
import org.jspecify.annotations.Nullable;

/** What columns are called in all that is known: fields, areas and their labels, other layouts. */
final class ColumnNames {
  private static final Pattern NOT_IN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<String, Meaning> meanings = new LinkedHashMap<>();

  /**
   * What a name means.
   *
   * @param entry {@code field: council}, {@code area: lscb} or {@code left_out: true}
   * @param column what the column would be
   * @param knownFrom where the name is from, for a comment
   */
  record Meaning(String entry, Column column, String knownFrom) {}

  /**
   * @param reference what is known
   * @param header the names of the columns: what several frameworks have is of the one that has
   *     most of them
   */
  ColumnNames(Reference reference, List<String> header) {
    for (Field field : Field.values()) {
      add(field.key(), new Column.OfField(field), "the name of the field");
    }
    add("area", new Column.TheArea(), "the column of a long file");
    add("grade", new Column.TheGrade(), "the column of a long file");
    Set<String> forms = header.stream().map(ColumnNames::form).collect(Collectors.toSet());
    reference.frameworks().stream()
        .sorted(Comparator.comparingLong(framework -> -shared(framework, forms)))
        .forEach(this::addAreas);
    for (Layout layout : reference.layouts()) {
      List<String> names = layout.columns().keySet().stream().sorted().toList();
      for (String name : names) {
        Column column = layout.columns().get(name);
        if (column != null) {
          add(name, column, "so named in the layout " + layout.key());
        }
      }
    }
  }

  private static long shared(Framework framework, Set<String> header) {
    return framework.areas().stream()
        .filter(area -> header.contains(form(area.key())) || header.contains(form(area.label())))
        .count();
  }

  private void addAreas(Framework framework) {
    for (Area area : framework.areas()) {
      Column column = new Column.OfArea(area.key());
      add(area.key(), column, "an area of " + framework.key());
      add(area.label(), column, "an area of " + framework.key());
    }
  }

  /** The form in which names are compared: words alone. */
  private static String form(String name) {
    return NOT_IN_WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  private void add(String name, Column column, String knownFrom) {
    meanings.putIfAbsent(form(name), new Meaning(entry(column), column, knownFrom));
  }

  private static String entry(Column column) {
    if (column instanceof Column.OfField field) {
      return "field: " + field.field().key();
    }
    if (column instanceof Column.OfArea area) {
      return "area: " + area.area();
    }
    if (column instanceof Column.TheArea) {
      return "field: area";
    }
    return column instanceof Column.TheGrade ? "field: grade" : "left_out: true";
  }

  /** What a column of exactly this name is; null when the name is not known. */
  @Nullable Meaning exact(String name) {
    return meanings.get(form(name));
  }

  /** What a column of nearly this name is: a guess for a person to judge. */
  List<Meaning> near(String name) {
    List<Meaning> near = new ArrayList<>();
    for (String known : Nearest.to(form(name), meanings.keySet(), 1)) {
      Meaning meaning = meanings.get(known);
      if (meaning != null && !(meaning.column() instanceof Column.LeftOut)) {
        near.add(meaning);
      }
    }
    return near;
  }
}
