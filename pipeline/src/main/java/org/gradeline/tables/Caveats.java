package org.gradeline.tables;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Grade;
import org.gradeline.reference.KnownPeriod;
import org.gradeline.reference.Line;
import org.gradeline.reference.Line.Member;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scale;
import org.gradeline.reference.Vintage;
import org.gradeline.reference.VisitType;
import org.gradeline.reference.Wording;

/** The caveats of the tables. Each is written once, for all tables that it applies to. */
public final class Caveats {
  /** Grades of two frameworks are compared with care. */
  public static final Caveat DIFFERENT_TESTS =
      Caveat.always(
          "Frameworks are different tests, and what they judge under one line differs. Compare"
              + " grades of two frameworks with care: README.md says under 'line' what each of them"
              + " judged.");

  /** What each framework judged under one line, where that differs. */
  public static final Caveat WHAT_WAS_JUDGED = Caveats::whatWasJudged;

  /** Lines of different scales have nothing to compare. */
  public static final Caveat SCALES_NEVER_COMPARE = Caveats::scales;

  /** Areas are judged by some inspections of a framework alone. */
  public static final Caveat AREAS_COME_AND_GO = Caveats::areas;

  /** The word that was printed can be another one than the grade. */
  public static final Caveat PRINTED_WORDS = Caveats::printedWords;

  static final Caveat RANKS =
      Caveat.always("Ranks are an order and not a measure: do not calculate averages of them.");

  /** How many visits there were is known in some years alone. */
  public static final Caveat KNOWN_VISITS = Caveats::knownVisits;

  /** Percentages of few councils say little. */
  public static final Caveat SMALL_BASES =
      Caveat.always(
          "Bases can be small. Read a percentage with its base and its limits: 95 % Wilson score"
              + " intervals, which are wide where the base is small.");

  /** Groups are as they were. */
  public static final Caveat GROUPINGS =
      reference ->
          Stream.concat(
                  Stream.of(
                      "A council counts in the group that it was in on the day, so groups can"
                          + " change from one day to the next without any new grade. Being in a"
                          + " group, such as a deprivation fifth, is not the cause of a grade."),
                  vintage(reference, "groupings.csv"))
              .toList();

  /** Some dates are not complete yet. */
  public static final Caveat PROVISIONAL =
      Caveat.always(
          "Figures are provisional where counted_to is before published_by: reports that will count"
              + " can still come out. Compare two dates only when both are complete.");

  /** Councils close, and new ones begin without ratings. */
  public static final Caveat CLOSED_COUNCILS =
      Caveat.always(
          "A council that closed is left out from that day, and a council that took over starts"
              + " without a rating. A council that only got a new code is the same council.");

  static final Caveat DAYS_UNKNOWN =
      Caveat.always(
          "A date that is known only to its month or year is as printed and gives no days: those"
              + " cells are blank.");

  static final Caveat WHENEVER_PUBLISHED =
      Caveat.always(
          "Has everything that was accepted, also what was published after the run's as_at. All"
              + " other tables have what counts at their date.");

  static final Caveat YEAR_COUNTS_LATER_REPORTS =
      Caveat.always(
          "A year counts the reports that were out by the published_by of its reporting date. So"
              + " the report of the rating in force can be of a day after 31 March.");

  static final Caveat ANY_BETTER_GRADE =
      Caveat.always(
          "Any better grade counts as recovery, also one below the pass mark. A spell that goes on,"
              + " or that ends without a better grade, is censored: it counts for as long as it was"
              + " watched.");

  static final Caveat NO_SCHEDULE =
      Caveat.always(
          "When an inspectorate comes depends on more than the time and the grade, so an estimate"
              + " is not a date. It treats all inspections of the same lowest grade alike, whatever"
              + " the council.");

  static final Caveat INSPECTED_AGAIN_ALONE =
      Caveat.always(
          "Only councils that were inspected again are counted, and inspectorates return to some of"
              + " them sooner.");

  static final Caveat TWO_RATINGS =
      Caveat.always(
          "Only councils with two ratings or more whose last is in force are counted: compare the"
              + " counts with councils, and not with all councils of the country.");

  static final Caveat LAST_YEARS_INCOMPLETE =
      Caveat.always(
          "The latest years are incomplete until the reports of all their inspections are out.");

  static final Caveat FEW_FINDINGS =
      Caveat.always(
          "Only records with findings are counted. Most records have none, which says nothing about"
              + " the councils.");

  /** Who the neighbours are, and since when. */
  public static final Caveat NEIGHBOURS =
      reference ->
          Stream.concat(
                  Stream.of(
                      "Neighbours are like a council in its children and families, not in its"
                          + " services. They are the same for every day and year, and neighbours"
                          + " that are closed are left out."),
                  vintage(reference, "statistical_neighbours.csv"))
              .toList();

