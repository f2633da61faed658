package org.gradeline.publishing.checks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
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
 * Holds the figures of a run to their limits: the gates that are set, the one that always stands,
 * and what a person should look at.
 */
public final class Checks {
  private final RunFigures figures;
  private final Gates gates;
  private final LocalDate today;

  private Checks(RunFigures figures, Gates gates, LocalDate today) {
    this.figures = figures;
    this.gates = gates;
    this.today = today;
  }

  /**
   * All checks of a run, by name.
   *
   * @param today the day from which the age of records counts
   */
  public static List<Check> of(RunFigures figures, Gates gates, LocalDate today) {
    return new Checks(figures, gates, today).all();
  }

  private List<Check> all() {
    List<Check> checks = new ArrayList<>();
    checks.add(ledger());
    checks.add(acceptedRecords());
    checks.add(rejectedPercent());
    checks.add(conflictPercent());
    checks.add(councilsGraded());
    checks.add(ratingsVanished());
    checks.add(newestRecord());
    long rejected = figures.account().records().rejected();
    checks.add(
        none(
            "rejected_records",
            rejected,
            count(rejected, "record was", "records were") + " rejected",
            "quality/rejected.csv"));
    checks.add(
        none(
            "conflicts",
            figures.conflicts(),
            count(figures.conflicts(), "judgement is", "judgements are") + " in conflict",
            "quality/conflicts.csv"));
    checks.add(
        none(
            "unknown_columns",
            figures.unknownColumns().size(),
            figures.unknownColumns().isEmpty()
                ? "every column is known"
                : "not known, and left out: "
                    + FirstNames.of(figures.unknownColumns(), figures.moreUnknownColumns()),
            "run.json"));
    checks.add(
        none(
            "sources_without_records",
            figures.emptySources().size(),
            figures.emptySources().isEmpty()
                ? "every source has records"
                : "without a record: " + FirstNames.of(figures.emptySources()),
            "run.json"));
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
    return check(
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
    return check(
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

  private Check conflictPercent() {
    double percent = percent(figures.conflicts(), figures.account().judgements().read());
    return gate(
        Figure.CONFLICT_PERCENT,
        percent,
        CellWriter.plain(percent) + " % of the judgements are in conflict",
        "quality/conflicts.csv");
  }

  private Check councilsGraded() {
    long graded = figures.councilsGraded();
    String message =
        count(graded, "open council is", "open councils are")
            + " graded"
            + (figures.headline().isEmpty() ? "" : " on the line " + figures.headline());
    return gate(Figure.COUNCILS_GRADED, (double) graded, message, "tables/latest.csv");
  }

  private Check ratingsVanished() {
    long removed = figures.revisions().count(Kind.REMOVED);
    return gate(
        Figure.RATINGS_VANISHED,
        (double) removed,
        count(removed, "earlier rating is", "earlier ratings are") + " gone",
        "quality/revisions.csv");
  }

  /** A figure that has a gate, or could have one. */
  private Check gate(Figure figure, double value, String message, String place) {
    Gate gate = gates.of(figure);
    if (gate == null) {
      return off(figure, CellWriter.plain(value), message, place);
    }
    boolean lowest = figure == Figure.COUNCILS_GRADED;
    boolean passed = lowest ? value >= gate.limit() : value <= gate.limit();
    String whole = message + ", the limit is " + (lowest ? "at least " : "") + limit(gate);
    return check(
        figure.key(),
        gate.severity(),
        passed,
        CellWriter.plain(value),
        gate.limit(),
        whole,
        whole,
        place);
  }

  private Check newestRecord() {
    Figure figure = Figure.NEWEST_RECORD_DAYS;
    Gate gate = gates.of(figure);
    LocalDate newest = figures.newest();
    String value = newest == null ? "" : newest.toString();
    String message =
        newest == null
            ? "no record has a day of publication"
            : "the newest record was published on " + newest;
    if (gate == null) {
      return off(figure, value, message, "run.json");
    }
    String limit = ", the limit is " + count((long) gate.limit(), "day", "days");
    return check(
        figure.key(),
        gate.severity(),
        newest != null && age(newest) <= gate.limit(),
        value,
        gate.limit(),
        message + limit,
        message + (newest == null ? "" : ", " + count(age(newest), "day", "days") + " ago") + limit,
        "run.json");
  }

  private long age(LocalDate newest) {
    return ChronoUnit.DAYS.between(newest, today);
  }

  /** Only where there are too many, which no honest file has. */
  private Check themes() {
    String message =
        String.format(
            Locale.ROOT,
            "the table has the first %,d themes in alphabetical order; %s of other themes",
            ThemeTally.MAX_THEMES,
            count(figures.findingsLeftOut(), "finding is", "findings are"));
    return none("findings_left_out", figures.findingsLeftOut(), message, "tables/themes.csv");
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

  private static Check none(String name, long value, String message, String place) {
    return check(
        name, Severity.WARNING, value == 0, Long.toString(value), 0, message, message, place);
  }

  private static Check off(Figure figure, String value, String message, String place) {
    String whole = message + ", no limit is set";
    return new Check(
        figure.key(),
        Severity.ERROR,
        Result.OFF,
        value,
        OptionalDouble.empty(),
        whole,
        whole,
        place);
  }

  private static Check check(
      String name,
      Severity severity,
      boolean passed,
      String value,
      double limit,
      String message,
      String reportedMessage,
      String place) {
    return new Check(
        name,
        severity,
        passed ? Result.PASSED : Result.FAILED,
        value,
        OptionalDouble.of(limit),
        message,
        reportedMessage,
        place);
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 0 : Share.percent(part, whole);
  }

  private static String limit(Gate gate) {
    return CellWriter.plain(gate.limit()) + (gate.figure().isPercent() ? " %" : "");
  }

  private static String count(long number, String one, String several) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : several);
  }
}
