package org.gradeline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradeline.benchmark.GradelineProcess.Finished;

/**
 * Makes the same tables from the same generated records with Gradeline and with DuckDB, one after
 * the other and several times, compares them, and tells what each took; beside them the time that
 * parsing the file alone takes.
 */
public final class Benchmark {
  private Benchmark() {}

  /**
   * Runs the benchmark from the project's folder.
   *
   * @param arguments records, councils, heap, repetitions
   */
  public static void main(String[] arguments) throws Exception {
    long records = Long.parseLong(arguments[0]);
    int councils = Integer.parseInt(arguments[1]);
    String heap = arguments[2];
    int repetitions = Integer.parseInt(arguments[3]);
    Path root = Path.of("").toAbsolutePath().normalize();
    Path folder = Files.createDirectories(root.resolve("pipeline/target/benchmark"));
    BenchmarkData data = BenchmarkData.of(root.resolve("data"), folder, records, councils);
    GradelineProcess gradeline = new GradelineProcess(root, heap);
    Path reports = folder.resolve("reports");
    Path duckDbFolder = folder.resolve("duckdb");
    List<String> command =
        List.of("run", "--data", data.folder().toString(), "--reports", reports.toString());
    // Whatever the script builds, it builds before the clock starts.
    gradeline.run(List.of("--version"));
    DuckDbTables duckDb = new DuckDbTables(data, duckDbFolder);
    ParsingAlone parsing = new ParsingAlone(data.records());
    List<Double> gradelineSeconds = new ArrayList<>();
    List<Double> duckDbSeconds = new ArrayList<>();
    List<Double> parsingSeconds = new ArrayList<>();
    long peak = 0;
    boolean same = true;
    for (int i = 1; i <= repetitions; i++) {
      Finished finished = gradeline.run(command);
      gradelineSeconds.add(finished.seconds());
      peak = Math.max(peak, finished.peakKilobytes());
      duckDbSeconds.add(duckDb.run(Boolean.getBoolean("benchmark.verbose")));
      parsingSeconds.add(parsing.run().seconds());
      System.out.printf(
          "%d of %d: gradeline %.1f s, duckdb %.1f s, commons csv alone %.1f s%n",
          i,
          repetitions,
          gradelineSeconds.get(i - 1),
          duckDbSeconds.get(i - 1),
          parsingSeconds.get(i - 1));
      if (i == 1) {
        same = compare(reports.resolve("tables"), duckDbFolder);
      }
    }
    double seconds = median(gradelineSeconds);
    System.out.printf("%nrecords        %,d%n", records);
    System.out.printf("councils       %,d%n", councils);
    System.out.printf("bytes          %,d%n", Files.size(data.records()));
    System.out.printf("cores          %d%n", Runtime.getRuntime().availableProcessors());
    System.out.printf("gradeline      %.1f s, in a heap of %s%n", seconds, heap);
    System.out.printf("  peak memory  %s%n", peak == 0 ? "unknown" : peak / 1024 + " MiB");
    System.out.printf(
        "duckdb         %.1f s; gradeline takes %.1f times as long%n",
        median(duckDbSeconds), seconds / median(duckDbSeconds));
    System.out.printf(
        "commons csv    %.1f s, parsing alone; gradeline takes %.1f times as long%n",
        median(parsingSeconds), seconds / median(parsingSeconds));
    System.out.println("tables         " + (same ? "the same" : "DIFFERENT, see above"));
    if (!same) {
      System.exit(1);
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

  private static double median(List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