  /** Figures of other statistics explain nothing by themselves. */
  static final Caveat CONTEXT =
      reference ->
          Stream.concat(
                  Stream.of(
                      "A figure of another statistic beside a grade is not the cause of it."
                          + " README.md has the source and the caveat of every measure under"
                          + " 'measure'."),
                  reference.vintages().keySet().stream()
                      .filter(file -> file.startsWith("context/"))
                      .sorted()
                      .flatMap(file -> vintage(reference, file)))
              .toList();

  private Caveats() {}

  /** How old a file of reference data is; nothing where that is unknown. */
  private static Stream<String> vintage(Reference reference, String file) {
    Vintage vintage = reference.vintages().get(file);
    if (vintage == null || vintage.asAt() == null) {
      return Stream.empty();
    }
    String caveat = vintage.caveat().isEmpty() ? "" : " " + sentence(vintage.caveat());
    return Stream.of(
        sentence(file + " is of " + vintage.asAt() + " (" + vintage.source() + ")") + caveat);
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  private static List<String> whatWasJudged(Reference reference) {
    return reference.lines().stream()
        .filter(line -> line.members().stream().map(Member::judged).distinct().count() > 1)
        .map(
            line ->
                "The line "
                    + line.key()
                    + " follows different judgements: "
                    + line.members().stream()
                        .collect(
                            groupingBy(
                                Member::judged,
                                LinkedHashMap::new,
                                mapping(member -> member.framework().key(), joining(" and "))))
                        .entrySet()
                        .stream()
                        .map(judged -> judged.getValue() + " judged " + judged.getKey())
                        .collect(joining("; "))
                    + ".")
        .toList();
  }

  private static List<String> scales(Reference reference) {
    Map<String, List<Line>> byScale = new LinkedHashMap<>();
    for (Line line : reference.lines()) {
      byScale.merge(
          line.scale().key(),
          List.of(line),
          (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }
    if (byScale.size() < 2) {
      return List.of();
    }
    return List.of(
        "Lines with different scales are different measures and never compare: "
            + byScale.values().stream()
                .map(lines -> lines.stream().map(Line::key).collect(joining(", ")))
                .collect(joining("; "))
            + ".");
  }

  /** Areas that a framework began or stopped to judge, with the lines that follow them. */
  private static List<String> areas(Reference reference) {
    return reference.frameworks().stream()
        .flatMap(
            framework ->
                framework.areas().stream()
                    .filter(area -> area.from() != null || area.until() != null)
                    .map(
                        area ->
                            framework.key()
                                + ": "
                                + area.key()
                                + " is judged "
                                + area.window()
                                + "."
                                + (area.until() == null
                                    ? ""
                                    : " A later inspection does not judge it, and ends the grade"
                                        + " before it: its line is no longer judged.")))
        .toList();
  }

  /** Words that reports printed for a grade, and that are not in its name. */
  private static List<String> printedWords(Reference reference) {
    Map<String, List<String>> frameworks = new LinkedHashMap<>();
    for (Framework framework : reference.frameworks()) {
      // A scale of numbers, which areas may have of their own, needs no words.
      framework.wordings().entrySet().stream()
          .filter(wording -> wording.getValue() != Scale.NOT_JUDGED)
          .filter(wording -> isAnotherWord(framework, wording.getKey(), wording.getValue()))
          .map(
              wording ->
                  "'"
                      + wording.getKey()
                      + "' for "
                      + framework.scale().grade(wording.getValue()).key())
          .sorted()
          .forEach(
              words ->
                  frameworks.computeIfAbsent(words, key -> new ArrayList<>()).add(framework.key()));
    }
    return frameworks.entrySet().stream()
        .map(
            words ->
                "Reports of "
                    + String.join(", ", words.getValue())
                    + " print "
                    + words.getKey()
                    + ": the column wording of tables/ratings.csv has the printed word.")
        .toList();
  }

  private static boolean isAnotherWord(Framework framework, String wording, int rank) {
    Grade grade = framework.scale().grade(rank);
    String printed = wording.replace('_', ' ');
    return !printed.contains(grade.key().replace('_', ' '))
        && !printed.contains(Wording.of(grade.label()));
  }

  private static List<String> knownVisits(Reference reference) {
    Map<String, List<String>> periods =
        reference.knownPeriods().stream()
            .collect(
                groupingBy(
                    period -> "from " + period.from() + " to " + period.until() + " alone",
                    LinkedHashMap::new,
                    mapping(KnownPeriod::event, toList())));
    Stream<String> known =
        periods.entrySet().stream()
            .map(
                period ->
                    "All visits of these types are known "
                        + period.getKey()
                        + ": "
                        + String.join(", ", period.getValue())
                        + ". Outside these days their number is unknown: a blank is not zero.");
    List<String> events = reference.knownPeriods().stream().map(KnownPeriod::event).toList();
    List<String> others =
        reference.visitTypes().stream()
            .map(VisitType::key)
            .filter(key -> !events.contains(key))
            .toList();
    Stream<String> unknown =
        others.isEmpty()
            ? Stream.empty()
            : Stream.of(
                "Of these types only some visits are known, so that they are listed and not"
                    + " counted: "
                    + String.join(", ", others)
                    + ".");
    return Stream.concat(known, unknown).toList();
  }
}
