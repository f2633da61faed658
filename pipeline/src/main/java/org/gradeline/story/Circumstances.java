package org.gradeline.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gradeline.histories.Step;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.reference.Area;
import org.gradeline.reference.Council;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Line;
import org.gradeline.reference.PlannedChange;
import org.gradeline.reference.Scheme;
import org.gradeline.story.UnreadJudgements.Unread;

/**
 * What else must be said of a council: a judgement that could not be read, changes to come, and who
 * took over when it closed.
 *
 * @param council the council
 * @param known what is known of all councils
 */
record Circumstances(Council council, Known known) {

  /** What belongs right behind the paragraph that leads. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>(plannedChanges());
    if (!known.reference().counts(council)) {
      sentences.add(council.name() + " is left out of all counts.");
    }
    return sentences;
  }

  private LocalDate asAt() {
    return known.date().asAt();
  }

  /** Judgements of the scheme's last report that could not be read: grades before them are told. */
  List<String> unread(Scheme scheme) {
    Inspection last =
        known.history(council).merged().inspections().stream()
            .filter(inspection -> known.date().counts(inspection.start(), inspection.published()))
            .filter(inspection -> framework(inspection).scheme().position() == scheme.position())
            .reduce((earlier, later) -> later)
            .orElse(null);
    return last == null ? List.of() : unread(last);
  }

  private List<String> unread(Inspection last) {
    Map<String, Unread> byArea = new LinkedHashMap<>();
    known.unread(last).forEach(unread -> byArea.putIfAbsent(unread.area(), unread));
    List<String> sentences = new ArrayList<>();
    byArea.values().forEach(unread -> sentences.add(sentence(unread, last)));
    if (byArea.values().stream().anyMatch(unread -> isToldEarlier(unread, last))) {
      sentences.add(
          "An earlier "
              + framework(last).scale().noun()
              + " is told instead"
              + (byArea.size() == 1 ? "." : ", where there is one."));
    }
    return sentences;
  }

  /** Whether a line has an earlier rating in force for a judgement that could not be read. */
  private boolean isToldEarlier(Unread unread, Inspection last) {
    return lines(unread, framework(last))
        .anyMatch(line -> known.course(council, line).inForce() != null);
  }

  private Stream<Line> lines(Unread unread, Framework framework) {
    return known.reference().lines().stream()
        .filter(
            line -> {
              Line.Member member = line.member(framework);
              return member != null && member.area().key().equals(unread.area());
            });
  }

  private Framework framework(Inspection inspection) {
    return known.reference().frameworks().get(inspection.framework());
  }

  private String sentence(Unread unread, Inspection inspection) {
    Framework framework = framework(inspection);
    Area area = Objects.requireNonNull(framework.area(unread.area()));
    String judged =
        lines(unread, framework)
            .map(line -> line.member(framework))
            .map(member -> Objects.requireNonNull(member).judged())
            .findFirst()
            .orElse(area.label());
    return "The report of "
        + Words.date(inspection.published())
        + " has another judgement, on "
        + judged
        + ", which could not be read: \""
        + unread.printed()
        + "\" is not "
        + Words.withArticle(framework.scale().noun())
        + " ("
        + unread.place().source()
        + ", line "
        + unread.place().lineNumber()
        + (unread.suggestion().isEmpty() ? "" : "; did it mean \"" + unread.suggestion() + "\"?")
        + ").";
  }

  private List<String> plannedChanges() {
    Map<String, List<String>> successors = new LinkedHashMap<>();
    for (PlannedChange change : known.reference().plannedChanges()) {
      if (change.predecessor() == council.position()
          && !change.known().isAfter(asAt())
          && change.date().isAfter(asAt())) {
        String when = "on " + Words.date(change.date());
        String source = change.source().isEmpty() ? "" : " (" + change.source() + ")";
        successors.computeIfAbsent(when + source, key -> new ArrayList<>()).add(change.successor());
      }
    }
    return successors.entrySet().stream()
        .map(
            change ->
                council.name()
                    + " is to close, and "
                    + Words.list(change.getValue())
                    + " to take over, "
                    + change.getKey()
                    + ".")
        .toList();
  }

  /** Who took over, and how they are rated now. */
  List<String> successors(Scheme scheme) {
    List<Council> successors =
        known.reference().successors().getOrDefault(council.position(), List.of());
    if (successors.isEmpty()) {
      return List.of();
    }
    LocalDate closed = Objects.requireNonNull(council.closed());
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "On "
            + Words.date(closed)
            + " its area passed to "
            + Words.list(successors.stream().map(Council::name).toList())
            + (successors.size() == 1
                ? ", which"
                : successors.size() == 2 ? ", which both" : ", which all")
            + " started without a rating.");
    successors.forEach(successor -> sentences.add(rated(successor, scheme)));
    return sentences;
  }

  private String rated(Council successor, Scheme scheme) {
    List<Step> steps =
        known.reference().leadingLines(scheme).stream()
            .map(line -> known.course(successor, line).inForce())
            .filter(Objects::nonNull)
            .map(Step.class::cast)
            .toList();
    String start =
        "As at " + Words.date(asAt()) + ", " + successor.name() + " (" + successor.laCode() + ") ";
    if (steps.isEmpty()) {
      return start
          + "has no "
          + known.reference().leadingLines(scheme).get(0).scale().noun()
          + " yet.";
    }
    Step last =
        steps.stream()
            .max(Comparator.comparing(step -> step.inspection().published()))
            .orElseThrow();
    return start
        + "is "
        + Grades.rated(steps)
        + " (report of "
        + Words.date(last.inspection().published())
        + ").";
  }
}
