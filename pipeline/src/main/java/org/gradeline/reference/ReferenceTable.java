package org.gradeline.reference;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.apache.commons.io.input.BOMInputStream;

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
   * @param lineNumber its line, from 1
   * @param values its cells by column
   */
  record Row(String file, long lineNumber, Map<String, String> values) {
    /** A cell, trimmed. */
    String get(String column) {
      return values.getOrDefault(column, "").strip();
    }
  }

  private ReferenceTable() {}

  /**
   * Reads a table; what is wrong with a row goes to the problems, and the good rows are returned.
   * Of a file that cannot be read to its end none is.
   *
   * @param data the data folder
   * @param file the file's path inside it
   * @param columns the columns that it must have
   */
  static List<Row> read(Path data, String file, List<String> columns, Problems problems) {
    try (Reader reader = open(data.resolve(file));
        CSVParser parser = FORMAT.parse(reader)) {
      return rows(parser, file, columns, problems);
    } catch (NoSuchFileException e) {
      problems.add(
          file,
          0,
          "the file is missing",
          "Put it into the data folder, or name another with --data.");
    } catch (IllegalArgumentException e) {
      notCsv(file, e, problems);
    } catch (UncheckedIOException e) {
      unreadable(file, Objects.requireNonNull(e.getCause()), problems);
    } catch (IOException e) {
      unreadable(file, e, problems);
    }
    return List.of();
  }

  private static List<Row> rows(
      CSVParser parser, String file, List<String> columns, Problems problems) {
    List<String> header = parser.getHeaderNames();
    for (String column : columns) {
      if (!header.contains(column)) {
        problems.add(
            file, 1, "the column '" + column + "' is missing", "Its header needs " + columns + ".");
        return List.of();
      }
    }
    List<Row> rows = new ArrayList<>();
    long lineNumber = parser.getCurrentLineNumber() + 1;
    for (CSVRecord row : parser) {
      if (row.isConsistent()) {
        rows.add(new Row(file, lineNumber, row.toMap()));
      } else {
        problems.add(
            file,
            lineNumber,
            "the row has " + row.size() + " cells where the header has " + header.size(),
            "Give every column a cell, and quote cells that have commas.");
      }
      lineNumber = parser.getCurrentLineNumber() + 1;
    }
    return rows;
  }

  /** A mark at the beginning, which spreadsheets write, is no part of the first column's name. */
  private static Reader open(Path file) throws IOException {
    return new InputStreamReader(
        BOMInputStream.builder().setInputStream(Files.newInputStream(file)).get(),
        StandardCharsets.UTF_8.newDecoder());
  }

  private static void unreadable(String file, IOException e, Problems problems) {
    if (e instanceof CharacterCodingException) {
      problems.add(file, 0, "the file is not UTF-8", "Save it as UTF-8.");
    } else if (e instanceof CSVException) {
      notCsv(file, e, problems);
    } else {
      problems.add(
          file, 0, "the file cannot be read (" + e.getMessage() + ")", "Check its permissions.");
    }
  }

  private static void notCsv(String file, Exception e, Problems problems) {
    problems.add(
        file, 0, "the file is no CSV (" + e.getMessage() + ")", "Mend its quotes and header.");
  }
}
