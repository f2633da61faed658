package org.gradeline.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gradeline.reference.ReferenceTable.Row;

/**
 * Loads the register of councils from {@code reference/councils.csv}, with what the other files of
 * that folder say of each council.
 */
final class CouncilLoader {
  static final String FILE = "reference/councils.csv";

  private CouncilLoader() {}

  /**
   * What is known of the councils.
   *
   * @param register the councils
   * @param geographies what they are counted by
   * @param neighbours each council's statistical neighbours, closest first, by its position
   * @param successors councils that took over, by the position of the closed one
   */
  record Loaded(
      CouncilRegister register,
      List<Geography> geographies,
      Map<Integer, List<Council>> neighbours,
      Map<Integer, List<Council>> successors) {}

  static Loaded load(Path data, Problems problems) {
    List<String> columns =
        List.of(
            "la_code",
            "council",
            "council_type",
            "region_code",
            "ofsted_region",
            "urn",
            "opened",
            "closed");
    List<Row> rows = ReferenceTable.read(data, FILE, columns, problems);
    if (rows.isEmpty() && problems.isEmpty()) {
      problems.add(FILE, 0, "there are no councils", "Add a row for each council.");
    }
    return load(data, rows, problems);
  }

  /** Without councils, every council that another file names would be a problem of its own. */
  static Loaded load(Path data, List<Row> rows, Problems problems) {
    if (rows.size() > CouncilRegister.MAX_COUNCILS) {
      rows.get(CouncilRegister.MAX_COUNCILS)
          .problem(
              "there are "
                  + rows.size()
                  + " councils, and the limit is "
                  + CouncilRegister.MAX_COUNCILS,
              "Remove this row and those after it.");
    }
    if (rows.isEmpty() || rows.size() > CouncilRegister.MAX_COUNCILS) {
      return new Loaded(new CouncilRegister(List.of(), Map.of()), List.of(), Map.of(), Map.of());
    }
    List<Geography> geographies = GeographyLoader.load(data, rows, problems);
    Map<String, List<Council.Code>> codes = CouncilCodeLoader.load(data, rows, problems);
    CouncilLookup councils = councils(rows, geographies, codes);
    Map<String, Council> names = CouncilNameLoader.load(data, rows, councils, problems);
    return new Loaded(
        new CouncilRegister(List.copyOf(councils.byLaCode().values()), names),
        geographies,
        NeighbourLoader.load(data, councils, problems),
        SuccessionLoader.load(data, councils, problems));
  }

  private static CouncilLookup councils(
      List<Row> rows, List<Geography> geographies, Map<String, List<Council.Code>> codes) {
    TreeMap<String, Council> councils = new TreeMap<>();
    for (Row row : inOrderOfCodes(rows)) {
      List<Council.Code> ofCouncil = codes.getOrDefault(row.get("la_code"), List.of());
      Council council = council(row, councils.size(), geographies, List.copyOf(ofCouncil));
      councils.put(council.laCode(), council);
    }
    return new CouncilLookup(councils);
  }

  private static List<Row> inOrderOfCodes(List<Row> rows) {
    TreeMap<String, Row> byCode = new TreeMap<>();
    Map<String, Row> byUrn = new HashMap<>();
    for (Row row : rows) {
      String laCode = row.get("la_code");
      if (laCode.isEmpty() || row.get("council").isEmpty()) {
        row.problem("the la_code or the council's name is blank", "Fill in both.");
      } else if (byCode.putIfAbsent(laCode, row) != null) {
        row.problem("the la_code '" + laCode + "' appears twice", "Keep one of the two.");
      }
      String urn = row.get("urn");
      if (!urn.isEmpty() && byUrn.put(urn, row) != null) {
        row.problem("the urn '" + urn + "' appears twice", "Keep one of the two.");
      }
    }
    return List.copyOf(byCode.values());
  }

  private static Council council(
      Row row, int position, List<Geography> geographies, List<Council.Code> codes) {
    row.checkFilled("council_type");
    LocalDate opened = row.day("opened");
    LocalDate closed = row.day("closed");
    if (opened != null && closed != null) {
      row.checkPeriod("opened", "closed", opened, closed);
    }
    return new Council(
        position,
        row.get("la_code"),
        row.get("council"),
        row.get("council_type"),
        row.get("urn"),
        opened,
        closed,
        codes,
        geographiesOf(row, geographies));
  }

  private static List<Geography> geographiesOf(Row row, List<Geography> geographies) {
    List<Geography> ofCouncil = new ArrayList<>();
    Set<String> levels = new HashSet<>();
    for (Geography geography : geographies) {
      boolean inside =
          switch (geography.level()) {
            case Geography.NATIONAL -> true;
            case Geography.REGION -> geography.code().equals(row.get("region_code"));
            case Geography.OFSTED_REGION -> geography.name().equals(row.get("ofsted_region"));
            default -> geography.name().equals(row.get("council_type"));
          };
      if (inside) {
        ofCouncil.add(geography);
        levels.add(geography.level());
      }
    }
    checkRegion(row, "region_code", levels.contains(Geography.REGION));
    checkRegion(row, "ofsted_region", levels.contains(Geography.OFSTED_REGION));
    return List.copyOf(ofCouncil);
  }

  private static void checkRegion(Row row, String column, boolean found) {
    if (!found) {
      row.problem(
          column + " is '" + row.get(column) + "', which is not in " + GeographyLoader.FILE,
          "Add the region there, or fix the value here.");
    }
  }
}
