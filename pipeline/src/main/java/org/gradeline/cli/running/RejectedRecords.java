package org.gradeline.cli.running;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradeline.cli.logging.Event;
import org.gradeline.cli.logging.Event.Level;
import org.gradeline.normalising.IssueType;
import org.gradeline.reference.Council;
import org.gradeline.reference.CouncilRegister;
import org.gradeline.tables.PublishedRows;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.QualityIssueTables;

/**
 * Says which records a run rejected for a fault in one of their fields. Without a record an older
 * one stands for today's, and nothing in the tables shows it.
 */
final class RejectedRecords {
  private static final int SHOWN = 5;

  /** Rules that reject a whole record for what one of its fields says. */
  private static final Set<String> RULES =
      Set.of(
              IssueType.INVALID_DATE,
              IssueType.MISSING_DATE,
              IssueType.DATE_ORDER,
              IssueType.UNCLEAR_FRAMEWORK,
              IssueType.OUTSIDE_FRAMEWORK)
          .stream()
          .map(IssueType::key)
          .collect(Collectors.toUnmodifiableSet());

  private RejectedRecords() {}

  /**
   * The first rejected records, each with its file, line, field, value and council; none when there
   * is none.
   *
   * @param reports the reports of the run
   */
  static List<Event> events(Run.Outcome outcome, Path reports) throws IOException {
    if (outcome.totals().rows("rejected") == 0) {
      return List.of();
    }
    CouncilRegister councils = outcome.view().reference().councils();
    long rejected = 0;
    List<String> lines = new ArrayList<>();
    try (PublishedRows rows =
        new PublishedTables(reports).rows(QualityIssueTables.REJECTED.table())) {
      while (rows.next()) {
        if (RULES.contains(rows.text("rule")) && ++rejected <= SHOWN) {
          lines.add(line(rows, councils));
        }
      }
    }
    return rejected == 0 ? List.of() : List.of(event(rejected, lines));
  }

  private static Event event(long rejected, List<String> lines) {
    lines.add(
        0,
        text(
            rejected == 1
                ? "%,d record was rejected for a date. See quality/rejected.csv."
                : "%,d records were rejected for a date. See quality/rejected.csv.",
            rejected));
    if (rejected > SHOWN) {
      lines.add(text("... and %,d more.", rejected - SHOWN));
    }
    return new Event(Level.WARNING, "dates_rejected", lines, Map.of(), null, null)
        .with("records", rejected);
  }

  private static String line(PublishedRows row, CouncilRegister councils) {
    String field = row.text("field");
    String council = council(row.text("raw"), councils);
    String what = field.isEmpty() || council.isEmpty() ? field + council : field + " of " + council;
    return row.text("source")
        + ":"
        + row.text("source_line")
        + ": "
        + (what.isEmpty() ? "" : what + ": ")
        + row.text("message");
  }

  /** The first name of a council among the cells of a row; nothing else of it may be told. */
  private static String council(String raw, CouncilRegister councils) {
    return Arrays.stream(raw.split("[,\"]", -1))
        .filter(cell -> !cell.isBlank())
        .map(councils::byName)
        .filter(Objects::nonNull)
        .map(Council::name)
        .findFirst()
        .orElse("");
  }

  private static String text(String format, long number) {
    return String.format(Locale.ROOT, format, number);
  }
}
