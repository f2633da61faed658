package org.gradeline.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradeline.normalising.IssueType;
import org.gradeline.tables.PublishedRows;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.QualityIssueTables;
import org.gradeline.tables.Table;

/**
 * Judgements of accepted records that could not be read, by their place in the sources.
 *
 * @param byPlace the judgements
 */
record UnreadJudgements(Map<Place, List<Unread>> byPlace) {
  private static final Set<String> RULES =
      Set.of(IssueType.UNKNOWN_GRADE.key(), IssueType.UNREADABLE_GRADE.key());

  /**
   * A place in the sources.
   *
   * @param source name of the source
   * @param lineNumber line of the record
   */
  record Place(String source, long lineNumber) {}

  /**
   * A judgement that could not be read.
   *
   * @param place where it is
   * @param area key of the area
   * @param printed the grade as printed
   * @param suggestion the nearest grade that is known; empty without one
   */
  record Unread(Place place, String area, String printed, String suggestion) {}

  /** Those that a run has listed; none where it has not. */
  static UnreadJudgements of(PublishedTables tables) throws IOException {
    Map<Place, List<Unread>> byPlace = new HashMap<>();
    Table<?> rejected = QualityIssueTables.REJECTED.table();
    if (tables.has(rejected)) {
      try (PublishedRows rows = tables.rows(rejected)) {
        while (rows.next()) {
          if (RULES.contains(rows.text("rule"))) {
            Unread unread = unread(rows);
            byPlace.computeIfAbsent(unread.place(), place -> new ArrayList<>()).add(unread);
          }
        }
      }
    }
    return new UnreadJudgements(byPlace);
  }

  private static Place place(PublishedRows row) throws IOException {
    try {
      return new Place(row.text("source"), Long.parseLong(row.text("source_line")));
    } catch (NumberFormatException e) {
      throw row.unreadable("the source_line is not a number");
    }
  }

  private static Unread unread(PublishedRows row) throws IOException {
    return new Unread(place(row), row.text("field"), row.text("value"), row.text("suggestion"));
  }

  /** Those of a record. */
  List<Unread> at(Place place) {
    return byPlace.getOrDefault(place, List.of());
  }
}
