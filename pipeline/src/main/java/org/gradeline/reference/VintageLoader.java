package org.gradeline.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.reference.ReferenceTable.Row;
import org.jspecify.annotations.Nullable;

/**
 * Loads how old the files of reference data are, from {@code reference/vintages.csv}. Without the
 * file nothing is known of it.
 */
final class VintageLoader {
  private static final String FILE = "reference/vintages.csv";

  /** The place of the neighbours' file in the folder of reference data. */
  private static final String NEIGHBOURS =
      NeighbourLoader.FILE.substring(NeighbourLoader.FILE.indexOf('/') + 1);

  private VintageLoader() {}

  /**
   * Vintages by file.
   *
   * @param neighbours a file of neighbours that is taken instead of the data folder's, and is known
   *     by its name alone; null without
   */
  static Map<String, Vintage> load(Path data, @Nullable Path neighbours, Problems problems) {
    Map<String, Vintage> vintages = new LinkedHashMap<>();
    if (Files.exists(data.resolve(FILE))) {
      for (Row row :
          ReferenceTable.read(data, FILE, List.of("file", "as_at", "source", "caveat"), problems)) {
        Vintage vintage = vintage(row);
        if (vintages.put(vintage.file(), vintage) != null) {
          row.problem("the file '" + vintage.file() + "' appears twice", "Keep one of the two.");
        }
      }
    }
    if (neighbours != null) {
      vintages.put(NEIGHBOURS, Vintage.unknown(String.valueOf(neighbours.getFileName())));
    }
    vintages.putIfAbsent(NEIGHBOURS, Vintage.unknown(NEIGHBOURS));
    return Map.copyOf(vintages);
  }

  private static Vintage vintage(Row row) {
    row.checkFilled("file");
    String printed = row.get("as_at");
    PartialDate asAt = PartialDate.parse(printed);
    if (asAt == null && !printed.isEmpty()) {
      row.problem("as_at is '" + printed + "'", "Write yyyy, yyyy-mm or yyyy-mm-dd.");
    }
    return new Vintage(row.get("file"), asAt, row.get("source"), row.get("caveat"));
  }
}
