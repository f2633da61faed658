package org.gradeline.cli.running;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradeline.cli.logging.Event;
import org.gradeline.cli.logging.Event.Level;
import org.gradeline.cli.messages.Version;
import org.gradeline.normalising.IssueType;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.checks.AgeChecks;
import org.gradeline.publishing.checks.FirstNames;
import org.gradeline.reading.LeftOut;
import org.gradeline.reading.Source;
import org.gradeline.reference.Severity;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.storage.Location;
import org.gradeline.tables.Check;
import org.gradeline.tables.PublishedRows;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.QualityIssueTables;

/**
 * The events of a run, from its start to its end. Their names and fields are listed in {@code
 * docs/SCHEDULING.md}.
 */
public final class RunEvents {
  /** The most unknown columns that an event lists; {@code run.json} lists more. */
  private static final int MAX_COLUMNS = 100;

  /** Checks whose failing is told at once: the figures depend on it. */
  private static final Set<String> REPORTED_CHECKS = Set.of(AgeChecks.AS_AT);

  private static final int SHOWN_JUDGEMENTS = 5;

  private static final Set<String> JUDGEMENT_RULES =
      Arrays.stream(IssueType.values())
          .filter(IssueType::rejectsJudgement)
          .map(IssueType::key)
          .collect(Collectors.toUnmodifiableSet());

  private RunEvents() {}

  /**
   * The command begins.
   *
   * @param data the data folder
   */
  public static Event started(String command, Location data) {
    return Event.info("started", "gradeline " + command + " has started.")
        .with("command", command)
        .with("version", Version.number())
        .with("data", data.toString());
  }

  /** The run begins to read its sources. */
  public static Event reading(List<Source> sources) {
    long bytes = sources.stream().mapToLong(Source::bytes).sum();
    return Event.info(
            "reading",
            text(
                sources.size() == 1
                    ? "Reading %,d file of records."
                    : "Reading %,d files of records.",
                sources.size()))
        .with("files", sources.size())
        .with("bytes", bytes);
  }

  /** The run has published its tables. */
  public static Event published(Run.Outcome outcome, Location reports) {
    return counted(Event.info("published", "The tables are in " + reports + "."), outcome)
        .with("reports", reports.toString())
        .with("tables", outcome.files().size());
  }

  /**
   * The reports are published, and those before could not be deleted.
   *
   * @param left where they are
   */
  public static Event undeleted(Location left) {
    return Event.warning(
            "old_reports_left",
            "The reports are published. The earlier ones could not be deleted; delete "
                + left
                + ".")
        .with("folder", left.toString());
  }

  /** A run holds the reports with which a check compares. */
  public static Event held(Location reports) {
    return Event.info(
            "reports_held",
            "another run is writing to "
                + reports
                + ". This check compares with the last reports that were published.")
        .with("reports", reports.toString());
  }

  /** A run replaced the reports with which a check compared. */
  public static Event replaced(Location reports) {
    return Event.warning(
            "reports_replaced",
            "a run replaced the reports in "
                + reports
                + " during this check. Check again to compare with the new ones.")
        .with("reports", reports.toString());
  }

  /** The check has ended. */
  public static Event checked(Run.Outcome outcome) {
    return counted(Event.info("checked", "Nothing was published."), outcome);
  }

  /**
   * The run failed a gate.
   *
   * @param rejected where its tables are kept
   */
  public static Event refused(Run.Outcome outcome, Location rejected) {
    return counted(Event.info("refused", "Nothing was published."), outcome)
        .with("rejected_run", rejected.toString());
  }

  /** A check that failed and ends the command with an error. */
  public static Event failed(Check check, String message) {
    Event event =
        Event.error("check_failed", List.of(message))
            .with("check", check.name())
            .with("value", check.value());
    return check.limit().isPresent() ? event.with("limit", check.limit().getAsDouble()) : event;
  }

