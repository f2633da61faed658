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
import java.time.LocalDate;
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
import org.jspecify.annotations.Nullable;

/** A CSV file of reference data, read whole, with the line number of every row. */
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
   * @param lineNumber its line in the file, from 1
   * @param values its cells by column
   * @param problems takes what is wrong with it
   */
  record Row(String file, long lineNumber, Map<String, String> values, Problems problems) {
    /** A cell, trimmed. */
    String get(String column) {
      return values.getOrDefault(column, "").strip();
    }

    /** A day; null when the cell is blank, or has anything but a day, which is a problem. */
    @Nullable LocalDate day(String column) {
      return problems.day(file, lineNumber, column, get(column));
    }

    /** The same of a day that inspections are compared with, whose year must be plausible. */
    @Nullable LocalDate inspectionDay(String column) {
      return problems.inspectionDay(file, lineNumber, column, get(column));
    }

    void problem(String message, String remedy) {
      problems.add(file, lineNumber, message, remedy);
    }

    void checkFilled(String column) {
      if (get(column).isEmpty()) {
        problem("the " + column + " is blank", "Fill it in.");
      }
    }

    /** Of a period, the first day must be before the first day after it. */
    void checkPeriod(String fromColumn, String toColumn, LocalDate from, LocalDate to) {
      if (!from.isBefore(to)) {
        problem(
            fromColumn + " " + from + " is not before " + toColumn + " " + to,
            "Give the first day, then the day after the last.");
      }
    }
  }

  private ReferenceTable() {}

  /**
   * Reads a table. What is wrong with a row becomes a problem, and the good rows are returned;
   * there are none when the file cannot be read to its end.
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
            file, 1, "the column '" + column + "' is missing", "The header needs " + columns + ".");
        return List.of();
      }
    }
    List<Row> rows = new ArrayList<>();
    long lineNumber = parser.getCurrentLineNumber() + 1;
    for (CSVRecord row : parser) {
      if (row.isConsistent()) {
        rows.add(new Row(file, lineNumber, row.toMap(), problems));
      } else {
        problems.add(
            file,
            lineNumber,
            "the row has " + row.size() + " cells, but the header has " + header.size(),
            "Give every column a cell, and quote cells that have commas.");
      }
      lineNumber = parser.getCurrentLineNumber() + 1;
    }
    return rows;
  }

  /** Spreadsheets write a byte order mark, which is not part of the first column's name. */
  private static Reader open(Path file) throws IOException {
    return new InputStreamReader(
        BOMInputStream.builder().setInputStream(Files.newInputStream(file)).get(),
        StandardCharsets.UTF_8.newDecoder());
  }

  private static void unreadable(String file, IOException e, Problems problems) {
    MachineLimit.requireNotReached(e);
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
        file, 0, "the file is not valid CSV (" + e.getMessage() + ")", "Fix its quotes or header.");
  }
}
