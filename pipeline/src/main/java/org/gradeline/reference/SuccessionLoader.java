package org.gradeline.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gradeline.reference.ReferenceTable.Row;
import org.jspecify.annotations.Nullable;

/** Loads which councils took over from abolished ones, from {@code reference/succession.csv}. */
final class SuccessionLoader {
  private static final String FILE = "reference/succession.csv";

  private SuccessionLoader() {}

  /** Successors in the order of their codes, by the position of the closed council. */
  static Map<Integer, List<Council>> load(Path data, CouncilLookup councils, Problems problems) {
    Map<Integer, List<Council>> successors = new HashMap<>();
    List<String> columns = List.of("predecessor", "successor", "date");
    for (Row row : ReferenceTable.read(data, FILE, columns, problems)) {
      Council predecessor = councils.named(row, "predecessor");
      Council successor = councils.named(row, "successor");
      LocalDate date = row.day("date");
      if (predecessor == null || successor == null) {
        continue;
      }
      checkDate(row, date, predecessor, successor);
      List<Council> ofPredecessor =
          successors.computeIfAbsent(predecessor.position(), key -> new ArrayList<>());
      if (ofPredecessor.contains(successor)) {
        row.problem(
            "the succession of "
                + predecessor.laCode()
                + " by "
                + successor.laCode()
                + " appears twice",
            "Keep one of the two.");
      }
      ofPredecessor.add(successor);
    }
    Map<Integer, List<Council>> sorted = new HashMap<>();
    successors.forEach(
        (position, list) ->
            sorted.put(
                position, list.stream().sorted(Comparator.comparing(Council::laCode)).toList()));
    return Map.copyOf(sorted);
  }

  private static void checkDate(
      Row row, @Nullable LocalDate date, Council predecessor, Council successor) {
    if (date == null || !date.equals(predecessor.closed()) || !date.equals(successor.opened())) {
      row.problem(
          "the date '"
              + row.get("date")
              + "' is not the day on which "
              + predecessor.laCode()
              + " closed ("
              + Objects.requireNonNullElse(predecessor.closed(), "never")
              + ") and "
              + successor.laCode()
              + " opened ("
              + Objects.requireNonNullElse(successor.opened(), "before the records begin")
              + ")",
          "Make the three dates agree.");
    }
  }
}
