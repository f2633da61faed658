package org.gradeline.story;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Step;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.reference.Area;
import org.gradeline.reference.Council;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scheme;
import org.gradeline.statistics.Distribution;
import org.gradeline.statistics.DistributionTally;
import org.gradeline.statistics.KaplanMeier;
import org.gradeline.statistics.KaplanMeier.Exits;
import org.gradeline.statistics.RecoveryTally;
import org.gradeline.statistics.StandingTally;
import org.gradeline.statistics.WaitingTally;
import org.gradeline.statistics.WaitingTally.Waiting;
import org.gradeline.story.PublishedInspections.Published;
import org.gradeline.story.Ratings.Arrival;
import org.gradeline.story.UnreadJudgements.Place;
import org.gradeline.story.UnreadJudgements.Unread;
import org.jspecify.annotations.Nullable;

/**
 * All that is known at a reporting date, of every council: what was published later is not in it.
 * Its figures are those that a run at this date publishes.
 */
final class Known {
  private final Reference reference;
  private final List<CouncilHistory> histories;
  private final List<String> sources;
  private final ReportingDate date;
  private final UnreadJudgements unread;
  private final DistributionTally distributions;
  private final StandingTally standings;
  private final RecoveryTally recoveries;
  private final WaitingTally waits;
  private final JointInspections joint;
  private final PublishedInspections published;
  private final Ratings ratings;

  // What many stories ask is found once.
  private final Map<Wait, Estimate> estimates = new HashMap<>();
  private final Map<Integer, Waiting> waiting = new HashMap<>();

  /** What tells waits for an inspection from others. */
  private record Wait(int scheme, String scale, int lowestRank) {}

  /**
   * An estimate of how long something takes, with what it is made from.
   *
   * @param exits how many were watched, and how their watch ended
   * @param estimate the estimate
   */
  record Estimate(Exits exits, KaplanMeier estimate) {}

  /**
   * @param reference the run's reference data
   * @param rebuilt the histories of all councils
   * @param date what counts
   * @param unread the judgements that could not be read
   */
  Known(
      Reference reference,
      PublishedRecords.Rebuilt rebuilt,
      ReportingDate date,
      UnreadJudgements unread) {
    this.reference = reference;
    this.histories = rebuilt.histories();
    this.sources = rebuilt.sources();
    this.date = date;
    this.unread = unread;
    this.distributions = new DistributionTally(reference, List.of(date));
    this.standings = new StandingTally(reference, date);
    this.recoveries = new RecoveryTally(reference, date);
    this.waits = new WaitingTally(reference, date);
    this.joint = JointInspections.of(histories);
    this.published = PublishedInspections.of(histories);
    this.ratings = new Ratings(reference, histories, date);
    for (CouncilHistory history : histories) {
      if (reference.counts(history.council())) {
        List.of(distributions, standings, recoveries, waits).forEach(tally -> tally.count(history));
      }
    }
    int schemes = reference.schemes().size();
    waits
        .waiting()
        .forEach(since -> waiting.put(since.council() * schemes + since.scheme(), since));
  }

  /** All inspections, in the order of their publication. */
  List<Published> published() {
    return published.all();
  }

  /** The inspections whose publication begins in a day, month or year, in its order. */
  List<Published> published(PartialDate date) {
    return published.in(date);
  }

  Reference reference() {
    return reference;
  }

  ReportingDate date() {
    return date;
  }

  /** The judgements of an inspection that could not be read, the same from two sources once. */
  Set<Unread> unread(Inspection inspection) {
    Set<Unread> found = new LinkedHashSet<>();
    for (Judgement judgement : inspection.judgements()) {
      Place place = new Place(sources.get(judgement.source()), judgement.lineNumber());
      for (Unread other : unread.at(place)) {
        Area area = reference.frameworks().get(inspection.framework()).area(other.area());
        if (area != null && inspection.judgement(area.position()) == null) {
          found.add(other);
        }
      }
    }
    return found;
  }

  /** The councils that were inspected together in a joint inspection; empty for one alone. */
  List<Council> together(Inspection inspection) {
    List<Council> all = reference.councils().all();
    return joint.together(inspection).stream().map(all::get).toList();
  }

  /** The other councils of a joint inspection; none for that of one alone. */
  List<Council> jointWith(Inspection inspection) {
    return together(inspection).stream()
        .filter(council -> council.position() != inspection.council())
        .toList();
  }

  /** The first day of the records, whatever the reporting date; null without any record. */
  @Nullable LocalDate firstDay() {
    return histories.stream()
        .map(CouncilHistory::merged)
        .flatMap(
            merged ->
                Stream.concat(
                    merged.inspections().stream().map(Inspection::published),
                    merged.visits().stream()
                        .map(visit -> visit.start() != null ? visit.start() : visit.published())))
        .filter(Objects::nonNull)
        .map(day -> new PartialDate(day.earliest()).toLocalDate())
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  StandingTally standings() {
    return standings;
  }

  CouncilHistory history(Council council) {
    return histories.get(council.position());
  }

  /** A council's ratings along a line that count, in order. */
  List<Step> steps(CouncilHistory history, Line line) {
    return ratings.steps(history, line);
  }

  Course course(Council council, Line line) {
    return ratings.course(council, line);
  }

  /** Councils by grade in a group of councils, the whole country among these. */
  Distribution distribution(Line line, Geography geography) {
    return distributions.at(0, reference.everyFramework(), line, geography);
  }

  /** The whole country. */
  Geography country() {
    return reference.geographies().stream()
        .filter(geography -> geography.level().equals(Geography.NATIONAL))
        .findFirst()
        .orElseThrow();
  }

  /** The region that a council is in; null when it is in none. */
  @Nullable Geography region(Council council) {
    return council.geographies(reference.everyFramework(), date.asAt()).stream()
        .filter(geography -> geography.level().equals(Geography.REGION))
        .findFirst()
        .orElse(null);
  }

  /** How long councils stay at the lowest grade of a line. */
  Estimate recovery(Line line) {
    return estimate(recoveries.exits(line));
  }

  private static Estimate estimate(SortedMap<Long, Exits> exits) {
    return new Estimate(
        exits.values().stream().reduce(Exits.NONE, Exits::plus), KaplanMeier.of(exits));
  }

  /** Since when a council waits for its next full inspection; null when it has had none. */
  @Nullable Waiting waiting(Council council, Scheme scheme) {
    return waiting.get(council.position() * reference.schemes().size() + scheme.position());
  }

  /** How long similar councils waited. */
  Estimate waits(Waiting since) {
    return estimates.computeIfAbsent(
        new Wait(since.scheme(), since.scale(), since.lowestRank()),
        made -> estimate(waits.exits(since)));
  }

  /** The ratings in force on a line, of all councils that count. */
  List<Step> inForce(Line line) {
    return ratings.inForce(line);
  }

  /**
   * The councils that came to a rating's grade in its direction, by a comparable step, in order.
   *
   * @param arrived the rating, which is of the line
   */
  List<Arrival> arrivals(Line line, Step arrived) {
    return ratings.arrivals(line, arrived);
  }
}
