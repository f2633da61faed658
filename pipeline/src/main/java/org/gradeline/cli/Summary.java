package org.gradeline.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.gradeline.publishing.RunTotals;
import org.gradeline.statistics.Ledger.Account;

/** What a run tells when it is done. */
final class Summary {
  private Summary() {}

  static void print(Run.Outcome outcome, PrintWriter out) {
    RunTotals totals = outcome.totals();
    Account account = totals.ledger().total();
    line(
        out,
        "Records: %,d read = %,d accepted + %,d duplicate + %,d rejected",
        account.read(),
        account.accepted(),
        account.duplicate(),
        account.rejected());
    line(
        out,
        "Judgements: %,d read = %,d rated + %,d not judged + %,d duplicate + %,d rejected",
        account.judgementsRead(),
        account.rated(),
        account.notJudged(),
        account.judgementsDuplicate(),
        account.judgementsRejected());
    line(
        out,
        "Ratings: %,d. Visits: %,d. Councils: %,d, open: %,d.",
        account.rated(),
        totals.rows("visits"),
        outcome.view().reference().councils().all().size(),
        outcome.view().reference().councils().all().stream()
            .filter(council -> council.openOn(outcome.view().date().asAt()))
            .count());
    line(
        out,
        "To look at: %,d repairs, %,d warnings, %,d conflicts.",
        totals.rows("repairs"),
        totals.rows("warnings"),
        totals.rows("conflicts"));
    if (!totals.unknownColumns().isEmpty()) {
      out.println("Columns not known, and left out: " + String.join(", ", totals.unknownColumns()));
    }
    out.println(
        "As at "
            + outcome.view().date().asAt()
            + ", published by "
            + outcome.view().date().publishedBy()
            + ".");
  }

  private static void line(PrintWriter out, String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
