package org.gradeline.cli.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gradeline.cli.messages.LinePrinter;
import org.gradeline.cli.messages.RevisionWords;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.checks.FirstNames;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.ReportingDate;
import org.gradeline.statistics.Distribution;
import org.gradeline.statistics.DistributionTally;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.statistics.Share;
import org.gradeline.tables.Check;
import org.gradeline.tables.RunView;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a run says on standard output when it is done. */
public final class Summary {
  private Summary() {}

  /** What a run has read, found and checked, line by line. */
  public static List<String> lines(Run.Outcome outcome) {
    List<String> lines = new ArrayList<>();
    RunTotals totals = outcome.totals();
    RunView view = outcome.view();
    Account account = totals.ledger().total();
    add(
        lines,
        "Records: %,d read = %,d accepted + %,d duplicate + %,d rejected",
        account.records().read(),
        account.records().accepted(),
        account.records().duplicate(),
        account.records().rejected());
    add(
        lines,
        "Judgements: %,d read = %,d rated + %,d not judged + %,d duplicate + %,d rejected",
        account.judgements().read(),
        account.judgements().rated(),
        account.judgements().notJudged(),
        account.judgements().duplicate(),
        account.judgements().rejected());
    add(
        lines,
        "Ratings: %,d. Visits: %,d. Councils: %,d, open: %,d.",
        account.judgements().rated(),
        totals.rows("visits"),
        view.reference().councils().all().size(),
        view.reference().councils().all().stream()
            .filter(council -> council.openOn(view.date().asAt()))
            .count());
    add(
        lines,
        "To look at: %,d repairs, %,d warnings, %,d conflicts.",
        totals.rows("repairs"),
        totals.rows("warnings"),
        totals.rows("conflicts"));
    if (!totals.unknownColumns().isEmpty()) {
      lines.add("Unknown columns, left out: " + FirstNames.of(totals.unknownColumns(), totals.hasMoreUnknownColumns()));
    }
    lines.add("As at " + view.date().asAt() + ", published by " + view.date().publishedBy() + ".");
    lines.addAll(distribution(totals.tally(DistributionTally.class), view));
    lines.add(RevisionWords.summary(outcome.staged().revisions(), " in quality/revisions.csv"));
    lines.add(checks(outcome.staged().checks()));
    return lines;
  }

  private static String checks(List<Check> checks) {
    List<String> failed = checks.stream().filter(Check::failed).map(Check::name).toList();
    return "Checks: %d passed, %d off, %d failed"
            .formatted(
                count(checks, Check.Result.PASSED), count(checks, Check.Result.OFF), failed.size())
        + (failed.isEmpty() ? "." : ": " + String.join(", ", failed) + " (quality/checks.csv).");
  }

  private static long count(List<Check> checks, Check.Result result) {
    return checks.stream().filter(check -> check.result() == result).count();
  }

  private static void add(List<String> lines, String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }

  /**
   * The first line's grades in the whole country, at the last reporting date beside the one a year
   * before.
   */
  private static List<String> distribution(DistributionTally tally, RunView view) {
    if (view.reference().lines().isEmpty()) {
      return List.of();
    }
    Line line = view.reference().lines().get(0);
    Geography country = view.country();
    List<Integer> dates = lastAndYearBefore(view);
    List<StringColumn> columns = new ArrayList<>();
    columns.add(StringColumn.create(LinePrinter.printable(country.name())));
    line.scale()
        .grades()
        .forEach(grade -> columns.get(0).append(LinePrinter.printable(grade.label())));
    columns.get(0).append(LinePrinter.printable(line.scale().passLabel()));
    for (int date : dates) {
      Distribution distribution = tally.at(date, view.reference().everyFramework(), line, country);
      StringColumn column = StringColumn.create(view.dates().get(date).asAt().toString());
      for (Grade grade : line.scale().grades()) {
        column.append(cell(distribution.byGrade().get(grade.rank() - 1), distribution.base()));
      }
      columns.add(
          column.append(
              cell(distribution.atOrAbove(line.scale().passMark()), distribution.base())));
    }
    Table table = Table.create(LinePrinter.printable(line.label()) + ": councils and percent");
    List<String> lines = new ArrayList<>();
    lines.add("");
    table
        .addColumns(columns.toArray(new StringColumn[0]))
        .print()
        .stripTrailing()
        .lines()
        .forEach(lines::add);
    lines.add("");
    return lines;
  }

  private static String cell(long councils, long base) {
    return base == 0
        ? "-"
        : String.format(Locale.ROOT, "%d (%.0f %%)", councils, Share.percent(councils, base));
  }

  private static List<Integer> lastAndYearBefore(RunView view) {
    List<ReportingDate> dates = view.dates();
    int last = dates.size() - 1;
    while (last > 0 && !view.reference().reportingDates().contains(dates.get(last))) {
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
}
