package org.gradeline.cli.running;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.gradeline.cli.messages.RevisionWords;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.checks.FirstNames;
import org.gradeline.statistics.DistributionTally;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.tables.Check;
import org.gradeline.tables.RunView;

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
      out.println("Unknown columns, left out: " + FirstNames.of(totals.unknownColumns()));
    }
    out.println(
        "As at " + view.date().asAt() + ", published by " + view.date().publishedBy() + ".");
    new LeadingLines(totals.tally(DistributionTally.class), view).text().forEach(out::println);
    out.println();
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
}
