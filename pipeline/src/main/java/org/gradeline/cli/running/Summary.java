package org.gradeline.cli.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gradeline.cli.messages.Counted;
import org.gradeline.cli.messages.LinePrinter;
import org.gradeline.cli.messages.RevisionWords;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.checks.FirstNames;
import org.gradeline.statistics.DistributionTally;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.tables.Check;
import org.gradeline.tables.RunView;

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
    lines.add(
        "To look at: "
            + Counted.of(totals.rows("repairs"), "repair", "repairs")
            + ", "
            + Counted.of(totals.rows("warnings"), "warning", "warnings")
            + ", "
            + Counted.of(totals.rows("conflicts"), "conflict", "conflicts")
            + ".");
    if (!totals.unknownColumns().isEmpty()) {
      lines.add(
          "Unknown columns, left out: "
              + FirstNames.of(totals.unknownColumns(), totals.hasMoreUnknownColumns()));
    }
    if (!outcome.leftOut().isEmpty()) {
      lines.add("Left out: " + LeftOutWords.of(outcome.leftOut()));
    }
    lines.add("As at " + view.date().asAt() + ", published by " + view.date().publishedBy() + ".");
    new LeadingLines(outcome.result().tally(DistributionTally.class), view)
        .text()
        .forEach(line -> lines.add(LinePrinter.printable(line)));
    lines.add("");
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
}
