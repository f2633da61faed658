package org.gradeline.statistics;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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
public final class WaitingTally implements Tally {
  private static final String KIND = "waits";
  private static final Comparator<Grades> ORDER =
      Comparator.comparingInt(Grades::scheme)
          .thenComparing(Grades::scale)
          .thenComparingInt(Grades::lowestRank);
  private static final Comparator<Waiting> BY_COUNCIL =
      Comparator.comparingInt(Waiting::council).thenComparingInt(Waiting::scheme);

  /** Waits count from this day on: earlier ones were under other arrangements. */
  public static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);

  private final Reference reference;
  private final ReportingDate date;

  /** Keys of all scales, in order: a scale is written as its place here. */
  private final List<String> scales;

  private final ArrayList<Waiting> waiting = new ArrayList<>();

  /** Ends of waits by days, by scheme, scale and lowest rank. */
  private final TreeMap<Grades, ExitsByDay> exits = new TreeMap<>(ORDER);

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
      int lowestRank) {}

  private record Grades(int scheme, String scale, int lowestRank) {}

  /**
   * @param reference the run's reference data
   * @param date what counts, and the end of the watch
   */
  public WaitingTally(Reference reference, ReportingDate date) {
    this.reference = reference;
    this.date = date;
    this.scales =
        reference.frameworks().stream()
            .map(framework -> framework.scale().key())
            .distinct()
            .sorted()
            .toList();
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
        .computeIfAbsent(new Grades(scheme.position(), scale, lowest), key -> new ExitsByDay())
        .add(days, inspected ? new Exits(1, 0) : new Exits(0, 1));
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
  public void write(CountsOutput out) {
    out.head(KIND, reference.councils().all().size(), reference.schemes().size(), scales.size());
    List<Waiting> inOrder = waiting.stream().sorted(BY_COUNCIL).toList();
    out.number(inOrder.size());
    for (Waiting each : inOrder) {
      out.number(each.council());
      write(new Grades(each.scheme(), each.scale(), each.lowestRank()), out);
      out.date(each.lastStart());
      out.date(each.lastPublished());
    }
    out.number(exits.size());
    exits.forEach(
        (grades, byDay) -> {
          write(grades, out);
          byDay.write(out);
        });
  }

  private void write(Grades grades, CountsOutput out) {
    out.number(grades.scheme());
    out.number(scales.indexOf(grades.scale()));
    out.number(grades.lowestRank());
  }

  @Override
  public void add(CountsInput in) throws IOException {
    int councils = reference.councils().all().size();
    in.head(KIND, councils, reference.schemes().size(), scales.size());
    for (int more = in.count(); more > 0; more--) {
      int council = in.below(councils);
      Grades grades = grades(in);
      waiting.add(
          new Waiting(
              council,
              grades.scheme(),
              in.date(),
              in.knownDate(),
              grades.scale(),
              grades.lowestRank()));
    }
    for (int more = in.count(); more > 0; more--) {
      exits.computeIfAbsent(grades(in), key -> new ExitsByDay()).add(in);
    }
  }

  private Grades grades(CountsInput in) throws IOException {
    int scheme = in.below(reference.schemes().size());
    String scale = scales.get(in.below(scales.size()));
    return new Grades(scheme, scale, in.below(Scale.MAX_GRADES + 1));
  }

  /** All councils that have had a full inspection, in any order. */
  public List<Waiting> waiting() {
    return List.copyOf(waiting);
  }

  /** Ends of the waits after inspections of the same lowest grade, by days. */
  public SortedMap<Long, Exits> exits(Waiting of) {
    ExitsByDay found = exits.get(new Grades(of.scheme(), of.scale(), of.lowestRank()));
    return found == null ? new TreeMap<>() : found.exits();
  }
}
