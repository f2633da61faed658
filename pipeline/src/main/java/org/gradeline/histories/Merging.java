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
import org.gradeline.histories.MergedCouncil.Conflict;
import org.gradeline.histories.MergedCouncil.MergeCounts;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.CouncilRecord.Finding;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.reference.Field;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Scale;
import org.gradeline.reference.Wording;

/** The merging of one council's records: what is found so far. */
final class Merging {
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

  private final Belief belief;
  private final List<Inspection> inspections = new ArrayList<>();
  private final List<Visit> visits = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private final MergeWarnings warnings = new MergeWarnings();
  private final Map<Integer, MergeCounts> mergeCounts = new TreeMap<>();

  Merging(Belief belief) {
    this.belief = belief;
  }

  /** Merges the records of one council, given in any order; called once. */
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
        .forEach(group -> SameEvent.among(group, belief.inRecords()).forEach(this::addInspection));
    byType
        .values()
        .forEach(group -> SameEvent.among(group, belief.inRecords()).forEach(this::addVisits));
    inspections.sort(IN_TIME);
    visits.sort(VISITS_IN_TIME);
    return new MergedCouncil(inspections, visits, conflicts, warnings.list(), mergeCounts);
  }

  private void addInspection(SameEvent.Event<Inspection> event) {
    List<Inspection> records = event.records();
    Inspection first = records.get(0);
    warnings.addOf(event, first);
    if (records.size() == 1) {
      inspections.add(first);
      count(first, first.judgements(), List.of(), true);
      return;
    }
    warnings.addDifferent(records, Field.START_DATE, Inspection::start);
    warnings.addDifferent(records, Field.PUBLISHED_DATE, Inspection::published);
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
    warnings.addOf(event, first);
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

  private static <R> String firstText(List<R> records, Function<R, String> text) {
    return records.stream().map(text).filter(value -> !value.isEmpty()).findFirst().orElse("");
  }

  private static List<Finding> findings(List<? extends CouncilRecord> records) {
    Set<Finding> findings = new LinkedHashSet<>();
    records.forEach(record -> findings.addAll(record.findings()));
    return List.copyOf(findings);
  }
}
