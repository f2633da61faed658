package org.gradeline.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.gradeline.reference.Council;
import org.gradeline.reference.Framework;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Scale;
import org.gradeline.reference.Scheme;
import org.gradeline.statistics.WaitingTally;
import org.gradeline.statistics.WaitingTally.Waiting;
import org.gradeline.story.Known.Estimate;

/** How long a council has waited for an inspection, and how long similar councils waited. */
final class WaitingSentences {
  private static final double QUARTER = 0.25;
  private static final double HALF = 0.5;
  private static final double THREE_QUARTERS = 0.75;

  private WaitingSentences() {}

  /** Sentences on a scheme; none where the council has had no full inspection. */
  static List<String> of(Council council, Scheme scheme, Known known) {
    Waiting waiting = known.waiting(council, scheme);
    if (waiting == null) {
      return List.of();
    }
    OptionalLong days = waiting.lastPublished().daysTo(PartialDate.of(known.date().asAt()));
    List<String> sentences = new ArrayList<>();
    sentences.add(since(council, waiting, days, known.date().asAt()));
    Estimate estimate = known.waits(waiting);
    if (waiting.lowestRank() > 0 && estimate.exits().total() > 0) {
      sentences.add(others(waiting, estimate, scheme, known));
    }
    return sentences;
  }

  private static String since(Council council, Waiting waiting, OptionalLong days, LocalDate asAt) {
    PartialDate start = waiting.lastStart();
    return (start == null
            ? "The report of " + council.name() + "'s last full inspection came out "
            : "The last full inspection of "
                + council.name()
                + " started "
                + Words.when(start)
                + ", and its report came out ")
        + Words.when(waiting.lastPublished())
        + (days.isEmpty() || days.getAsLong() <= 0 ? "" : before(days.getAsLong(), asAt))
        + ".";
  }

  /** {@code , 577 days (19 months) before 20 August 2026}. */
  private static String before(long days, LocalDate asAt) {
    String words = Words.days((double) days);
    String exact = days == 1 ? "1 day" : days + " days";
    return ", "
        + exact
        + (words.contains("day") ? "" : " (" + words + ")")
        + " before "
        + Words.date(asAt);
  }

  private static String others(Waiting waiting, Estimate estimate, Scheme scheme, Known known) {
    Scale scale =
        known.reference().frameworks().stream()
            .map(Framework::scale)
            .filter(candidate -> candidate.key().equals(waiting.scale()))
            .findFirst()
            .orElseThrow();
    String grade = Words.grade(scale.grade(waiting.lowestRank()));
    String start =
        "After reports since "
            + WaitingTally.FIRST_DAY.getYear()
            + " whose lowest "
            + scale.noun()
            + " was "
            + grade
            + " ("
            + estimate.exits().total()
            + "), ";
    List<String> parts = new ArrayList<>();
    add(parts, "an estimated quarter of the next full inspections had started", estimate, QUARTER);
    add(parts, "half", estimate, HALF);
    add(parts, "three quarters", estimate, THREE_QUARTERS);
    return start
        + (parts.isEmpty()
            ? "fewer than a quarter of the councils have been inspected again, too few to estimate"
                + " how long it takes"
            : Words.list(parts))
        + ". This describes the past and is not a schedule of "
        + possessive(scheme.inspectorate())
        + ".";
  }

  private static String possessive(String name) {
    return name + "'s";
  }

  private static void add(List<String> parts, String share, Estimate estimate, double quantile) {
    OptionalDouble days = estimate.estimate().quantile(quantile);
    if (days.isPresent()) {
      parts.add(share + " within " + Words.days(days.getAsDouble()));
    }
  }
}
