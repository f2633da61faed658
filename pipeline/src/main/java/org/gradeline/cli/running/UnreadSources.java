package org.gradeline.cli.running;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradeline.cli.logging.Event;
import org.gradeline.normalising.IssueType;
import org.gradeline.reading.Source;
import org.gradeline.statistics.Ledger.RecordCounts;
import org.gradeline.tables.PublishedRows;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.QualityIssueTables;

/** Files and sheets of which nothing was read: they fit no layout, or are not what they seem. */
final class UnreadSources {
  private final Set<String> lost;

  private UnreadSources(Set<String> lost) {
    this.lost = lost;
  }

  /**
   * One event for each; none when every source gave records.
   *
   * @param reports the reports of the run
   */
  static List<Event> events(Run.Outcome outcome, Path reports) throws IOException {
    // All other sources gave at least two entries, or a record.
    Set<String> lost =
        outcome.sources().stream()
            .filter(source -> isLost(outcome, source))
            .map(Source::name)
            .collect(Collectors.toUnmodifiableSet());
    return outcome.totals().rows("rejected") == 0
        ? List.of()
        : new UnreadSources(lost).events(reports);
  }

  private static boolean isLost(Run.Outcome outcome, Source source) {
    RecordCounts records = outcome.totals().ledger().of(source.position()).records();
    return records.read() == 1 && records.rejected() == 1;
  }

  private List<Event> events(Path reports) throws IOException {
    List<Event> events = new ArrayList<>();
    try (PublishedRows rows =
        new PublishedTables(reports).rows(QualityIssueTables.REJECTED.table())) {
      while (rows.next()) {
        if (tellsOfASource(rows)) {
          events.add(
              Event.warning(
                      "file_not_read",
                      "%s:%s: %s. %s"
                          .formatted(
                              rows.text("source"),
                              rows.text("source_line"),
                              rows.text("message"),
                              rows.text("suggestion")))
                  .with("source", rows.text("source")));
        }
      }
    }
    return events;
  }

  private boolean tellsOfASource(PublishedRows row) {
    String rule = row.text("rule");
    return rule.equals(IssueType.UNKNOWN_LAYOUT.key())
        || (rule.equals(IssueType.UNREADABLE_FILE.key()) && lost.contains(row.text("source")));
  }
}
