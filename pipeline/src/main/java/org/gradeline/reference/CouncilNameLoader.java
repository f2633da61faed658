package org.gradeline.reference;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.reference.ReferenceTable.Row;

/**
 * Loads the names by which councils are found: their own, and those of {@code
 * reference/council_aliases.csv}.
 */
final class CouncilNameLoader {
  private static final String FILE = "reference/council_aliases.csv";

  private CouncilNameLoader() {}

  /** Every council by its names, in {@link CouncilRegister#nameForm normal form}. */
  static Map<String, Council> load(
      Path data, List<Row> councilRows, CouncilLookup councils, Problems problems) {
    Map<String, Council> names = new HashMap<>();
    for (Row row : councilRows) {
      Council council = councils.get(row.get("la_code"));
      if (council != null) {
        add(names, row, row.get("council"), council);
      }
    }
    for (Row row : ReferenceTable.read(data, FILE, List.of("alias", "la_code"), problems)) {
      Council council = councils.named(row, "la_code");
      if (council != null) {
        add(names, row, row.get("alias"), council);
      }
    }
    return names;
  }

  private static void add(Map<String, Council> names, Row row, String name, Council council) {
    String form = CouncilRegister.nameForm(name);
    if (form.isEmpty()) {
      row.problem("the name '" + name + "' has no letter or digit", "Write a name.");
    }
    Council other = names.put(form, council);
    if (other != null && !other.laCode().equals(council.laCode())) {
      row.problem(
          "the name '"
              + name
              + "' belongs to two councils, "
              + other.laCode()
              + " and "
              + council.laCode(),
          "Remove it from one of them.");
    }
  }
}
