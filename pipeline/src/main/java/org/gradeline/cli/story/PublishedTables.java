package org.gradeline.cli.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.tables.RowWriter;

/**
 * Reads rows of published tables.
 *
 * @param reports the reports folder
 */
public record PublishedTables(Path reports) {
  /**
   * Makes sure that a folder has ratings, as all reports do.
   *
   * @throws UsageException when it has none
   */
  public static void require(Path reports) throws UsageException {
    Path ratings = reports.resolve("tables").resolve("ratings.csv");
    if (!Files.isRegularFile(ratings)) {
      throw new UsageException(
          reports + ": there is no " + ratings + ". Name a folder that gradeline run has made.");
    }
  }

  /**
   * The rows of a table that are wanted, in order; one row in memory at a time besides these.
   *
   * @throws UsageException when there is no such table
   */
  public List<CSVRecord> rows(String table, Predicate<CSVRecord> wanted)
      throws UsageException, IOException {
    Path file = reports.resolve("tables").resolve(table + ".csv");
    if (!Files.exists(file)) {
      throw new UsageException(
          "--reports "
              + reports
              + ": there is no "
              + file
              + ". Make the tables with gradeline run.");
    }
    List<CSVRecord> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, RowWriter.BY_NAME)) {
      for (CSVRecord row : parser) {
        if (wanted.test(row)) {
          rows.add(row);
        }
      }
    }
    return rows;
  }
}
