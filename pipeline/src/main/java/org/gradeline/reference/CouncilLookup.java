package org.gradeline.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.gradeline.reference.ReferenceTable.Row;
import org.jspecify.annotations.Nullable;

/**
 * Finds the councils that files of reference data name by their local authority codes.
 *
 * @param byLaCode all councils, in the order of their codes
 */
record CouncilLookup(SortedMap<String, Council> byLaCode) {

  /** The council of a code, or null. */
  @Nullable Council get(String laCode) {
    return byLaCode.get(laCode);
  }

  /** The councils whose codes are in a cell, separated by ";"; an unknown one is a problem. */
  List<Council> allNamed(Row row, String column) {
    List<Council> named = new ArrayList<>();
    for (String code : row.get(column).split(";", -1)) {
      Council council = get(code.strip());
      if (council == null) {
        row.problem(
            column + " is '" + code.strip() + "', which is not in " + CouncilLoader.FILE,
            "Add the council there, or fix the code here.");
      } else {
        named.add(council);
      }
    }
    return List.copyOf(named);
  }

  /** The council that a cell names; null when there is none, which is a problem. */
  @Nullable Council named(Row row, String column) {
    Council council = get(row.get(column));
    if (council == null) {
      row.problem(
          column + " is '" + row.get(column) + "', which is not in " + CouncilLoader.FILE,
          "Add the council there, or fix the code here.");
    }
    return council;
  }
}
