package org.gradeline.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.reading.RawRecord.RawJudgement;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Layout.Column;
import org.gradeline.reference.Layout.Sentinel;
import org.gradeline.reference.Wording;
import org.jspecify.annotations.Nullable;

/** Which column of a CSV file is which field or area of its layout. */
public final class Columns {
  /** What stands for a cell that is not shown. */
  private static final String UNSHOWN = "...";

  private static final int ABSENT = -1;

  private record AreaColumn(int index, String area) {}

  private final Layout layout;
  private final int width;
  private final Map<Field, Integer> fields = new EnumMap<>(Field.class);
  private final List<AreaColumn> areas = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> repeated = new ArrayList<>();
  private final List<Integer> unshown = new ArrayList<>();
  private int area = ABSENT;
  private int grade = ABSENT;

  /**
   * @param layout the file's layout
   * @param header names of its columns, see {@link #names}
   */
  public Columns(Layout layout, List<String> header) {
    this.layout = layout;
    this.width = header.size();
    Set<Object> seen = new HashSet<>();
    for (int index = 0; index < width; index++) {
      String name = header.get(index);
      Column column = layout.columns().get(name);
      Object same = column == null || column instanceof Column.LeftOut ? name : column;
      if (!seen.add(same) && !name.isEmpty()) {
        repeated.add(name);
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
      unshown.add(index);
      if (column == null && !name.isEmpty()) {
        unknown.add(name);
      }
    }
  }

  /** Names of columns in the form in which layouts know them. */
  public static List<String> names(CSVRecord header) {
    return header.stream().map(Wording::of).toList();
  }

  public Layout layout() {
    return layout;
  }

  /** How many cells a row must have. */
  public int width() {
    return width;
  }

  /** Columns that the layout does not know. */
  public List<String> unknown() {
    return unknown;
  }

  /** Columns that are there more than once. */
  public List<String> repeated() {
    return repeated;
  }

  /** Whether every cell of a row may be shown: none can hold what nobody asked for. */
  public boolean allShown() {
    return unshown.isEmpty();
  }

  /** A row without the cells that are neither field nor area, where people's names may stand. */
  public String shown(CSVRecord row) {
    String[] cells = row.toList().toArray(new String[0]);
    unshown.stream().filter(index -> index < cells.length).forEach(i -> cells[i] = UNSHOWN);
    Arrays.fill(cells, Math.min(width, cells.length), cells.length, UNSHOWN);
    return CSVFormat.RFC4180.format((Object[]) cells);
  }

  /** Texts of a row's fields. */
  public Map<Field, String> fields(CSVRecord row) {
    Map<Field, String> texts = new EnumMap<>(Field.class);
    fields.forEach(
        (field, index) -> {
          String text = row.get(index);
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
  public List<RawJudgement> judgements(CSVRecord row) {
    List<RawJudgement> judgements = new ArrayList<>(areas.size());
    for (AreaColumn column : areas) {
      String text = row.get(column.index());
      if (!isMissing(text)) {
        judgements.add(new RawJudgement(column.area(), text));
      }
    }
    if (area != ABSENT && grade != ABSENT && !isMissing(row.get(grade))) {
      judgements.add(new RawJudgement(layout.area(row.get(area)), row.get(grade)));
    }
    return judgements;
  }

  private boolean isMissing(String text) {
    return text.isBlank() || layout.sentinel(text) == Sentinel.MISSING;
  }
}
