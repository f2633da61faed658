package org.gradeline.reference;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gradeline.reference.ReferenceTable.Row;
import org.jspecify.annotations.Nullable;

/** Loads statistical neighbours from {@code reference/statistical_neighbours.csv}. */
final class NeighbourLoader {
  static final String FILE = "reference/statistical_neighbours.csv";

  private NeighbourLoader() {}

  /** Each council's neighbours, closest first, by the council's position in the register. */
  static Map<Integer, List<Council>> load(
      Path data, String file, CouncilLookup councils, Problems problems) {
    Map<Integer, SortedMap<Integer, Council>> byCouncil = new HashMap<>();
    List<String> columns = List.of("la_code", "position", "neighbour_la_code");
    for (Row row : ReferenceTable.read(data, file, columns, problems)) {
      Council council = councils.named(row, "la_code");
      Council neighbour = councils.named(row, "neighbour_la_code");
      if (council == null || neighbour == null) {
        continue;
      }
      if (council.laCode().equals(neighbour.laCode())) {
        row.problem("council " + council.laCode() + " is its own neighbour", "Remove the row.");
      }
      Integer position = position(row);
      if (position != null) {
        add(
            byCouncil.computeIfAbsent(council.position(), key -> new TreeMap<>()),
            position,
            neighbour,
            row);
      }
    }
    Map<Integer, List<Council>> neighbours = new HashMap<>();
    byCouncil.forEach(
        (council, byPosition) -> neighbours.put(council, List.copyOf(byPosition.values())));
    return Map.copyOf(neighbours);
  }

  private static void add(
      SortedMap<Integer, Council> neighbours, Integer position, Council neighbour, Row row) {
    if (neighbours.containsValue(neighbour) || neighbours.put(position, neighbour) != null) {
      row.problem(
          "the position "
              + position
              + " or the neighbour "
              + neighbour.laCode()
              + " appears twice for council "
              + row.get("la_code"),
          "List each neighbour once, at its own position.");
    }
  }

  private static @Nullable Integer position(Row row) {
    try {
      int position = Integer.parseInt(row.get("position"));
      if (position > 0) {
        return position;
      }
    } catch (NumberFormatException e) {
      // Reported below, as a number that is too small is.
    }
    row.problem(
        "the position is '" + row.get("position") + "'",
        "Number the neighbours from 1, the closest.");
    return null;
  }
}
