package org.gradeline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.io.file.PathUtils;

/**
 * Makes the same tables from the same generated records with Gradeline and with DuckDB, one after
 * the other and several times, compares them, and tells what each took; beside them the time that
 * parsing the file alone takes. Then it tells how both grow with the records, and how much longer
 * Gradeline takes when every council is unknown.
 */
public final class Benchmark {
  private final Path root;
  private final Path folder;
  private final int repetitions;
  private final MeasuredProcess gradeline;
  private final MeasuredProcess duckDb;
  private boolean same = true;

  private Benchmark(String heap, int repetitions) throws IOException {
    this.root = Path.of("").toAbsolutePath().normalize();
    this.folder = Files.createDirectories(root.resolve("pipeline/target/benchmark"));
    this.repetitions = repetitions;
    this.gradeline = MeasuredProcess.gradeline(root, heap);
    this.duckDb = MeasuredProcess.java(root, DuckDbTables.class);
  }

  /** What the programs took for one number of records. */
  private record Size(long records, Measurements gradeline, Measurements duckDb) {}

  /**
   * Runs the benchmark from the project's folder.
   *
   * @param arguments numbers of records, separated by commas; councils, heap, repetitions
   */
  public static void main(String[] arguments) throws Exception {
    List<Long> numbers = Arrays.stream(arguments[0].split(",", -1)).map(Long::valueOf).toList();
    int councils = Integer.parseInt(arguments[1]);
    Benchmark benchmark = new Benchmark(arguments[2], Integer.parseInt(arguments[3]));
    System.out.printf(
        "%,d councils, a heap of %s, %d cores%n",
        councils, arguments[2], Runtime.getRuntime().availableProcessors());
    // Whatever the script builds, it builds before the clock starts.
    benchmark.gradeline.run(List.of("--version"));
    List<Size> sizes = new ArrayList<>();
    for (long records : numbers) {
      sizes.add(benchmark.measure(records, councils));
    }
    printGrowth(sizes);
    benchmark.unknownCouncils(numbers.get(0), councils);
    System.out.println("\ntables " + (benchmark.same ? "the same" : "DIFFERENT, see above"));
    if (!benchmark.same) {
      System.exit(1);
    }
  }

  private BenchmarkData data(long records, int councils) throws IOException {
    return BenchmarkData.of(root.resolve("data"), folder, records, councils);
  }

  private Size measure(long records, int councils) throws Exception {
    BenchmarkData data = data(records, councils);
    Path reports = folder.resolve("reports");
    Path tables = folder.resolve("duckdb");
    List<String> command =
        List.of("run", "--data", data.folder().toString(), "--reports", reports.toString());
    List<String> duckDbCommand = List.of(data.folder().toString(), tables.toString());
    Size size = new Size(records, new Measurements(), new Measurements());
    double parsing = new ParsingAlone(data.records()).run().seconds();
    for (int i = 1; i <= repetitions; i++) {
      // Earlier reports would be compared with, which takes time too.
      if (Files.exists(reports)) {
        PathUtils.deleteDirectory(reports);
      }
      size.gradeline().add(gradeline.run(command));
      size.duckDb().add(duckDb.run(duckDbCommand));
      if (i == 1) {
        System.out.printf("%n%,d records, %,d bytes%n", records, Files.size(data.records()));
        same &= compare(reports.resolve("tables"), tables);
      }
    }
    System.out.printf("  gradeline    %s%n", size.gradeline());
    System.out.printf("  duckdb       %s%n", size.duckDb());
    System.out.printf("  commons csv  %7.1f s, parsing alone%n", parsing);
    System.out.printf(
        "  gradeline takes %.2f times as long as duckdb, and %.2f times the processor seconds%n",
        size.gradeline().seconds() / size.duckDb().seconds(),
        size.gradeline().processorSeconds() / size.duckDb().processorSeconds());
    return size;
  }

  private static void printGrowth(List<Size> sizes) {
    System.out.printf("%nmillionths of a second a record%n");
    for (Size size : sizes) {
      double millions = size.records() / 1e6;
      System.out.printf(
          "%,12d records  gradeline %6.1f (%6.1f of processors)  duckdb %6.1f (%6.1f)%n",
          size.records(),
          size.gradeline().seconds() / millions,
          size.gradeline().processorSeconds() / millions,
          size.duckDb().seconds() / millions,
          size.duckDb().processorSeconds() / millions);
    }
  }

  private void unknownCouncils(long records, int councils) throws Exception {
    BenchmarkData data = data(records, councils);
    Path unknown = UnknownCouncils.of(data.records());
    Measurements good = new Measurements();
    Measurements bad = new Measurements();
    for (int i = 0; i < repetitions; i++) {
      good.add(runAlone(data, data.records()));
      bad.add(runAlone(data, unknown));
    }
    System.out.printf("%nevery council unknown, %,d records, no pages%n", records);
    System.out.printf("  good file    %s%n", good);
    System.out.printf("  unknown      %s%n", bad);
    System.out.printf(
        "  unknown councils take %.2f times as long, and %.2f times the processor seconds%n",
        bad.seconds() / good.seconds(), bad.processorSeconds() / good.processorSeconds());
  }

  /** A run that has no earlier reports to compare with. */
  private MeasuredProcess.Finished runAlone(BenchmarkData data, Path records) throws Exception {
    Path reports = Files.createTempDirectory(folder, "alone").resolve("reports");
    try {
      return gradeline.run(
          List.of(
              "run",
              "--no-site",
              "--max-rejected",
              "off",
              "--data",
              data.folder().toString(),
              "--input",
              records.toString(),
              "--reports",
              reports.toString()));
    } finally {
      PathUtils.deleteDirectory(reports.getParent());
    }
  }

  private static boolean compare(Path gradeline, Path duckDb) throws IOException {
    boolean same = true;
    for (String table : TableComparison.TABLES) {
      TableComparison comparison =
          TableComparison.of(gradeline.resolve(table + ".csv"), duckDb.resolve(table + ".csv"));
      boolean equal = comparison.differences().isEmpty();
      same &= equal;
      System.out.printf(
          "  %-13s %,d rows%s%n", table, comparison.rows(), equal ? ", the same" : "; DIFFERENT");
      comparison.differences().forEach(difference -> System.out.println("    " + difference));
    }
    return same;
  }
}
