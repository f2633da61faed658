package org.gradeline.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.reading.RawRecord.RawJudgement;

/** Which column of a CSV file is which field or area. */
final class Columns {
  private static final String AREA = "area";
  private static final String GRADE = "grade";
  private static final int ABSENT = -1;

  private record AreaColumn(int index, String area) {}

  private final int width;
  private final Map<Field, Integer> fields = new EnumMap<>(Field.class);
  private final List<AreaColumn> areas = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> repeated = new ArrayList<>();
  private int area = ABSENT;
  private int grade = ABSENT;

  /**
   * @param header the header row
   * @param areaKeys every area of every framework
   */
  Columns(CSVRecord header, Set<String> areaKeys) {
    width = header.size();
    List<String> seen = new ArrayList<>();
    for (int index = 0; index < width; index++) {
      String name = name(header.get(index));
      if (seen.contains(name) && !name.isEmpty()) {
        repeated.add(name);
      }
      seen.add(name);
      place(name, index, areaKeys);
    }
  }

  private void place(String name, int index, Set<String> areaKeys) {
    Field field = Field.of(name);
    if (field != null) {
      fields.put(field, index);
    } else if (name.equals(AREA)) {
      area = index;
    } else if (name.equals(GRADE)) {
      grade = index;
    } else if (areaKeys.contains(name)) {
      areas.add(new AreaColumn(index, name));
    } else if (!name.isEmpty()) {
      unknown.add(name);
    }
  }

  private static String name(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** How many cells a row must have. */
  int width() {
    return width;
  }

  /** Columns that no field or area is named by. */
  List<String> unknown() {
    return unknown;
  }

  /** Columns whose name stands more than once. */
  List<String> repeated() {
    return repeated;
  }

  /** Texts of a row's fields. */
  Map<Field, String> fields(CSVRecord row) {
    Map<Field, String> texts = new EnumMap<>(Field.class);
    fields.forEach((field, index) -> texts.put(field, row.get(index)));
    return texts;
  }

  /** A row's judgements: those of its area columns, and that of its area and grade columns. */
  List<RawJudgement> judgements(CSVRecord row) {
    List<RawJudgement> judgements = new ArrayList<>(areas.size());
    for (AreaColumn column : areas) {
      String text = row.get(column.index());
      if (!text.isBlank()) {
        judgements.add(new RawJudgement(column.area(), text));
      }
    }
    if (area != ABSENT && grade != ABSENT && !row.get(grade).isBlank()) {
      judgements.add(new RawJudgement(name(row.get(area)), row.get(grade)));
    }
    return judgements;
  }
}
