package org.gradeline.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.gradeline.reference.ReferenceTable.Row;

/**
 * Loads what councils are counted by: the country and its regions from {@code
 * reference/regions.csv}, and the types of councils that the register has.
 */
final class GeographyLoader {
  static final String FILE = "reference/regions.csv";

  private static final List<String> LEVELS =
      List.of(Geography.NATIONAL, Geography.REGION, Geography.OFSTED_REGION);

  private GeographyLoader() {}

  /** All geographies in the order of the published tables: by level, then code, then name. */
  static List<Geography> load(Path data, List<Row> councilRows, Problems problems) {
    TreeMap<String, Geography> found = new TreeMap<>();
    Set<String> namesAndCodes = new HashSet<>();
    int nationals = 0;
    List<String> columns = List.of("geography_level", "geography_code", "geography");
    for (Row row : ReferenceTable.read(data, FILE, columns, problems)) {
      Geography geography = geography(row);
      nationals += geography.level().equals(Geography.NATIONAL) ? 1 : 0;
      checkUnique(row, geography, namesAndCodes);
      found.put(sortKey(geography), geography);
    }
    if (nationals != 1) {
      problems.add(
          FILE, 0, "there are " + nationals + " national rows", "There must be exactly one.");
    }
    for (Row row : councilRows) {
      Geography type = new Geography(0, Geography.COUNCIL_TYPE, "", row.get("council_type"));
      found.put(sortKey(type), type);
    }
    return numbered(found.values());
  }

  private static Geography geography(Row row) {
    String level = row.get("geography_level");
    if (!LEVELS.contains(level)) {
      row.problem(
          "the geography level is '" + level + "'",
          "It must be national, region or ofsted_region.");
    }
    row.checkFilled("geography");
    return new Geography(0, level, row.get("geography_code"), row.get("geography"));
  }

  private static void checkUnique(Row row, Geography geography, Set<String> namesAndCodes) {
    String level = geography.level();
    String code = geography.code();
    if (!namesAndCodes.add(level + " named " + geography.name())) {
      row.problem("'" + geography.name() + "' appears twice", "Keep one of the two.");
    } else if (!code.isEmpty() && !namesAndCodes.add(level + " coded " + code)) {
      row.problem("the code '" + code + "' appears twice", "Keep one of the two.");
    }
  }

  private static String sortKey(Geography geography) {
    return geography.level() + "\t" + geography.code() + "\t" + geography.name();
  }

  private static List<Geography> numbered(Iterable<Geography> inOrder) {
    List<Geography> numbered = new ArrayList<>();
    for (Geography geography : inOrder) {
      numbered.add(
          new Geography(numbered.size(), geography.level(), geography.code(), geography.name()));
    }
    return List.copyOf(numbered);
  }
}
