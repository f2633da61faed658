package org.gradeline.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gradeline.reference.ReferenceTable.Row;

/**
 * Loads the outlines of councils on a map of hexagons from {@code reference/hexes.csv}. Without the
 * file there is no map.
 */
final class OutlineLoader {
  private static final String FILE = "reference/hexes.csv";

  /**
   * Closed paths of at least three corners, each of two whole numbers of at most five digits. What
   * is taken is never given back, so that no number of corners is too much for the stack.
   */
  private static final Pattern OUTLINE =
      Pattern.compile("(M\\d{1,5},\\d{1,5}( \\d{1,5},\\d{1,5}){2,}+Z *+)++");

  private OutlineLoader() {}

  /** The outlines, by the council's position. */
  static Map<Integer, String> load(Path data, CouncilRegister councils, Problems problems) {
    Map<Integer, String> outlines = new HashMap<>();
    if (!Files.exists(data.resolve(FILE))) {
      return outlines;
    }
    for (Row row : ReferenceTable.read(data, FILE, List.of("la_code", "outline"), problems)) {
      Council council = councils.byLaCode(row.get("la_code"));
      if (council == null) {
        row.problem(
            "la_code is '" + row.get("la_code") + "', which is not in " + CouncilLoader.FILE,
            "Add the council there, or fix the code here.");
      } else if (!OUTLINE.matcher(row.get("outline")).matches()) {
        row.problem(
            "the outline of council " + council.laCode() + " is not a closed path",
            "Write it as M211,480 212,481 212,483Z.");
      } else if (outlines.put(council.position(), row.get("outline")) != null) {
        row.problem("council " + council.laCode() + " has two outlines", "Keep one of the two.");
      }
    }
    return outlines;
  }
}
