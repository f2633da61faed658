package org.gradeline.reference;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** A CSV file of reference data, read whole, with the line of every row. */
final class ReferenceTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(false)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .get();

  /**
   * A row of reference data.
   *
   * @param file its file, relative to the data folder
   * @param line its line, from 1
   * @param values its cells by column, trimmed
   */
  record Row(String file, long line, Map<String, String> values) {
    String get(String column) {
      return values.getOrDefault(column, "").strip();
    }
  }

  private ReferenceTable() {}

  /**
   * Reads a table; what is wrong with the file goes to the problems, and its good rows are
   * returned.
   *
   * @param data the data folder
   * @param file the file's path inside it
   * @param columns the columns that it must have
   */
  static List<Row> read(Path data, String file, List<String> columns, Problems problems) {
    List<Row> rows = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(data.resolve(file));
        CSVParser parser = FORMAT.parse(reader)) {
      for (String column : columns) {
        if (!parser.getHeaderNames().contains(column)) {
          problems.add(
              file,
              1,
              "the column '" + column + "' is missing",
              "Its header needs " + columns + ".");
          return List.of();
        }
      }
      long line = parser.getCurrentLineNumber() + 1;
      for (CSVRecord row : parser) {
        if (!row.isConsistent()) {
          problems.add(
              file,
              line,
              "the row has "
                  + row.size()
                  + " cells where the header has "
                  + parser.getHeaderNames().size(),
              "Give every column a cell, and quote cells that have commas.");
        } else {
          rows.add(new Row(file, line, row.toMap()));
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (NoSuchFileException e) {
      problems.add(
          file,
          0,
          "the file is missing",
          "Put it into the data folder, or name another with --data.");
    } catch (CharacterCodingException e) {
      problems.add(file, 0, "the file is not UTF-8", "Save it as UTF-8.");
    } catch (CSVException | IllegalArgumentException e) {
      problems.add(
          file, 0, "the file is no CSV (" + e.getMessage() + ")", "Mend its quotes and header.");
    } catch (IOException e) {
      problems.add(
          file, 0, "the file cannot be read (" + e.getMessage() + ")", "Check its permissions.");
    } catch (java.io.UncheckedIOException e) {
      problems.add(
          file,
          0,
          "the file is no CSV (" + e.getMessage() + ")",
          "Mend its quotes and its encoding.");
    }
    return rows;
  }
}
