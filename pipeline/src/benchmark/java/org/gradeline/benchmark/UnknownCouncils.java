package org.gradeline.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The same records with a name for a council that no register has, and each with another one: the
 * slowest that a look for the nearest name can be. The first stays as it is, since a run that
 * accepts nothing is not published.
 */
final class UnknownCouncils {
  private static final int LA_CODE = 0;
  private static final int COUNCIL = 1;
  private static final int HEADER_AND_FIRST = 2;

  private UnknownCouncils() {}

  /** Writes the file, if it is not there yet. */
  static Path of(Path records) throws IOException {
    Path folder = Files.createDirectories(records.resolveSibling("../unknown").normalize());
    Path file = folder.resolve("records.csv");
    if (Files.exists(file)) {
      return file;
    }
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    try (CSVParser rows = CSVParser.parse(records, StandardCharsets.UTF_8, format);
        CSVPrinter out = new CSVPrinter(Files.newBufferedWriter(file), format)) {
      SplittableRandom chance = new SplittableRandom(1);
      for (CSVRecord row : rows) {
        String[] cells = row.values();
        if (row.getRecordNumber() > HEADER_AND_FIRST) {
          cells[LA_CODE] = "";
          cells[COUNCIL] = unknown(cells[COUNCIL], row.getRecordNumber(), chance);
        }
        out.printRecord(Arrays.asList(cells));
      }
    }
    return file;
  }

  /** Slips of the pen, another authority of the place, two names in one, and letters by chance. */
  private static String unknown(String name, long number, SplittableRandom chance) {
    int place = chance.nextInt(Math.max(1, name.length() - 1));
    return switch ((int) (number % 4)) {
      case 0 -> name.substring(0, place) + letters(2, chance) + name.substring(place + 1);
      case 1 -> name + " Unitary Authority " + letters(3, chance);
      case 2 -> "Ashfort and Bartom " + letters(1, chance) + number;
      default -> letters(8 + chance.nextInt(20), chance);
    };
  }

  private static String letters(int count, SplittableRandom chance) {
    StringBuilder letters = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      letters.append((char) ('a' + chance.nextInt(26)));
    }
    return letters.toString();
  }
}
