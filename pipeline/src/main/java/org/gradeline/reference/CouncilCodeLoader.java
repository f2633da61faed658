package org.gradeline.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradeline.reference.ReferenceTable.Row;

/** Loads the nine-character codes of councils from {@code reference/council_codes.csv}. */
final class CouncilCodeLoader {
  private static final String FILE = "reference/council_codes.csv";

  private CouncilCodeLoader() {}

  /** The codes of each council, oldest first, by its local authority code. */
  static Map<String, List<Council.Code>> load(Path data, List<Row> councilRows, Problems problems) {
    Set<String> known = new HashSet<>(councilRows.stream().map(row -> row.get("la_code")).toList());
    Map<String, List<Council.Code>> codes = new HashMap<>();
    Map<String, String> owners = new HashMap<>();
    List<String> columns = List.of("la_code", "gss_code", "valid_from", "valid_to");
    for (Row row : ReferenceTable.read(data, FILE, columns, problems)) {
      String laCode = row.get("la_code");
      if (!known.contains(laCode)) {
        row.problem(
            "the la_code '" + laCode + "' is not in " + CouncilLoader.FILE,
            "Add the council there, or fix the code here.");
      }
      Council.Code code = code(row);
      String owner = owners.put(code.code(), laCode);
      if (owner != null) {
        row.problem(
            "the gss_code '"
                + code.code()
                + "' appears twice, and council "
                + owner
                + " has it too",
            "Keep one of the two.");
      }
      List<Council.Code> ofCouncil = codes.computeIfAbsent(laCode, key -> new ArrayList<>());
      checkOverlaps(row, code, ofCouncil);
      ofCouncil.add(code);
    }
    codes
        .values()
        .forEach(ofCouncil -> ofCouncil.sort(Comparator.comparing(CouncilCodeLoader::start)));
    return codes;
  }

  private static Council.Code code(Row row) {
    row.checkFilled("gss_code");
    LocalDate from = row.day("valid_from");
    LocalDate to = row.day("valid_to");
    if (from != null && to != null) {
      row.checkPeriod("valid_from", "valid_to", from, to);
    }
    return new Council.Code(row.get("gss_code"), from, to);
  }

  private static void checkOverlaps(Row row, Council.Code code, List<Council.Code> others) {
    for (Council.Code other : others) {
      if (start(code).isBefore(end(other)) && start(other).isBefore(end(code))) {
        row.problem(
            "the days of "
                + code.code()
                + " overlap those of "
                + other.code()
                + ", and both are codes of council "
                + row.get("la_code"),
            "End the older code on the day on which the newer one begins.");
      }
    }
  }

  private static LocalDate start(Council.Code code) {
    return code.from() == null ? LocalDate.MIN : code.from();
  }

  private static LocalDate end(Council.Code code) {
    return code.to() == null ? LocalDate.MAX : code.to();
  }
}
