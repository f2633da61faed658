package org.gradeline.reference;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.reference.ReferenceTable.Row;

/**
 * Loads the names by which councils are found: their own, and those of {@code
 * reference/council_aliases.csv}. An alias with several codes, separated by ";", is the name of a
 * joint service.
 */
final class CouncilNameLoader {
  private static final String FILE = "reference/council_aliases.csv";

  private CouncilNameLoader() {}

  /**
   * Names in {@link CouncilRegister#nameForm normal form}.
   *
   * @param ofOne every council by its names
   * @param joint the councils of joint services by their names
   */
  record Names(Map<String, Council> ofOne, Map<String, List<Council>> joint) {}

  /** The names of councils and joint services. */
  static Names load(Path data, List<Row> councilRows, CouncilLookup councils, Problems problems) {
    Map<String, Council> names = new HashMap<>();
    Map<String, List<Council>> joint = new HashMap<>();
    for (Row row : councilRows) {
      Council council = councils.get(row.get("la_code"));
      if (council != null) {
        add(names, row, row.get("council"), council);
      }
    }
    for (Row row : ReferenceTable.read(data, FILE, List.of("alias", "la_code"), problems)) {
      List<Council> named = councils.allNamed(row, "la_code");
      if (named.size() == 1) {
        add(names, row, row.get("alias"), named.get(0));
      } else if (!named.isEmpty()) {
        joint.put(CouncilRegister.nameForm(row.get("alias")), named);
      }
    }
    return new Names(names, joint);
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
