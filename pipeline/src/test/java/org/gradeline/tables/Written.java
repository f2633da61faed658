package org.gradeline.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.MergedCouncil;
import org.gradeline.histories.ProjectRecords;
import org.gradeline.histories.Records;
import org.gradeline.normalising.QualityIssue;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.ReportingDate;
import org.gradeline.statistics.Tally;
import org.gradeline.storage.Location;
import org.gradeline.tables.QualityIssueTable.Listed;

/** Rows as they are written into the files of tables. */
final class Written {
  private Written() {}

  /** The view of a run over the project's records at a day. */
  static RunView view(String asAt) {
    LocalDate day = LocalDate.parse(asAt);
    return RunView.of(
        ProjectData.reference(),
        new ReportingDate(day, day),
        null,
        null,
        ProjectRecords.sourceNames());
  }

  /** A council's history, told in records. */
  static CouncilHistory history(String laCode, String... records) {
    return CouncilHistory.of(
        ProjectData.council(laCode),
        MergedCouncil.of(Records.of(records), Records.AS_NUMBERED),
        ProjectData.reference());
  }

  static List<String> rows(CouncilTable<?> table, CouncilHistory council, RunView view) {
    try {
      Path folder = Files.createTempDirectory("written");
      try (TableParts parts = new TableParts(Location.of(folder), "part")) {
        parts.write(table, council, view);
        return PartRows.of(parts.finish(), table.table().name());
      } finally {
        PathUtils.deleteDirectory(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <R, T extends Tally> List<String> rows(
      TalliedTable<R, T> table, List<CouncilHistory> councils, RunView view) {
    T tally = table.tally(view);
    councils.forEach(tally::count);
    return rows(table.table(), table.rows(tally, view));
  }

  /** Some cells of a row, by their columns, with spaces between. */
  static String cells(Table<?> table, String row, String... columns) {
    try (CSVParser parser = CSVParser.parse(row, CellWriter.FORMAT)) {
      CSVRecord cells = parser.iterator().next();
      return Arrays.stream(columns)
          .map(column -> cells.get(table.header().indexOf(column)))
          .collect(Collectors.joining(" "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <I extends QualityIssue> List<String> rows(
      QualityIssueTable<I> table, I issue, RunView view) {
    return rows(table.table(), Stream.of(new Listed<>(view.source(issue.source()), issue)));
  }

  static <R> List<String> rows(Table<R> table, Stream<R> rows) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (TableWriter<R> writer = new TableWriter<>(text, table)) {
      writer.write(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
