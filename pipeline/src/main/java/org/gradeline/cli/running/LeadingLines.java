package org.gradeline.cli.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scheme;
import org.gradeline.statistics.Distribution;
import org.gradeline.statistics.DistributionTally;
import org.gradeline.story.EndedGrade;
import org.gradeline.story.TextColumns;
import org.gradeline.story.Words;
import org.gradeline.tables.RunView;

/**
 * The lines that lead each scheme, in the whole country: how many councils pass at the last
 * reporting date, beside the one a year before.
 *
 * @param tally what was counted
 * @param view the view of the run
 */
record LeadingLines(DistributionTally tally, RunView view) {

  /** A table for each scheme that has grades, and why a line that led no longer does. */
  List<String> text() {
    List<String> text = new ArrayList<>();
    text.add("");
    text.add("Of the councils with a grade in " + view.country().name() + ":");
    for (Scheme scheme : view.reference().schemes()) {
      List<Line> lines = view.reference().leadingLines(scheme);
      if (!lines.isEmpty()) {
        text.addAll(table(scheme, lines));
        noLongerLeading(scheme, lines).ifPresent(text::add);
      }
    }
    return text;
  }

  private List<String> table(Scheme scheme, List<Line> lines) {
    List<String> passLabels =
        lines.stream().map(line -> line.scale().passLabel()).distinct().toList();
    boolean alike = passLabels.size() == 1;
    List<Integer> dates = lastAndYearBefore();
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("", dates, date -> view.dates().get(date).asAt().toString()));
    for (Line line : lines) {
      String label = line.label() + (alike ? "" : ": " + passes(line));
      rows.add(row("  " + label, dates, date -> cell(date, line)));
    }
    List<String> text = new ArrayList<>();
    text.add(scheme.label() + (alike ? ": " + passes(lines.get(0)) : ""));
    text.addAll(TextColumns.lines(rows));
    return text;
  }

  private static List<String> row(
      String label, List<Integer> dates, Function<Integer, String> cell) {
    return Stream.concat(Stream.of(label), dates.stream().map(cell)).toList();
  }

  private static String passes(Line line) {
    return line.scale().passLabel().toLowerCase(Locale.ROOT);
  }

  private String cell(int date, Line line) {
    Geography country = view.country();
    Distribution distribution = tally.at(date, view.reference().everyFramework(), line, country);
    return distribution.base() == 0
        ? "-"
        : Words.share(distribution.atOrAbove(line.scale().passMark()), distribution.base());
  }

  /**
   * The positions of the last reporting date and of the one a year before it, where there is one.
   */
  private List<Integer> lastAndYearBefore() {
    List<ReportingDate> dates = view.dates();
    Reference reference = view.reference();
    int last = dates.size() - 1;
    while (last > 0 && !reference.reportingDates().contains(dates.get(last))) {
      last--;
    }
    List<Integer> positions = new ArrayList<>();
    for (int date = 0; date < last; date++) {
      if (dates.get(date).asAt().equals(dates.get(last).asAt().minusYears(1))) {
        positions.add(date);
      }
    }
    positions.add(last);
    return positions;
  }

  /** Why the overall grade is not among them. */
  private Optional<String> noLongerLeading(Scheme scheme, List<Line> leading) {
    return view.reference().lines(scheme).stream()
        .filter(line -> line.isNamedGrade() && !leading.contains(line))
        .flatMap(line -> EndedGrade.noLongerLeads(line, view.date().asAt()).stream())
        .findFirst();
  }
}
