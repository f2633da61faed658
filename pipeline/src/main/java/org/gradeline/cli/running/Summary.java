package org.gradeline.cli.running;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** What a run prints on standard output when it is done. */
public final class Summary {
  private Summary() {}

  /** Prints what a run has read, found and checked. */
  public static void print(Run.Outcome outcome, PrintWriter out) {
    RunTotals totals = outcome.totals();
    RunView view = outcome.view();
    Account account = totals.ledger().total();
    line(
        out,
        "Records: %,d read = %,d accepted + %,d duplicate + %,d rejected",
        account.records().read(),
        account.records().accepted(),
        account.records().duplicate(),
        account.records().rejected());
    line(
        out,
        "Judgements: %,d read = %,d rated + %,d not judged + %,d duplicate + %,d rejected",
        account.judgements().read(),
        account.judgements().rated(),
        account.judgements().notJudged(),
        account.judgements().duplicate(),
        account.judgements().rejected());
    line(
        out,
        "Ratings: %,d. Visits: %,d. Councils: %,d, open: %,d.",
        account.judgements().rated(),
        totals.rows("visits"),
        view.reference().councils().all().size(),
        view.reference().councils().all().stream()
            .filter(council -> council.openOn(view.date().asAt()))
            .count());
    line(
        out,
        "To look at: %,d repairs, %,d warnings, %,d conflicts.",
        totals.rows("repairs"),
        totals.rows("warnings"),
        totals.rows("conflicts"));
    if (!totals.unknownColumns().isEmpty()) {
      out.println("Unknown columns, left out: " + FirstNames.of(totals.unknownColumns(), totals.hasMoreUnknownColumns()));
    }
    out.println(
        "As at " + view.date().asAt() + ", published by " + view.date().publishedBy() + ".");
    printDistribution(totals.tally(DistributionTally.class), view, out);
    out.println(RevisionWords.summary(outcome.staged().revisions(), " in quality/revisions.csv"));
    out.println(checks(outcome.staged().checks()));
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

  private static void line(PrintWriter out, String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  /**
   * The first line's grades in the whole country, at the last reporting date beside the one a year
   * before.
   */
  private static void printDistribution(DistributionTally tally, RunView view, PrintWriter out) {
    if (view.reference().lines().isEmpty()) {
      return;
    }
    Line line = view.reference().lines().get(0);
    Geography country = view.country();
    List<Integer> dates = lastAndYearBefore(view);
    List<StringColumn> columns = new ArrayList<>();
    columns.add(StringColumn.create(country.name()));
    line.scale().grades().forEach(grade -> columns.get(0).append(grade.label()));
    columns.get(0).append(line.scale().passLabel());
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
    Table table = Table.create(line.label() + ": councils and percent");
    out.println();
    out.println(table.addColumns(columns.toArray(new StringColumn[0])).print().stripTrailing());
    out.println();
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
