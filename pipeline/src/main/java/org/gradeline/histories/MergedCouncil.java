package org.gradeline.histories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.gradeline.histories.Belief.Kept;
import org.gradeline.histories.SameEvent.Distant;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.CouncilRecord.Finding;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.normalising.IssueType;
import org.gradeline.normalising.QualityIssue.Warning;
import org.gradeline.reference.Field;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Scale;
import org.gradeline.reference.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A council's records with those of one event made one: what only one of them says is taken over,
 * and where two differ the more {@link Belief believed} one is kept.
 *
 * @param inspections by publication, then start
 * @param visits by day
 * @param conflicts judgements that differ
 * @param warnings what a person should look at
 * @param mergeCounts what merging did with the records of each source, by its position
 */
public record MergedCouncil(
    List<Inspection> inspections,
    List<Visit> visits,
    List<Conflict> conflicts,
    List<Warning> warnings,
    Map<Integer, MergeCounts> mergeCounts) {

  private static final Comparator<PartialDate> UNKNOWN_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  /**
   * The order in which ratings follow each other; ties are broken by what the inspections say,
   * never by their sources.
   */
  private static final Comparator<Inspection> IN_TIME =
      Comparator.comparing(Inspection::published)
          .thenComparing(Inspection::start, UNKNOWN_FIRST)
          .thenComparingInt(Inspection::framework)
          .thenComparing(Inspection::type)
          .thenComparing(
              inspection ->
                  inspection.judgements().stream().map(Judgement::rank).toList().toString())
          .thenComparing(Inspection::report);

  private static final Comparator<Visit> VISITS_IN_TIME =
      Comparator.comparing(Visit::start, UNKNOWN_FIRST)
          .thenComparing(Visit::published, UNKNOWN_FIRST)
          .thenComparingInt(Visit::type)
          .thenComparing(Visit::theme)
          .thenComparing(Visit::report);

  /**
   * Two sources that give one area different outcomes.
   *
   * @param inspection the inspection
   * @param kept the judgement that is kept
   * @param other the one that is not
   */
  public record Conflict(Inspection inspection, Judgement kept, Judgement other) {}

  /**
   * What merging did with the records of a source. Every record is accepted or a duplicate, and
   * every judgement is rated, not judged or a duplicate, so that the ledger adds up.
   *
   * @param acceptedRecords records that give an inspection, a visit or at least one judgement
   * @param duplicateRecords records that repeat what a more trusted record says
   * @param rated judgements that are used and have a grade
   * @param notJudged judgements that are used and say that the area was not judged
   * @param duplicateJudgements judgements of an area that a more trusted record judges, the same or
   *     not
   */
  public record MergeCounts(
      long acceptedRecords,
      long duplicateRecords,
      long rated,
      long notJudged,
      long duplicateJudgements) {
    static final MergeCounts NONE = new MergeCounts(0, 0, 0, 0, 0);

    MergeCounts plus(MergeCounts other) {
      return new MergeCounts(
          acceptedRecords + other.acceptedRecords,
          duplicateRecords + other.duplicateRecords,
          rated + other.rated,
          notJudged + other.notJudged,
          duplicateJudgements + other.duplicateJudgements);
    }
  }

  /**
   * Merges the records of one council, given in any order.
   *
   * @param records of one council
   * @param precedence the place of each source, by its position, in the order in which they are
   *     believed
   */
  public static MergedCouncil of(List<CouncilRecord> records, List<Integer> precedence) {
    return new Merger(new Belief(precedence)).merge(records);
  }

  private static final class Merger {
    private final Belief belief;
    private final List<Inspection> inspections = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final Map<Integer, MergeCounts> mergeCounts = new TreeMap<>();

    Merger(Belief belief) {
      this.belief = belief;
    }

    MergedCouncil merge(List<CouncilRecord> records) {
      Map<Integer, List<Inspection>> byFramework = new TreeMap<>();
      Map<Integer, List<Visit>> byType = new TreeMap<>();
      for (CouncilRecord record : records) {
        if (record instanceof Inspection inspection) {
          byFramework
              .computeIfAbsent(inspection.framework(), key -> new ArrayList<>())
              .add(inspection);
        } else if (record instanceof Visit visit) {
          byType.computeIfAbsent(visit.type(), key -> new ArrayList<>()).add(visit);
        }
      }
      byFramework
          .values()
          .forEach(
              group -> SameEvent.among(group, belief.inRecords()).forEach(this::addInspection));
      byType
          .values()
          .forEach(group -> SameEvent.among(group, belief.inRecords()).forEach(this::addVisits));
      inspections.sort(IN_TIME);
      visits.sort(VISITS_IN_TIME);
      return new MergedCouncil(inspections, visits, conflicts, warnings, mergeCounts);
    }

    private void addInspection(SameEvent.Event<Inspection> event) {
      List<Inspection> records = event.records();
      Inspection first = records.get(0);
      warn(first, event.ambiguous(), event.distant());
      if (records.size() == 1) {
        inspections.add(first);
        count(first, first.judgements(), List.of(), true);
        return;
      }
      warnOfDates(records, Field.START_DATE, Inspection::start);
      warnOfDates(records, Field.PUBLISHED_DATE, Inspection::published);
      Map<Integer, Kept> judgements = belief.judgements(records);
      List<Conflict> found = new ArrayList<>();
      long unreadableAreas = 0;
      for (int i = 0; i < records.size(); i++) {
        Inspection record = records.get(i);
        unreadableAreas |= record.unreadableAreas();
        List<Judgement> taken = new ArrayList<>();
        List<Judgement> left = new ArrayList<>();
        for (Judgement judgement : record.judgements()) {
          Kept kept = Objects.requireNonNull(judgements.get(judgement.area()));
          (kept.record() == i ? taken : left).add(judgement);
          if (kept.judgement().rank() != judgement.rank()) {
            found.add(new Conflict(first, kept.judgement(), judgement));
          }
        }
        count(record, taken, left, i == 0);
      }
      for (int area : judgements.keySet()) {
        unreadableAreas &= ~(1L << area);
      }
      PartialDate published = SameEvent.best(records, Inspection::published);
      Inspection merged =
          new Inspection(
              first.council(),
              first.framework(),
              firstText(records, Inspection::type),
              SameEvent.best(records, Inspection::start),
              SameEvent.best(records, Inspection::end),
              published == null ? first.published() : published,
              firstText(records, Inspection::report),
              judgements.values().stream().map(Kept::judgement).toList(),
              unreadableAreas,
              findings(records),
              first.source(),
              first.lineNumber());
      inspections.add(merged);
      found.forEach(
          conflict -> conflicts.add(new Conflict(merged, conflict.kept(), conflict.other())));
    }

    /** Visits of one day that name different themes are different visits. */
    private void addVisits(SameEvent.Event<Visit> event) {
      Map<String, List<Visit>> byTheme = new TreeMap<>();
      for (Visit visit : event.records()) {
        byTheme.computeIfAbsent(Wording.of(visit.theme()), key -> new ArrayList<>()).add(visit);
      }
      List<Visit> unnamed = byTheme.size() > 1 ? byTheme.remove("") : null;
      if (unnamed != null) {
        byTheme.values().iterator().next().addAll(unnamed);
      }
      byTheme
          .values()
          .forEach(visits -> addVisit(visits.stream().sorted(belief.inRecords()).toList(), event));
    }

    private void addVisit(List<Visit> records, SameEvent.Event<Visit> event) {
      Visit first = records.get(0);
      warn(first, event.ambiguous(), event.distant());
      visits.add(
          new Visit(
              first.council(),
              first.type(),
              SameEvent.best(records, Visit::start),
              SameEvent.best(records, Visit::published),
              firstText(records, Visit::theme),
              firstText(records, Visit::report),
              findings(records),
              first.source(),
              first.lineNumber()));
      for (int i = 0; i < records.size(); i++) {
        count(records.get(i), List.of(), List.of(), i == 0);
      }
    }

    private void count(
        CouncilRecord record, List<Judgement> taken, List<Judgement> left, boolean first) {
      boolean accepted = first || !taken.isEmpty();
      long notJudged =
          taken.stream().filter(judgement -> judgement.rank() == Scale.NOT_JUDGED).count();
      MergeCounts counts =
          new MergeCounts(
              accepted ? 1 : 0, accepted ? 0 : 1, taken.size() - notJudged, notJudged, left.size());
      mergeCounts.merge(record.source(), counts, MergeCounts::plus);
    }

    private void warn(CouncilRecord record, boolean ambiguous, Set<Distant> distant) {
      if (ambiguous) {
        warnAmbiguous(record);
      }
      for (Distant date : distant) {
        warnings.add(
            new Warning(
                record.source(),
                record.lineNumber(),
                IssueType.DISTANT_DATE,
                date.field().key(),
                date.value().toString(),
                "another record has the same "
                    + EventDates.other(date.field()).key()
                    + " ("
                    + date.shared()
                    + ") and the "
                    + date.field().key()
                    + " "
                    + date.other()
                    + ", more than "
                    + EventDates.MAX_DAYS_APART
                    + " days away, so each counts on its own. If they are one, fix the date that is"
                    + " wrong"));
      }
    }

    private void warnAmbiguous(CouncilRecord record) {
      boolean published = record.published() != null;
      warnings.add(
          new Warning(
              record.source(),
              record.lineNumber(),
              IssueType.AMBIGUOUS_DATE,
              (published ? Field.PUBLISHED_DATE : Field.START_DATE).key(),
              String.valueOf(published ? record.published() : record.start()),
              "more than one other record fits this date, so this record is kept on its own"));
    }

    private void warnOfDates(
        List<Inspection> records, Field field, Function<Inspection, @Nullable PartialDate> date) {
      PartialDate kept = SameEvent.best(records, date);
      for (Inspection record : records) {
        PartialDate other = date.apply(record);
        if (kept != null && other != null && !kept.matches(other)) {
          warnings.add(
              new Warning(
                  record.source(),
                  record.lineNumber(),
                  IssueType.DIFFERENT_DATE,
                  field.key(),
                  other.toString(),
                  "another record of the same inspection says " + kept + ", which is kept"));
        }
      }
    }

    private static <R> String firstText(List<R> records, Function<R, String> text) {
      return records.stream().map(text).filter(value -> !value.isEmpty()).findFirst().orElse("");
    }

    private static List<Finding> findings(List<? extends CouncilRecord> records) {
      Set<Finding> findings = new LinkedHashSet<>();
      records.forEach(record -> findings.addAll(record.findings()));
      return List.copyOf(findings);
    }
  }
}
