package org.gradeline.reading.tabular;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradeline.reading.RawRecord.RawJudgement;
import org.gradeline.reading.ShownText;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Layout.Column;
import org.gradeline.reference.Layout.Sentinel;
import org.gradeline.reference.Wording;
import org.jspecify.annotations.Nullable;

/** Which column of a table is which field or area of its layout. Never changes once made. */
final class Columns {
  private static final int ABSENT = -1;

  private record AreaColumn(int index, String area) {}

  private final Layout layout;
  private final int width;
  private final Map<Field, Integer> fields = new EnumMap<>(Field.class);
  private final List<AreaColumn> areas = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> repeated = new ArrayList<>();
  private final Set<Integer> hidden = new HashSet<>();
  private int area = ABSENT;
  private int grade = ABSENT;

  /**
   * @param layout the table's layout
   * @param header names of its columns, see {@link #names}
   */
  Columns(Layout layout, List<String> header) {
    this.layout = layout;
    this.width = header.size();
    Set<Object> seen = new HashSet<>();
    for (int index = 0; index < width; index++) {
      String name = header.get(index);
      Column column = layout.columns().get(name);
      Object same = column == null || column instanceof Column.LeftOut ? name : column;
      if (!seen.add(same) && !name.isEmpty()) {
        repeated.add(column == null ? "column " + (index + 1) : name);
      }
      place(name, column, index);
    }
  }

  private void place(String name, @Nullable Column column, int index) {
    if (column instanceof Column.OfField field) {
      fields.put(field.field(), index);
    } else if (column instanceof Column.OfArea judged) {
      areas.add(new AreaColumn(index, judged.area()));
    } else if (column instanceof Column.TheArea) {
      area = index;
    } else if (column instanceof Column.TheGrade) {
      grade = index;
    } else {
      hidden.add(index);
      if (column == null && !name.isEmpty()) {
        unknown.add(name);
      }
    }
  }

  /** Names of columns in the form in which layouts know them. */
  static List<String> names(Row header) {
    return header.cells().stream().map(Wording::of).toList();
  }

  Layout layout() {
    return layout;
  }

  /** How many cells a row must have. */
  int width() {
    return width;
  }

  /** Columns that the layout does not know. */
  List<String> unknown() {
    return unknown;
  }

  /** Columns that are there more than once; those that the layout does not know by position. */
  List<String> repeated() {
    return repeated;
  }

  /** Whether every cell of a row may be shown: none can hold what nobody asked for. */
  boolean allShown() {
    return hidden.isEmpty();
  }

  /** A row's cells without those that are neither field nor area: people's names may be there. */
  List<String> shown(Row row) {
    List<String> shown = new ArrayList<>(row.cells());
    for (int index = 0; index < shown.size(); index++) {
      if (hidden.contains(index)) {
        shown.set(index, ShownText.HIDDEN);
      }
    }
    return shown;
  }

  /** Texts of a row's fields. */
  Map<Field, String> fields(Row row) {
    Map<Field, String> texts = new EnumMap<>(Field.class);
    fields.forEach(
        (field, index) -> {
          String text = row.cell(index);
          if (layout.sentinel(text) != Sentinel.MISSING) {
            texts.put(field, text);
          }
        });
    layout
        .constants()
        .forEach(
            (field, constant) ->
                texts.merge(field, constant, (text, same) -> text.isBlank() ? same : text));
    return texts;
  }

  /** A row's judgements: those of its area columns, and that of its area and grade columns. */
  List<RawJudgement> judgements(Row row) {
    List<RawJudgement> judgements = new ArrayList<>(areas.size());
    for (AreaColumn column : areas) {
      String text = row.cell(column.index());
      if (!isMissing(text)) {
        judgements.add(new RawJudgement(column.area(), text));
      }
    }
    if (area != ABSENT && grade != ABSENT && !isMissing(row.cell(grade))) {
      judgements.add(new RawJudgement(layout.area(row.cell(area)), row.cell(grade)));
    }
    return judgements;
  }

  private boolean isMissing(String text) {
    return text.isBlank() || layout.sentinel(text) == Sentinel.MISSING;
  }
}
