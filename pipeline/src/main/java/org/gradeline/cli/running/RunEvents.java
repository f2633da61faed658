package org.gradeline.cli.running;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gradeline.cli.logging.Event;
import org.gradeline.cli.messages.Version;
import org.gradeline.normalising.IssueType;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.checks.FirstNames;
import org.gradeline.reading.Source;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.tables.Check;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.QualityIssueTables;
import tech.tablesaw.api.Row;

/**
 * The events of a run, from its start to its end. Their names and fields are listed in {@code
 * docs/SCHEDULING.md}.
 */
public final class RunEvents {
  /** The most unknown columns that an event lists; {@code run.json} lists more. */
  private static final int MAX_COLUMNS = 100;

  private RunEvents() {}

  /**
   * The command begins.
   *
   * @param data the data folder
   */
  public static Event started(String command, Path data) {
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
  public static Event published(Run.Outcome outcome, Path reports) {
    return counted(Event.info("published", "The tables are in " + reports + "."), outcome)
        .with("reports", reports.toString())
        .with("tables", outcome.files().size());
  }

  /**
   * The reports are published, and those before could not be deleted.
   *
   * @param left where they are
   */
  public static Event undeleted(Path left) {
    return Event.warning(
            "old_reports_left",
            "The reports are published. The earlier ones could not be deleted; delete "
                + left
                + ".")
        .with("folder", left.toString());
  }

  /** A run holds the reports with which a check compares. */
  public static Event held(Path reports) {
    return Event.info(
            "reports_held",
            "another run is writing to "
                + reports
                + ". This check compares with the last reports that were published.")
        .with("reports", reports.toString());
  }

  /** A run replaced the reports with which a check compared. */
  public static Event replaced(Path reports) {
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
  public static Event refused(Run.Outcome outcome, Path rejected) {
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
    return doubts;
  }

  /**
   * Files that are of no layout, so that nothing of them was read.
   *
   * @param reports the reports of the run
   */
  public static List<Event> unread(Run.Outcome outcome, Path reports) throws IOException {
    List<Event> unread = new ArrayList<>();
    if (outcome.totals().rows("rejected") == 0) {
      return unread;
    }
    tech.tablesaw.api.Table rows =
        new PublishedTables(reports)
            .read(
                QualityIssueTables.REJECTED.table(),
                Map.of("rule", IssueType.UNKNOWN_LAYOUT.key()));
    for (Row row : rows) {
      unread.add(
          Event.warning(
                  "file_not_read",
                  "%s:%d: %s. %s"
                      .formatted(
                          row.getString("source"),
                          row.getLong("source_line"),
                          row.getString("message"),
                          row.getString("suggestion")))
              .with("source", row.getString("source")));
    }
    return unread;
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
