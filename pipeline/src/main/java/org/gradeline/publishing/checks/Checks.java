package org.gradeline.publishing.checks;

import static org.gradeline.publishing.checks.LimitCheck.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.gradeline.publishing.checks.RunFigures.GradedCouncils;
import org.gradeline.reference.Gate;
import org.gradeline.reference.Gate.Figure;
import org.gradeline.reference.Gates;
import org.gradeline.reference.Severity;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.statistics.Share;
import org.gradeline.statistics.ThemeTally;
import org.gradeline.tables.CellWriter;
import org.gradeline.tables.Check;
import org.gradeline.tables.Check.Result;
import org.gradeline.tables.Revision.Kind;

/**
 * Holds the figures of a run to their limits: the gates that are set, the one that is always on,
 * and what a person should look at.
 */
public final class Checks {
  private final RunFigures figures;
  private final Gates gates;
  private final Requirements requirements;

  private Checks(RunFigures figures, Requirements requirements) {
    this.figures = figures;
    this.gates = requirements.gates();
    this.requirements = requirements;
  }

  /** All checks of a run, by name. */
  public static List<Check> of(RunFigures figures, Requirements requirements) {
    return new Checks(figures, requirements).all();
  }

  private List<Check> all() {
    List<Check> checks = new ArrayList<>();
    checks.add(ledger());
    checks.add(acceptedRecords());
    checks.add(rejectedPercent());
    checks.add(rejectedJudgements());
    checks.add(conflictPercent());
    checks.addAll(councilsGraded());
    checks.add(ratingsVanished());
    checks.addAll(AgeChecks.of(figures, requirements));
    long rejected = figures.account().records().rejected();
    checks.add(
        LimitCheck.none(
            "rejected_records",
            rejected,
            count(rejected, "record was", "records were") + " rejected",
            "quality/rejected.csv"));
    checks.add(
        LimitCheck.none(
            "conflicts",
            figures.conflicts(),
            count(figures.conflicts(), "judgement is", "judgements are") + " in conflict",
            "quality/conflicts.csv"));
    checks.add(
        named(
            "unknown_columns",
            figures.unknownColumns(),
            figures.moreUnknownColumns(),
            "every column is known",
            "not known, and left out: "));
    checks.add(
        named(
            "sources_without_records",
            figures.emptySources(),
            false,
            "every source has records",
            "without a record: "));
    if (figures.findingsLeftOut() > 0) {
      checks.add(themes());
    }
    String unreadable = figures.revisions().unreadable();
    if (unreadable != null) {
      checks.add(earlierReports(unreadable));
    }
    checks.sort(Comparator.comparing(Check::name));
    return List.copyOf(checks);
  }

  private static Check named(
      String name, List<String> names, boolean more, String none, String some) {
    return LimitCheck.none(
        name, names.size(), names.isEmpty() ? none : some + FirstNames.of(names, more), "run.json");
  }

  /** What was lost is found before anything is staged; the table says that nothing was. */
  private Check ledger() {
    Account account = figures.account();
    long lost =
        account.records().read()
            - account.records().accepted()
            - account.records().duplicate()
            - account.records().rejected();
    String message =
        String.format(
            Locale.ROOT,
            "%,d records read = %,d accepted + %,d duplicate + %,d rejected",
            account.records().read(),
            account.records().accepted(),
            account.records().duplicate(),
            account.records().rejected());
    return LimitCheck.of(
        "ledger", Severity.ERROR, lost == 0, Long.toString(lost), 0, message, message, "run.json");
  }

  /** Reports are never replaced by nothing, whatever gates are set. */
  private Check acceptedRecords() {
    long accepted = figures.account().records().accepted();
    long earlier = figures.revisions().earlierRatings();
    String message = count(accepted, "record was", "records were") + " accepted";
    String reportedMessage =
        message
            + (earlier == 0
                ? ""
                : ", and the last reports have " + count(earlier, "rating", "ratings"));
    return LimitCheck.of(
        "accepted_records",
        Severity.ERROR,
        accepted > 0 || earlier == 0,
        Long.toString(accepted),
        1,
        message,
        reportedMessage,
        "quality/rejected.csv");
  }

  private Check rejectedPercent() {
    Account account = figures.account();
    double percent = percent(account.records().rejected(), account.records().read());
    return gate(
        Figure.REJECTED_PERCENT,
        percent,
        CellWriter.plain(percent) + " % of the records were rejected",
        "quality/rejected.csv");
  }

  /** With or without a limit, a judgement that is lost is reported. */
  private Check rejectedJudgements() {
    long rejected = figures.rejectedJudgements();
    String message = count(rejected, "judgement was", "judgements were") + " rejected";
    String place = "quality/rejected.csv";
    Figure figure = Figure.REJECTED_JUDGEMENTS;
    return gates.of(figure) == null
        ? LimitCheck.none(figure.key(), rejected, message, place)
        : gate(figure, (double) rejected, message, place);
  }

  private Check conflictPercent() {
    double percent = percent(figures.conflicts(), figures.account().judgements().read());
    return gate(
        Figure.CONFLICT_PERCENT,
        percent,
        CellWriter.plain(percent) + " % of the judgements are in conflict",
        "quality/conflicts.csv");
  }

  /**
   * One check for each scheme. A gate that names no scheme is for the one that grades the most
   * councils, so that a new scheme cannot take it over, wherever its file comes in the alphabet.
   */
  private List<Check> councilsGraded() {
    List<Check> checks = new ArrayList<>();
    GradedCouncils largest = null;
    for (GradedCouncils graded : figures.graded()) {
      largest = largest == null || graded.councils() > largest.councils() ? graded : largest;
    }
    for (GradedCouncils graded : figures.graded()) {
      String name = Figure.COUNCILS_GRADED.key();
      Gate gate = gates.of(Figure.COUNCILS_GRADED, graded.scheme());
      if (graded.equals(largest)) {
        gate = gate == null ? gates.of(Figure.COUNCILS_GRADED) : gate;
      } else {
        name += ":" + graded.scheme();
      }
      String message =
          count(graded.councils(), "open council has", "open councils have")
              + " a grade on a leading line of the scheme "
              + graded.scheme();
      checks.add(
          LimitCheck.gate(name, gate, (double) graded.councils(), message, "tables/latest.csv"));
    }
    return checks;
  }

  private Check ratingsVanished() {
    long removed = figures.revisions().count(Kind.REMOVED);
    return gate(
        Figure.RATINGS_VANISHED,
        (double) removed,
        count(removed, "earlier rating is", "earlier ratings are") + " gone",
        "quality/revisions.csv");
  }

  private Check gate(Figure figure, double value, String message, String place) {
    return LimitCheck.gate(figure.key(), gates.of(figure), value, message, place);
  }

  /** Only where there are too many, which no honest file has. */
  private Check themes() {
    String message =
        String.format(
            Locale.ROOT,
            "the table has the first %,d themes in alphabetical order; %s of other themes",
            ThemeTally.MAX_THEMES,
            count(figures.findingsLeftOut(), "finding is", "findings are"));
    return LimitCheck.none(
        "findings_left_out", figures.findingsLeftOut(), message, "tables/themes.csv");
  }

  private static Check earlierReports(String unreadable) {
    String message = "the earlier reports could not be compared with: " + unreadable;
    return new Check(
        "earlier_reports",
        Severity.WARNING,
        Result.FAILED,
        "",
        OptionalDouble.empty(),
        message,
        message,
        "tables/ratings.csv");
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 0 : Share.percent(part, whole);
  }
}
