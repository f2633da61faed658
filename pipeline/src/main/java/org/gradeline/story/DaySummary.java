package org.gradeline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gradeline.histories.Step;
import org.gradeline.reference.Council;
import org.gradeline.reference.Grade;
import org.gradeline.reference.PartialDate;
import org.gradeline.story.DayStory.Report;

/**
 * How many reports came out on a day or in a month, and what they said. The report of a joint
 * inspection counts once.
 *
 * @param date the day or month
 * @param reports its reports, for each council; at least one
 */
record DaySummary(PartialDate date, List<Report> reports) {

  List<String> sentences() {
    List<Report> all = counted(reports);
    List<String> sentences =
        new ArrayList<>(all.size() == 1 ? List.of(ofOne(all.get(0))) : ofSeveral(all));
    sentences.addAll(otherTests());
    return sentences;
  }

  /** Reports by council, those of one joint inspection once. */
  static List<Report> counted(List<Report> reports) {
    Set<List<?>> joint = new HashSet<>();
    return reports.stream()
        .filter(
            report ->
                report.together().isEmpty()
                    || joint.add(
                        List.of(names(report.together()), report.inspection().published())))
        .toList();
  }

  private static String names(List<Council> councils) {
    return Words.list(councils.stream().map(Council::name).toList());
  }

  private String start(int count) {
    return Words.capitalised(Words.count(count, "report", "reports"))
        + " came out "
        + Words.when(date);
  }

  private String ofOne(Report report) {
    Step main = report.main();
    String start =
        start(1)
            + (report.together().isEmpty() ? "" : ", on " + names(report.together()) + " together");
    return report.lines().get(0).scale().outcomes()
        ? start
            + "; the outcome for "
            + Grades.judged(main)
            + " was: "
            + Words.grade(main.grade())
            + "."
        : start
            + ", "
            + Words.grade(main.grade())
            + Grades.printed(main)
            + " for "
            + Grades.judged(main)
            + ".";
  }

  private List<String> ofSeveral(List<Report> all) {
    List<String> sentences = new ArrayList<>();
    Map<String, List<Report>> byJudged = new LinkedHashMap<>();
    all.forEach(
        report ->
            byJudged
                .computeIfAbsent(Grades.judged(report.main()), judged -> new ArrayList<>())
                .add(report));
    if (byJudged.size() == 1) {
      byJudged.forEach(
          (judged, same) ->
              sentences.add(start(all.size()) + ": " + byGrade(same) + " for " + judged + "."));
    } else {
      sentences.add(start(all.size()) + ".");
      byJudged.forEach(
          (judged, same) -> sentences.add(Words.capitalised(judged) + ": " + byGrade(same) + "."));
    }
    all.stream()
        .filter(report -> !report.together().isEmpty())
        .forEach(
            report -> sentences.add("One report is on " + names(report.together()) + " together."));
    return sentences;
  }

  /** {@code two good, two requiring improvement and one inadequate}. */
  private static String byGrade(List<Report> reports) {
    boolean outcomes = reports.get(0).lines().get(0).scale().outcomes();
    Map<Grade, List<Step>> byGrade = new TreeMap<>(Comparator.comparingInt(Grade::rank));
    reports.stream()
        .map(Report::main)
        .forEach(
            step -> byGrade.computeIfAbsent(step.grade(), grade -> new ArrayList<>()).add(step));
    List<String> parts = new ArrayList<>();
    byGrade.forEach(
        (grade, steps) ->
            parts.add(
                (outcomes
                        ? Words.grade(grade) + " (" + Words.number(steps.size()) + ")"
                        : Words.number(steps.size()) + " " + Words.gradeOfSeveral(grade))
                    + printed(steps)));
    return Words.list(parts);
  }

  /** {@code (printed as "Adequate")} where all reports at the grade have one other word for it. */
  private static String printed(List<Step> steps) {
    List<String> wordings = steps.stream().map(Grades::printed).distinct().toList();
    return wordings.size() == 1 ? wordings.get(0) : "";
  }

  /** Says how many of the grades before were given by another test. */
  private List<String> otherTests() {
    List<Step> followed =
        reports.stream().map(Report::main).filter(step -> step.previous() != null).toList();
    long others = followed.stream().filter(step -> !step.comparable()).count();
    if (others == 0) {
      return List.of();
    }
    String which =
        reports.size() == 1
            ? "it was"
            : others == reports.size()
                ? "each was"
                : Words.number(others) + " of them " + (others == 1 ? "was" : "were");
    return List.of("What " + which + " before was another test, so compare with care.");
  }
}
