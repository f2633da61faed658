package org.gradeline.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gradeline.reference.ReferenceTable.Row;

/**
 * Loads who published what the data are from, from {@code reference/origins.csv}. Without the file
 * nothing is said of it.
 */
final class OriginLoader {
  private static final String FILE = "reference/origins.csv";
  private static final Pattern ADDRESS = Pattern.compile("https?://[!-~]+");
  private static final Pattern LICENCE = Pattern.compile("[-a-zA-Z0-9._]+");

  private OriginLoader() {}

  /** The origins, in the order of the file. */
  static List<Origin> load(Path data, Problems problems) {
    List<Origin> origins = new ArrayList<>();
    if (Files.exists(data.resolve(FILE))) {
      for (Row row :
          ReferenceTable.read(
              data,
              FILE,
              List.of("origin", "provides", "path", "licence", "licence_path"),
              problems)) {
        row.checkFilled("origin");
        check(row, "path", ADDRESS, "Write an address that begins with https://.");
        check(row, "licence", LICENCE, "Write a short name without spaces, such as OGL-UK-3.0.");
        check(row, "licence_path", ADDRESS, "Write an address that begins with https://.");
        origins.add(
            new Origin(
                row.get("origin"),
                row.get("provides"),
                row.get("path"),
                row.get("licence"),
                row.get("licence_path")));
      }
    }
    return List.copyOf(origins);
  }

  private static void check(Row row, String column, Pattern form, String remedy) {
    if (!form.matcher(row.get(column)).matches()) {
      row.problem(column + " is '" + row.get(column) + "'", remedy);
    }
  }
}
