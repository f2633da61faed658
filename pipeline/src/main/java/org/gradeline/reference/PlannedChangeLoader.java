package org.gradeline.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gradeline.reference.ReferenceTable.Row;

/**
 * Loads planned changes of councils from {@code reference/future_succession.csv}. Without the file
 * none are known.
 */
final class PlannedChangeLoader {
  private static final String FILE = "reference/future_succession.csv";
  private static final List<String> COLUMNS =
      List.of("predecessor", "successor", "date", "known", "source");

  private PlannedChangeLoader() {}

  /** Planned changes in the order of the file. */
  static List<PlannedChange> load(Path data, CouncilRegister councils, Problems problems) {
    // Without councils there is a problem already.
    if (!Files.exists(data.resolve(FILE)) || councils.all().isEmpty()) {
      return List.of();
    }
    List<PlannedChange> changes = new ArrayList<>();
    for (Row row : ReferenceTable.read(data, FILE, COLUMNS, problems)) {
      List.of("successor", "date", "known").forEach(row::checkFilled);
      Council predecessor = councils.byLaCode(row.get("predecessor"));
      LocalDate date = row.day("date");
      LocalDate known = row.day("known");
      if (predecessor == null) {
        row.problem(
            "predecessor is '"
                + row.get("predecessor")
                + "', which is not in "
                + CouncilLoader.FILE,
            "Add the council there, or fix the code here.");
      } else if (date != null && known != null) {
        changes.add(
            new PlannedChange(
                predecessor.position(), row.get("successor"), date, known, row.get("source")));
      }
    }
    return List.copyOf(changes);
  }
}