  /** What a person should look at. */
  public static List<Event> doubts(Run.Outcome outcome) {
    RunTotals totals = outcome.totals();
    List<Event> doubts = new ArrayList<>();
    long rejected = totals.rows("rejected");
    if (rejected > 0) {
      doubts.add(
          Event.warning(
                  "rejected", text("Rejected entries: %,d. See quality/rejected.csv.", rejected))
              .with("rejected", rejected));
    }
    if (!totals.unknownColumns().isEmpty()) {
      doubts.add(
          Event.warning(
                  "unknown_columns",
                  "Unknown columns, left out: "
                      + FirstNames.of(totals.unknownColumns(), totals.hasMoreUnknownColumns())
                      + ".")
              .with("columns", totals.unknownColumns().stream().limit(MAX_COLUMNS).toList()));
    }
    List<LeftOut> leftOut = outcome.leftOut();
    if (!leftOut.isEmpty()) {
      doubts.add(
          Event.info("left_out", "Left out: " + LeftOutWords.of(leftOut) + ".")
              .with("names", leftOut.stream().map(LeftOut::name).limit(MAX_COLUMNS).toList()));
    }
    return doubts;
  }

  /**
   * What a person should read at once: what was not used, and what the figures depend on.
   *
   * @param reports the reports of the run
   */
  public static List<Event> warnings(Run.Outcome outcome, Path reports) throws IOException {
    List<Event> warnings = new ArrayList<>(UnreadSources.events(outcome, reports));
    warnings.addAll(RejectedRecords.events(outcome, reports));
    warnings.addAll(rejectedJudgements(outcome, reports));
    for (Check check : outcome.staged().failed(Severity.WARNING)) {
      if (REPORTED_CHECKS.contains(check.name())) {
        warnings.add(
            Event.warning("check_warned", "check " + check.name() + ": " + check.message() + ".")
                .with("check", check.name())
                .with("value", check.value()));
      }
    }
    return warnings;
  }

  /**
   * The first judgements that were rejected on their own; none when there is none.
   *
   * @param reports the reports of the run
   */
  public static List<Event> rejectedJudgements(Run.Outcome outcome, Path reports)
      throws IOException {
    long rejected = outcome.totals().rejectedJudgements();
    if (rejected == 0) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        text(
            rejected == 1
                ? "%,d judgement was rejected. See quality/rejected.csv."
                : "%,d judgements were rejected. See quality/rejected.csv.",
            rejected));
    try (PublishedRows rows =
        new PublishedTables(reports).rows(QualityIssueTables.REJECTED.table())) {
      while (lines.size() <= Math.min(rejected, SHOWN_JUDGEMENTS) && rows.next()) {
        if (JUDGEMENT_RULES.contains(rows.text("rule"))) {
          lines.add(
              rows.text("source") + ":" + rows.text("source_line") + ": " + rows.text("message"));
        }
      }
    }
    if (rejected > SHOWN_JUDGEMENTS) {
      lines.add(text("... and %,d more.", rejected - SHOWN_JUDGEMENTS));
    }
    return List.of(
        new Event(Level.WARNING, "judgements_rejected", lines, Map.of(), null, null)
            .with("judgements", rejected));
  }

  private static Event counted(Event event, Run.Outcome outcome) {
    RunTotals totals = outcome.totals();
    Account account = totals.ledger().total();
    return event
        .with("records_read", account.records().read())
        .with("records_accepted", account.records().accepted())
        .with("records_duplicate", account.records().duplicate())
        .with("records_rejected", account.records().rejected())
        .with("ratings", account.judgements().rated())
        .with("visits", totals.rows("visits"))
        .with("repairs", totals.rows("repairs"))
        .with("warnings", totals.rows("warnings"))
        .with("conflicts", totals.rows("conflicts"))
        .with("as_at", outcome.view().date().asAt().toString())
        .with("published_by", outcome.view().date().publishedBy().toString());
  }

  private static String text(String format, long number) {
    return String.format(Locale.ROOT, format, number);
  }
}
