package org.gradeline.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.reference.Council;
import org.gradeline.reference.KnownPeriod;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scheme;
import org.gradeline.reference.VisitType;

/**
 * A council's visits, events without a grade, in sentences.
 *
 * @param council the council
 * @param scheme the scheme that they belong to
 * @param known what is known of all councils
 */
record Visits(Council council, Scheme scheme, Known known) {

  /** The visits that count, in order. */
  List<Visit> visits() {
    return known.history(council).merged().visits().stream()
        .filter(visit -> known.date().counts(visit.start(), visit.published()))
        .filter(visit -> isOwn(type(visit)))
        .toList();
  }

  /** What is known of visits at all, then each visit. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>(knownPeriods());
    List<Visit> visits = visits();
    visits.forEach(visit -> sentences.add(sentence(visit)));
    List<String> uncounted =
        visits.stream()
            .map(this::type)
            .filter(type -> !reference().countsVisits(type, scheme))
            .map(VisitType::key)
            .distinct()
            .toList();
    if (!uncounted.isEmpty()) {
      sentences.add(
          "Shown, and not counted in any figure, because it is not known whether these are all: "
              + Words.list(uncounted)
              + ".");
    }
    return sentences;
  }

  /** The first scheme tells of the visits that are of every scheme. */
  private boolean isOwn(VisitType type) {
    Scheme own = type.scheme();
    return own == null ? scheme.position() == 0 : own.position() == scheme.position();
  }

  private Reference reference() {
    return known.reference();
  }

  VisitType type(Visit visit) {
    return reference().visitTypes().get(visit.type());
  }

  /** The day of the story, or the last on which the council existed. */
  private LocalDate lastDay() {
    LocalDate asAt = known.date().asAt();
    LocalDate closed = council.closed();
    return closed == null || closed.isAfter(asAt) ? asAt : closed.minusDays(1);
  }

  /** {@code Visits are known from 1 April 2021 to 31 March 2025.} as far as the story goes. */
  private List<String> knownPeriods() {
    LocalDate last = lastDay();
    List<KnownPeriod> own =
        reference().knownPeriods().stream()
            .filter(
                period ->
                    reference().visitTypes().stream()
                        .anyMatch(type -> type.key().equals(period.event()) && isOwn(type)))
            .toList();
    Map<String, List<String>> events = new LinkedHashMap<>();
    for (KnownPeriod period : own) {
      if (!period.from().isAfter(last)) {
        LocalDate until = period.until().isAfter(last) ? last : period.until();
        events
            .computeIfAbsent(
                " are known from " + Words.date(period.from()) + " to " + Words.date(until) + ".",
                days -> new ArrayList<>())
            .add(period.event() + "s");
      }
    }
    if (events.isEmpty()) {
      return own.isEmpty()
          ? List.of()
          : List.of(
              last.isBefore(known.date().asAt())
                  ? "How many visits there were before it closed is not known."
                  : "How many visits there were by then is not known.");
    }
    List<String> sentences = new ArrayList<>();
    events.forEach(
        (days, visits) ->
            sentences.add(
                (events.size() == 1 ? "Visits" : Words.capitalised(Words.list(visits))) + days));
    return sentences;
  }

  private String sentence(Visit visit) {
    PartialDate day = visit.start() != null ? visit.start() : visit.published();
    return (day == null ? "There" : Words.capitalised(Words.when(day)) + " there")
        + " was "
        + Words.withArticle(type(visit).key())
        + (visit.theme().isEmpty() ? "" : ": \"" + visit.theme() + "\"")
        + "."
        + (visit.report().isEmpty() ? "" : " " + visit.report());
  }
}
