package org.gradeline.reading.tabular;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradeline.reading.RawRecord.RawJudgement;
import org.gradeline.reading.Remark;
import org.gradeline.reading.ShownText;
import org.gradeline.reference.ColumnName;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Layout.Column;
import org.gradeline.reference.Layout.Sentinel;
import org.gradeline.reference.Nearest;
import org.gradeline.reference.PlainText;
import org.jspecify.annotations.Nullable;

/** Which column of a table is which field or area of its layout. Never changes once made. */
final class Columns {
  private static final int ABSENT = -1;
  private static final int MAX_SLIPS = 1_000;

  private static final List<Field> COUNCILS =
      List.of(Field.LA_CODE, Field.GSS_CODE, Field.URN, Field.COUNCIL);
  private static final List<Field> DATES = List.of(Field.START_DATE, Field.PUBLISHED_DATE);
  private static final Set<Field> OPTIONAL = Set.of(Field.END_DATE, Field.REPORT, Field.THEME);

  private record AreaColumn(int index, String area) {}

  private final Layout layout;
  private final long lineNumber;
  private final String separator;
  private final List<String> header;
  private final int width;
  private final Map<Field, Integer> fields = new EnumMap<>(Field.class);
  private final List<AreaColumn> areas = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> repeated = new ArrayList<>();
  private final Set<Integer> hidden = new HashSet<>();
  private final List<Integer> nameless = new ArrayList<>();
  private final List<Remark> repairs = new ArrayList<>();
  private final int needed;
  private int area = ABSENT;
  private int grade = ABSENT;

  /**
   * @param layout the table's layout
   * @param row its header
   * @param separator what stands between cells, for messages
   */
  Columns(Layout layout, Row row, String separator) {
    this.layout = layout;
    this.lineNumber = row.lineNumber();
    this.separator = separator;
    this.header = names(row);
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
      if (column != null && ColumnName.isRepaired(row.cell(index))) {
        repairs.add(repaired(row, index, name));
      }
    }
    this.needed = neededWidth();
  }

  private static Remark repaired(Row row, int index, String name) {
    String written = ShownText.of(row.cell(index));
    return new Remark(row.lineNumber(), Remark.Rule.COLUMN_NAME, name, written, name);
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
      if (name.isEmpty()) {
        nameless.add(index);
      } else if (column == null) {
        unknown.add(name);
      }
    }
  }

  /** Names of columns in the form in which layouts know them. */
  static List<String> names(Row header) {
    return header.cells().stream().map(ColumnName::of).toList();
  }

  Layout layout() {
    return layout;
  }

  /** The header's line, from 1. */
  long lineNumber() {
    return lineNumber;
  }

  /** What stands between cells, for messages. */
  String separator() {
    return separator;
  }

  /** How many cells a row has, unless those at its end are blank. */
  int width() {
    return width;
  }

  /** Whether a row has all cells that it needs, and a column for each cell that is filled. */
  boolean fits(Row row) {
    return row.width() == width || (row.width() > width ? row.isBlankFrom(width) : isWhole(row));
  }

  /** Whether a row lacks only cells that may be blank. Half a row has no council or no date. */
  private boolean isWhole(Row row) {
    return row.width() >= needed && hasAny(row, COUNCILS) && hasAny(row, DATES);
  }

  private boolean hasAny(Row row, List<Field> any) {
    return any.stream()
        .map(fields::get)
        .anyMatch(index -> index != null && !layout.isMissing(row.cell(index)));
  }

  /** How many cells a row needs at least: up to the last one that the layout requires. */
  private int neededWidth() {
    int last = areas.isEmpty() ? 0 : areas.get(0).index();
    for (int index = 0; index < width; index++) {
      Column column = layout.columns().get(header.get(index));
      if (column != null && !mayBeMissing(header.get(index), column)) {
        last = Math.max(last, index);
      }
    }
    return last + 1;
  }

  private boolean mayBeMissing(String name, Column column) {
    boolean optional =
        column instanceof Column.OfArea
            || column instanceof Column.LeftOut
            || (column instanceof Column.OfField field && OPTIONAL.contains(field.field()));
    return optional
        && layout.required().stream()
            .noneMatch(
                requirement ->
                    requirement.anyOf().contains(name)
                        && header.stream().filter(requirement.anyOf()::contains).count() == 1);
  }

  /** What is told of a row that ends early: the known columns that it has no cell for. */
  List<Remark> remarks(Row row) {
    List<String> missing =
        header.subList(Math.min(row.width(), width), width).stream()
            .filter(layout.columns()::containsKey)
            .toList();
    return missing.isEmpty()
        ? List.of()
        : List.of(
            new Remark(
                row.lineNumber(),
                Remark.Rule.SHORT_ROW,
                String.join(", ", missing),
                ShownText.counted(row.width(), "cell"),
                ShownText.counted(width, "cell")));
  }

  /** Whether there are columns without a name. */
  boolean hasNameless() {
    return !nameless.isEmpty();
  }

  /** The columns without a name that have a cell in a row, as they are named. */
  List<String> namelessIn(Row row) {
    return nameless.stream()
        .filter(index -> !PlainText.isBlank(row.cell(index)))
        .map(index -> "(column " + (index + 1) + " has no name)")
        .toList();
  }

  /** The names of columns that were repaired. */
  List<Remark> repairs() {
    return repairs;
  }

  /**
   * A column that is nearly one of those that the layout knows and the table does not have, and
   * that one's name; null when there is none. Whoever wrote it would miss its values.
   */
  Map.@Nullable Entry<String, String> slip() {
    Set<Column> present = new HashSet<>();
    header.forEach(name -> present.add(layout.columns().get(name)));
    List<String> absent =
        layout.columns().entrySet().stream()
            .filter(column -> !(column.getValue() instanceof Column.LeftOut))
            .filter(column -> !present.contains(column.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    // Nobody wrote more names than these by hand.
    for (String name : unknown.subList(0, Math.min(unknown.size(), MAX_SLIPS))) {
      String meant = Nearest.slipOf(name, absent);
      if (meant != null) {
        return Map.entry(name, meant);
      }
    }
    return null;
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
          if (!text.isEmpty() && layout.sentinel(text) != Sentinel.MISSING) {
            texts.put(field, text);
          }
        });
    layout
        .constants()
        .forEach(
            (field, constant) ->
                texts.merge(
                    field, constant, (text, same) -> PlainText.isBlank(text) ? same : text));
    return texts;
  }

  /** A row's judgements: those of its area columns, and that of its area and grade columns. */
  List<RawJudgement> judgements(Row row) {
    List<RawJudgement> judgements = new ArrayList<>(areas.size());
    for (AreaColumn column : areas) {
      String text = row.cell(column.index());
      if (!layout.isMissing(text)) {
        judgements.add(new RawJudgement(column.area(), text));
      }
    }
    if (area != ABSENT && grade != ABSENT && !layout.isMissing(row.cell(grade))) {
      judgements.add(new RawJudgement(layout.area(row.cell(area)), row.cell(grade)));
    }
    return judgements;
  }
}
