package org.gradeline.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gradeline.reference.ReferenceTable.Row;

/**
 * Loads the days between which events are known, from {@code reference/known_periods.csv}. Without
 * the file nothing is known of how complete they are.
 */
final class KnownPeriodLoader {
  private static final String FILE = "reference/known_periods.csv";

  private KnownPeriodLoader() {}

  static List<KnownPeriod> load(Path data, List<VisitType> visitTypes, Problems problems) {
    if (!Files.exists(data.resolve(FILE))) {
      return List.of();
    }
    List<String> events = visitTypes.stream().map(VisitType::key).toList();
    // Without the types of visit, every event would be a problem of its own.
    boolean frameworksUnread = visitTypes.isEmpty() && !problems.isEmpty();
    List<KnownPeriod> periods = new ArrayList<>();
    for (Row row :
        ReferenceTable.read(data, FILE, List.of("event", "from", "until", "source"), problems)) {
      if (!frameworksUnread && !events.contains(row.get("event"))) {
        row.problem(
            "the event is '" + row.get("event") + "', which is not a type of visit",
            "Use one of " + events + ".");
      }
      row.checkFilled("from");
      row.checkFilled("until");
      LocalDate from = row.inspectionDay("from");
      LocalDate until = row.inspectionDay("until");
      if (from != null && until != null) {
        row.checkPeriod("from", "until", from, until.plusDays(1));
        periods.add(new KnownPeriod(row.get("event"), from, until, row.get("source")));
      }
    }
    return List.copyOf(periods);
  }
}
