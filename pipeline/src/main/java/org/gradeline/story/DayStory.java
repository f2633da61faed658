package org.gradeline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Step;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.reference.Council;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scheme;
import org.gradeline.story.PublishedInspections.Published;
import org.jspecify.annotations.Nullable;

/**
 * The story of a day or a month: the reports that came out, what they said, and what each council
 * was rated before.
 *
 * @param date the day or month
 * @param lines the lines that it tells of
 * @param known what is known of all councils
 */
record DayStory(PartialDate date, List<Line> lines, Known known) {

  /**
   * A report that came out.
   *
   * @param council the council
   * @param inspection its inspection
   * @param steps the ratings that it gave, the one that sums it up first
   * @param lines the line of each of them
   * @param together all councils of a joint inspection; empty for that of one alone
   */
  record Report(
      Council council,
      Inspection inspection,
      List<Step> steps,
      List<Line> lines,
      List<Council> together) {

    /** The rating that sums the report up: the first. */
    Step main() {
      return steps.get(0);
    }
  }

  /** The chapters: what came out, then each report. */
  List<Chapter> chapters() {
    List<Report> reports = reports();
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(
        Chapter.of(
            Words.date(date),
            reports.isEmpty() ? nothing() : new DaySummary(date, reports).sentences()));
    reports.forEach(report -> chapters.add(chapter(report)));
    return chapters;
  }

  /** The reports, in the order of the day, then of the councils' names. */
  List<Report> reports() {
    return reports(
        known.published(date).stream()
            .filter(published -> published.inspection().published().latest() <= date.latest()));
  }

  /** Reports with a grade. */
  private List<Report> reports(Stream<Published> which) {
    List<Report> reports = new ArrayList<>();
    which
        .filter(published -> counts(published.inspection()))
        .map(published -> report(published.history(), published.inspection()))
        .filter(report -> !report.steps().isEmpty())
        .forEach(reports::add);
    reports.sort(
        Comparator.comparing((Report report) -> report.inspection().published())
            .thenComparing(report -> report.council().name()));
    return reports;
  }

  private boolean counts(Inspection inspection) {
    return known.date().counts(inspection.start(), inspection.published());
  }

  private Report report(CouncilHistory history, Inspection inspection) {
    Reference reference = known.reference();
    List<Step> steps = new ArrayList<>();
    List<Line> rated = new ArrayList<>();
    for (Line line : summingUpFirst(reference, inspection)) {
      known.steps(history, line).stream()
          .filter(step -> step.inspection().equals(inspection))
          .forEach(
              step -> {
                steps.add(step);
                rated.add(line);
              });
    }
    return new Report(history.council(), inspection, steps, rated, known.together(inspection));
  }

  /**
   * The line that sums an inspection up has a name for its grade; else those that lead come first.
   */
  private List<Line> summingUpFirst(Reference reference, Inspection inspection) {
    Scheme scheme = reference.frameworks().get(inspection.framework()).scheme();
    List<Line> leading = reference.leadingLines(scheme);
    return lines.stream()
        .filter(line -> line.scheme().position() == scheme.position())
        .sorted(
            Comparator.comparing((Line line) -> !line.isNamedGrade())
                .thenComparingInt(
                    line -> leading.contains(line) ? leading.indexOf(line) : leading.size()))
        .toList();
  }

  private Chapter chapter(Report report) {
    List<String> sentences = new ArrayList<>();
    Step main = report.main();
    String event = Grades.event(main, report.council().name(), report.lines().get(0));
    sentences.add(event + compared(main) + ".");
    List<String> others =
        report.steps().stream()
            .filter(step -> !step.member().area().equals(main.member().area()))
            .map(DayStory::judgement)
            .distinct()
            .toList();
    if (!others.isEmpty()) {
      sentences.add(Words.capitalised(String.join("; ", others)) + ".");
    }
    String link = report.inspection().report();
    if (!link.isEmpty()) {
      sentences.add(link);
    }
    return Chapter.of(report.council().name() + " (" + report.council().laCode() + ")", sentences);
  }

  private static String judgement(Step step) {
    return Grades.judged(step)
        + ": "
        + Words.grade(step.grade())
        + Grades.printed(step)
        + compared(step);
  }

  /**
   * {@code , two grades down from good (12 March 2010, for safeguarding services: another test)}.
   */
  private static String compared(Step step) {
    Step previous = step.previous();
    String direction = ", " + Grades.direction(step);
    if (previous == null) {
      return direction;
    }
    String judged = Grades.judged(previous);
    return direction
        + (step.grade().equals(previous.grade()) ? "" : " from " + Words.grade(previous.grade()))
        + " ("
        + Words.date(previous.inspection().published())
        + (judged.equals(Grades.judged(step)) ? "" : ", for " + judged)
        + (step.comparable() ? "" : ": another test")
        + ")";
  }

  /** No report came out: the days nearest to it on which some did. */
  private List<String> nothing() {
    NavigableMap<PartialDate, List<Report>> days = new TreeMap<>();
    reports(
            known.published().stream()
                .filter(published -> published.inspection().published().isFull()))
        .forEach(
            report ->
                days.computeIfAbsent(report.inspection().published(), day -> new ArrayList<>())
                    .add(report));
    List<String> nearest = new ArrayList<>();
    addDay(nearest, days.lowerEntry(new PartialDate(date.earliest())));
    addDay(nearest, days.higherEntry(new PartialDate(date.latest())));
    return List.of(
        "These records have no report with "
            + Words.withArticle(noun())
            + " that came out "
            + Words.when(date)
            + (nearest.size() == 1
                ? ". The nearest day with reports is "
                : ". The nearest days with reports are ")
            + Words.list(nearest)
            + ".");
  }

  private String noun() {
    return lines.stream().allMatch(line -> line.scale().outcomes()) ? "outcome" : "grade";
  }

  private static void addDay(
      List<String> nearest, Map.@Nullable Entry<PartialDate, List<Report>> day) {
    if (day != null) {
      int count = DaySummary.counted(day.getValue()).size();
      nearest.add(Words.date(day.getKey()) + " (" + Words.count(count, "report", "reports") + ")");
    }
  }
}
