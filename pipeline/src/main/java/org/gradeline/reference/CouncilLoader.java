package org.gradeline.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * @param geographies what they are counted in
   * @param neighbours each council's statistical neighbours, closest first, by its position
   * @param successors councils that took over, by the position of the closed one
   */
  record Loaded(
      CouncilRegister register,
      List<Geography> geographies,
      Map<Integer, List<Council>> neighbours,
      Map<Integer, List<Council>> successors) {}

  /**
   * @param geographies the country and all groups, in order
   * @param groups the groups of the councils
   * @param neighbours the file of neighbours in the data folder, or another one
   */
  static Loaded load(
      Path data,
      List<Geography> geographies,
      GroupingLoader.Loaded groups,
      String neighbours,
      Problems problems) {
    List<String> columns = List.of("la_code", "council", "urn", "opened", "closed");
    List<Row> rows = ReferenceTable.read(data, FILE, columns, problems);
    if (rows.isEmpty() && problems.isEmpty()) {
      problems.add(FILE, 0, "there are no councils", "Add a row for each council.");
    }
    return load(data, rows, geographies, groups, neighbours, problems);
  }

  /** Without councils, every council that another file names would be a problem of its own. */
  static Loaded load(
      Path data,
      List<Row> rows,
      List<Geography> geographies,
      GroupingLoader.Loaded groups,
      String neighbours,
      Problems problems) {
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
      return new Loaded(
          new CouncilRegister(List.of(), Map.of(), Map.of()), List.of(), Map.of(), Map.of());
    }
    Map<String, List<Council.Code>> codes = CouncilCodeLoader.load(data, rows, problems);
    CouncilLookup councils =
        councils(
            rows,
            GroupingLoader.memberships(
                groups, geographies, rows.stream().map(row -> row.get("la_code")).toList()),
            codes);
    CouncilNameLoader.Names names = CouncilNameLoader.load(data, rows, councils, problems);
    return new Loaded(
        new CouncilRegister(
            List.copyOf(councils.byLaCode().values()), names.ofOne(), names.joint()),
        geographies,
        NeighbourLoader.load(data, neighbours, councils, problems),
        SuccessionLoader.load(data, councils, problems));
  }

  private static CouncilLookup councils(
      List<Row> rows,
      Map<String, List<Council.Membership>> memberships,
      Map<String, List<Council.Code>> codes) {
    TreeMap<String, Council> councils = new TreeMap<>();
    for (Row row : inOrderOfCodes(rows)) {
      String laCode = row.get("la_code");
      Council council =
          council(
              row,
              councils.size(),
              List.copyOf(memberships.getOrDefault(laCode, List.of())),
              List.copyOf(codes.getOrDefault(laCode, List.of())));
      councils.put(laCode, council);
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
      Row row, int position, List<Council.Membership> memberships, List<Council.Code> codes) {
    LocalDate opened = row.day("opened");
    LocalDate closed = row.day("closed");
    if (opened != null && closed != null) {
      row.checkPeriod("opened", "closed", opened, closed);
    }
    String name = row.get("council");
    String official = row.get("official_name");
    return new Council(
        position,
        row.get("la_code"),
        name,
        official.isEmpty() ? name : official,
        row.get("urn"),
        opened,
        closed,
        codes,
        memberships);
  }
}
