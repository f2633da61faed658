package org.gradeline.statistics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.LineEvent;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.reference.Council;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scale;
import org.gradeline.reference.Scheme;
import org.gradeline.statistics.KaplanMeier.Exits;
import org.jspecify.annotations.Nullable;

/**
 * How long councils have waited for their next inspection of full coverage, and how long it took
 * after earlier ones. An earlier inspection is one that was published from 2021 on, known by the
 * lowest of its own grades; its wait runs from its publication to the start of the council's next
 * full inspection of the scheme, or to that one's publication where the start is unknown. The
 * closing of the council and the reporting date end the watch.
 */
public final class WaitingTally implements Tally<WaitingTally> {
  private static final long serialVersionUID = 1L;

  /** Waits count from this day on: earlier ones were under other arrangements. */
  public static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);

  private final Reference reference;
  private final ReportingDate date;
  private final ArrayList<Waiting> waiting = new ArrayList<>();

  /** Ends of waits by days, by scheme, scale and lowest rank. */
  private final HashMap<Grades, TreeMap<Long, Exits>> exits = new HashMap<>();

  /**
   * A council that waits.
   *
   * @param council position of the council
   * @param scheme position of the scheme
   * @param lastStart start of its last full inspection; null when unknown
   * @param lastPublished when the report of that came out
   * @param scale key of the scale of its grades
   * @param lowestRank rank of the lowest of its ratings in force; 0 without any
   */
  public record Waiting(
      int council,
      int scheme,
      @Nullable PartialDate lastStart,
      PartialDate lastPublished,
      String scale,
      int lowestRank)
      implements java.io.Serializable {}

  private record Grades(int scheme, String scale, int lowestRank) implements java.io.Serializable {}

  /**
   * @param reference the run's reference data
   * @param date what counts, and the end of the watch
   */
  public WaitingTally(Reference reference, ReportingDate date) {
    this.reference = reference;
    this.date = date;
  }

  @Override
  public WaitingTally empty() {
    return new WaitingTally(reference, date);
  }

  @Override
  public void count(CouncilHistory history) {
    for (Scheme scheme : reference.schemes()) {
      List<Inspection> full =
          history.merged().inspections().stream()
              .filter(inspection -> isFull(inspection, scheme))
              .filter(inspection -> date.counts(inspection.start(), inspection.published()))
              .toList();
      for (int i = 0; i < full.size(); i++) {
        addWait(
            history.council(), scheme, full.get(i), i + 1 < full.size() ? full.get(i + 1) : null);
      }
      if (!full.isEmpty() && history.council().openOn(date.asAt())) {
        addWaiting(history, scheme, full.get(full.size() - 1));
      }
    }
  }

  private boolean isFull(Inspection inspection, Scheme scheme) {
    Framework framework = reference.frameworks().get(inspection.framework());
    return framework.scheme().position() == scheme.position()
        && framework.coversAll(inspection.type());
  }

  private void addWait(
      Council council, Scheme scheme, Inspection inspection, @Nullable Inspection next) {
    PartialDate published = inspection.published();
    int lowest = lowestRank(inspection);
    if (lowest == 0
        || !published.isFull()
        || published.toLocalDate().isBefore(FIRST_DAY)
        || published.toLocalDate().isAfter(date.asAt())) {
      return;
    }
    LocalDate end = date.asAt();
    if (council.closed() != null && council.closed().isBefore(end)) {
      end = council.closed();
    }
    boolean inspected = false;
    if (next != null) {
      PartialDate start = next.start() != null ? next.start() : next.published();
      if (!start.isFull()) {
        return;
      }
      inspected = !start.toLocalDate().isAfter(end);
      end = inspected ? start.toLocalDate() : end;
    }
    long days = Math.max(0, ChronoUnit.DAYS.between(published.toLocalDate(), end));
    String scale = reference.frameworks().get(inspection.framework()).scale().key();
    exits
        .computeIfAbsent(new Grades(scheme.position(), scale, lowest), key -> new TreeMap<>())
        .merge(days, inspected ? new Exits(1, 0) : new Exits(0, 1), Exits::plus);
  }

  private int lowestRank(Inspection inspection) {
    Framework framework = reference.frameworks().get(inspection.framework());
    return inspection.judgements().stream()
        .filter(judgement -> framework.isOwnScale(judgement.area()))
        .mapToInt(Judgement::rank)
        .max()
        .orElse(0);
  }

  private void addWaiting(CouncilHistory history, Scheme scheme, Inspection last) {
    Scale scale = reference.frameworks().get(last.framework()).scale();
    int lowest = 0;
    for (Line line : reference.lines(scheme)) {
      LineEvent rated = history.line(reference.everyFramework(), line).at(date).rated();
      if (rated != null && line.scale().key().equals(scale.key())) {
        lowest = Math.max(lowest, rated.rank());
      }
    }
    waiting.add(
        new Waiting(
            history.council().position(),
            scheme.position(),
            last.start(),
            last.published(),
            scale.key(),
            lowest));
  }

  @Override
  public void merge(WaitingTally other) {
    waiting.addAll(other.waiting);
    other.exits.forEach(
        (grades, byDay) -> {
          TreeMap<Long, Exits> own = exits.computeIfAbsent(grades, key -> new TreeMap<>());
          byDay.forEach((day, ends) -> own.merge(day, ends, Exits::plus));
        });
  }

  /** All councils that have had a full inspection, in any order. */
  public List<Waiting> waiting() {
    return List.copyOf(waiting);
  }

  /** Ends of the waits after inspections of the same lowest grade, by days. */
  public SortedMap<Long, Exits> exits(Waiting of) {
    TreeMap<Long, Exits> found = exits.get(new Grades(of.scheme(), of.scale(), of.lowestRank()));
    return found == null ? new TreeMap<>() : new TreeMap<>(found);
  }
}
