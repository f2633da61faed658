package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.tables.CellWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same records give the same bytes, however they come and however the work is cut up. */
@DisplayName("Order makes no difference")
class OrderTest {
  private static final CSVFormat WITH_HEADER =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  @TempDir private static Path folder;
  private static Path reports;

  @BeforeAll
  static void runOnTheProjectsData() {
    reports = folder.resolve("reports");
    assertThat(CommandLineRun.run(reports, List.of()).status()).isZero();
  }

  @ParameterizedTest(name = "{0} ranges of councils, slices of {1} bytes, {2} threads")
  @CsvSource({"1, 1000000, 1", "7, 3000, 4", "23, 900, 3"})
  void ofTheWork(String ranges, String sliceBytes, String threads) throws IOException {
    Path other = folder.resolve("ranges-" + ranges);
    CommandLineRun run =
        CommandLineRun.run(
            other,
            List.of(),
            "--councilRanges=" + ranges,
            "--sliceBytes=" + sliceBytes,
            "--targetParallelism=" + threads);
    assertThat(run.status()).isZero();
    Map<String, byte[]> expected = CommandLineRun.files(reports);
    Map<String, byte[]> actual = CommandLineRun.files(other);
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach(
        (path, bytes) -> assertThat(Arrays.equals(bytes, expected.get(path))).as(path).isTrue());
  }

  @ParameterizedTest(name = "shuffled by {0}")
  @ValueSource(longs = {1, 2, 3})
  void ofTheRecords(long seed) throws IOException {
    Path input = Files.createDirectories(folder.resolve("shuffled-" + seed));
    shuffle(input, new Random(seed));
    Path other = folder.resolve("shuffled-reports-" + seed);
    String gates = CommandLineRun.DATA.resolve("gates.yaml").toString();
    List<String> options = List.of("--input", input.toString(), "--gates", gates);
    assertThat(CommandLineRun.run(other, options).status()).isZero();
    Set<String> paths = CommandLineRun.files(reports).keySet();
    assertThat(CommandLineRun.files(other).keySet()).isEqualTo(paths);
    for (String path : paths) {
      if (path.endsWith(".csv")) {
        assertThat(withoutSources(other, path)).as(path).isEqualTo(withoutSources(reports, path));
      }
    }
  }

  @Test
  void ofNamesThatBeginLikeFormulas() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    for (String part : List.of("reference", "frameworks")) {
      PathUtils.copyDirectory(CommandLineRun.DATA.resolve(part), data.resolve(part));
    }
    Path inspections = Files.createDirectories(data.resolve("inspections"));
    String header = "la_code,framework,start_date,published_date,overall_effectiveness\n";
    int day = 20;
    for (String file : List.of("'a.csv", "0.csv", "=a.csv", "a.csv")) {
      // Inspections of one start with different publications, and one without a start.
      Files.writeString(
          inspections.resolve(file),
          header
              + "340,ilacs,2024-11-18,2025-01-%d,Inadequate\n".formatted(day)
              + "941,ilacs,2022-10-03,2022-11-%d,Good\n".formatted(day)
              + "815,ilacs,,2023-08-18,Outstanding\n");
      day++;
    }
    List<List<CSVRecord>> warnings = new ArrayList<>();
    for (String ranges : List.of("1", "7")) {
      Path other = folder.resolve("named-" + ranges);
      List<String> options = List.of("--data", data.toString());
      assertThat(CommandLineRun.run(other, options, "--councilRanges=" + ranges).err()).isEmpty();
      warnings.add(CommandLineRun.rows(other, "quality/warnings.csv"));
    }
    assertThat(warnings.get(0))
        .extracting(row -> CellWriter.textOf(row.get("source")))
        .hasSize(10)
        .isSorted();
    assertThat(warnings.get(1).toString()).isEqualTo(warnings.get(0).toString());
  }

  /**
   * Rows without their place; those of warnings in any order, because their place is their order.
   */
  private static List<List<String>> withoutSources(Path reports, String path) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (CSVRecord row : CommandLineRun.rows(reports, path)) {
      Map<String, String> cells = new LinkedHashMap<>(row.toMap());
      cells.keySet().removeAll(List.of("source", "source_line"));
      rows.add(List.copyOf(cells.values()));
    }
    if (path.startsWith("quality/")) {
      rows.sort((a, b) -> a.toString().compareTo(b.toString()));
    }
    return rows;
  }

  /**
   * All records of the project's CSV files, in any order, over seven files with columns in any
   * order.
   */
  private static void shuffle(Path input, Random random) throws IOException {
    Set<String> columns = new LinkedHashSet<>();
    List<Map<String, String>> records = new ArrayList<>();
    Path inspections = CommandLineRun.DATA.resolve("inspections");
    try (Stream<Path> files = Files.list(inspections)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".csv")).toList()) {
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, WITH_HEADER)) {
          columns.addAll(parser.getHeaderNames());
          parser.forEach(record -> records.add(record.toMap()));
        }
      }
    }
    Collections.shuffle(records, random);
    int files = 7;
    for (int file = 0; file < files; file++) {
      List<String> header = new ArrayList<>(columns);
      Collections.shuffle(header, random);
      try (BufferedWriter writer = Files.newBufferedWriter(input.resolve("part-" + file + ".csv"));
          CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
        printer.printRecord(header);
        for (int i = file; i < records.size(); i += files) {
          Map<String, String> record = records.get(i);
          printer.printRecord(
              header.stream().map(column -> record.getOrDefault(column, "")).toList());
        }
      }
    }
    // The press records last, as in the project's data, where the reports go before them.
    Files.copy(inspections.resolve("knowsley.json"), input.resolve("press.json"));
  }
}
