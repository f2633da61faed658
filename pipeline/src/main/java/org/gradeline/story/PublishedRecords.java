package org.gradeline.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.MergedCouncil;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.reference.Area;
import org.gradeline.reference.Council;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Grade;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scale;
import org.gradeline.story.UnreadJudgements.Place;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.PublishedRows;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.RatingsTable;
import org.gradeline.tables.UnreadableTableException;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds the histories of all councils from the published ratings and visits, which hold all that
 * was accepted. What a run has found is found again, at any reporting date.
 *
 * <pre>{@code
 * PublishedRecords.Rebuilt rebuilt = PublishedRecords.read(tables, reference, unread);
 * }</pre>
 */
final class PublishedRecords {
  /**
   * What was rebuilt.
   *
   * @param histories of all councils, by position
   * @param sources names of the sources, by position
   */
  record Rebuilt(List<CouncilHistory> histories, List<String> sources) {}

  private final Reference reference;
  private final UnreadJudgements unread;
  private final Map<Key, List<Judgement>> inspections = new LinkedHashMap<>();
  private final List<List<CouncilRecord>> records;
  private final List<String> sources = new ArrayList<>();

  /** What tells an inspection from others. */
  private record Key(
      int council,
      int framework,
      String type,
      @Nullable PartialDate start,
      @Nullable PartialDate end,
      PartialDate published,
      String report) {}

  private PublishedRecords(Reference reference, UnreadJudgements unread) {
    this.reference = reference;
    this.unread = unread;
    this.records =
        reference.councils().all().stream()
            .<List<CouncilRecord>>map(council -> new ArrayList<>())
            .toList();
  }

  /**
   * Reads the tables.
   *
   * @param tables the published tables
   * @param reference the run's reference data
   * @param unread the judgements that could not be read
   * @throws java.nio.file.NoSuchFileException when a table is missing
   * @throws UnreadableTableException when a table is not what it should be, or names what the
   *     reference data does not know
   */
  static Rebuilt read(PublishedTables tables, Reference reference, UnreadJudgements unread)
      throws IOException {
    PublishedRecords published = new PublishedRecords(reference, unread);
    try (PublishedRows ratings = tables.rows(RatingsTable.TABLE)) {
      while (ratings.next()) {
        published.addRating(ratings);
      }
    }
    published.inspections.forEach(published::addInspection);
    try (PublishedRows visits = tables.rows(Catalogue.of(reference).table("visits"))) {
      while (visits.next()) {
        published.addVisit(visits);
      }
    }
    return new Rebuilt(published.histories(), List.copyOf(published.sources));
  }

  private List<CouncilHistory> histories() {
    List<Integer> precedence = IntStream.range(0, sources.size()).boxed().toList();
    return reference.councils().all().stream()
        .map(
            council ->
                CouncilHistory.of(
                    council,
                    MergedCouncil.of(records.get(council.position()), precedence),
                    reference))
        .toList();
  }

  private void addRating(PublishedRows row) throws UnreadableTableException {
    Framework framework = reference.framework(row.text("framework"));
    if (framework == null) {
      throw unknown(row, "framework");
    }
    Area area = framework.area(row.text("area"));
    PartialDate published = PartialDate.parse(row.text("published_date"));
    if (area == null || published == null) {
      throw unknown(row, area == null ? "area" : "published_date");
    }
    Key key =
        new Key(
            council(row).position(),
            framework.position(),
            text(row, "inspection_type"),
            PartialDate.parse(row.text("start_date")),
            PartialDate.parse(row.text("end_date")),
            published,
            text(row, "report"));
    inspections
        .computeIfAbsent(key, inspection -> new ArrayList<>())
        .add(
            new Judgement(
                area.position(),
                rank(row, area.scale()),
                text(row, "wording"),
                source(row),
                lineNumber(row)));
  }

  private void addInspection(Key key, List<Judgement> judgements) {
    Framework framework = reference.frameworks().get(key.framework());
    Set<Integer> judged = new LinkedHashSet<>();
    judgements.forEach(judgement -> judged.add(judgement.area()));
    long unreadable = 0;
    for (Judgement judgement : judgements) {
      Place place = new Place(sources.get(judgement.source()), judgement.lineNumber());
      for (UnreadJudgements.Unread other : unread.at(place)) {
        Area area = framework.area(other.area());
        if (area != null && !judged.contains(area.position())) {
          unreadable |= 1L << area.position();
        }
      }
    }
    Judgement first = judgements.get(0);
    records
        .get(key.council())
        .add(
            new Inspection(
                key.council(),
                key.framework(),
                key.type(),
                key.start(),
                key.end(),
                key.published(),
                key.report(),
                judgements.stream().sorted(Comparator.comparingInt(Judgement::area)).toList(),
                unreadable,
                List.of(),
                first.source(),
                first.lineNumber()));
  }

  private void addVisit(PublishedRows row) throws UnreadableTableException {
    List<String> types = reference.visitTypes().stream().map(type -> type.key()).toList();
    int type = types.indexOf(text(row, "visit_type"));
    if (type < 0) {
      throw unknown(row, "visit_type");
    }
    Council council = council(row);
    records
        .get(council.position())
        .add(
            new Visit(
                council.position(),
                type,
                PartialDate.parse(row.text("start_date")),
                PartialDate.parse(row.text("published_date")),
                text(row, "theme"),
                text(row, "report"),
                List.of(),
                source(row),
                lineNumber(row)));
  }

  private Council council(PublishedRows row) throws UnreadableTableException {
    Council council = reference.councils().byLaCode(row.text("la_code"));
    if (council == null) {
      throw unknown(row, "la_code");
    }
    return council;
  }

  private static int rank(PublishedRows row, Scale scale) throws UnreadableTableException {
    String key = row.text("grade");
    if (key.equals(Scale.NOT_JUDGED_KEY)) {
      return Scale.NOT_JUDGED;
    }
    for (Grade grade : scale.grades()) {
      if (grade.key().equals(key)) {
        return grade.rank();
      }
    }
    throw unknown(row, "grade");
  }

  private int source(PublishedRows row) {
    String name = text(row, "source");
    int position = sources.indexOf(name);
    if (position < 0) {
      sources.add(name);
    }
    return position < 0 ? sources.size() - 1 : position;
  }

  private static long lineNumber(PublishedRows row) throws UnreadableTableException {
    try {
      return Long.parseLong(row.text("source_line"));
    } catch (NumberFormatException e) {
      throw unknown(row, "source_line");
    }
  }

  private static String text(PublishedRows row, String column) {
    return row.text(column);
  }

  private static UnreadableTableException unknown(PublishedRows row, String column) {
    return row.unreadable(
        "the " + column + " '" + row.text(column) + "' is not one that the data folder knows");
  }
}
