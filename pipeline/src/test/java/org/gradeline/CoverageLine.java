package org.gradeline;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The last line of a build: how much of the program the tests cover. JaCoCo writes its figures to
 * files and prints none.
 *
 * <pre>Coverage: 93.1 % of lines, 88.0 % of branches</pre>
 */
public final class CoverageLine {
  private CoverageLine() {}

  /**
   * Prints the line; prints nothing if the build has made no report.
   *
   * @param arguments JaCoCo's report as CSV
   */
  public static void main(String[] arguments) throws IOException {
    Path report = Path.of(arguments[0]);
    if (Files.exists(report)) {
      System.out.println(of(report));
    }
  }

  /** The line for a report, in which every row is a class. */
  static String of(Path report) throws IOException {
    Share lines = Share.NONE;
    Share branches = Share.NONE;
    try (Reader text = Files.newBufferedReader(report);
        CSVParser rows =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(text)) {
      for (CSVRecord row : rows) {
        lines = lines.plus(row, "LINE");
        branches = branches.plus(row, "BRANCH");
      }
    }
    return "Coverage: %s of lines, %s of branches".formatted(lines.text(), branches.text());
  }

  private record Share(long covered, long missed) {
    static final Share NONE = new Share(0, 0);

    Share plus(CSVRecord row, String kind) {
      return new Share(
          covered + Long.parseLong(row.get(kind + "_COVERED")),
          missed + Long.parseLong(row.get(kind + "_MISSED")));
    }

    /** Rounded down, so that 100 % means all. */
    String text() {
      long all = covered + missed;
      long tenths = all == 0 ? 1000 : 1000 * covered / all;
      return String.format(Locale.ROOT, "%d.%d %%", tenths / 10, tenths % 10);
    }
  }
}
