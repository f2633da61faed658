package org.gradeline.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.RecordTables;
import org.gradeline.reading.Slice;
import org.gradeline.reading.SliceReader;
import org.gradeline.reading.Source;
import org.gradeline.reading.Sources;
import org.gradeline.reference.Layout;
import org.gradeline.reference.ReferenceException;
import org.gradeline.reference.ReferenceLoader;

/**
 * Reads workbooks of 260,000 cells, and prints how long each took. With {@code -Xmx64m} it also
 * shows that they need no more.
 *
 * <pre>
 * mvn -B verify -DskipTests
 * java -Xmx64m -cp ... org.gradeline.benchmark.WorkbookBenchmark [ROWS] [FILE]
 * </pre>
 */
public final class WorkbookBenchmark {
  private static final int ROWS = 20_000;

  private WorkbookBenchmark() {}

  /** Generates workbooks and reads them, or reads one that is there already. */
  public static void main(String[] arguments) throws IOException, ReferenceException {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROWS;
    List<Layout> known = ReferenceLoader.load(Path.of("data")).layouts();
    Layouts layouts = new Layouts(known.get(0), known);
    if (arguments.length > 1) {
      read(Path.of(arguments[1]), layouts);
      return;
    }
    Path folder = Files.createTempDirectory("workbooks");
    WorkbookGenerator.xlsx(folder.resolve("shared.xlsx"), rows, true);
    WorkbookGenerator.xlsx(folder.resolve("inline.xlsx"), rows, false);
    WorkbookGenerator.ods(folder.resolve("history.ods"), rows);
    System.out.println("The workbooks are in " + folder + ".");
    for (Source file : Sources.in(folder)) {
      read(Path.of(file.path()), layouts);
    }
  }

  private static void read(Path file, Layouts layouts) throws IOException {
    long start = System.nanoTime();
    long processor = processorTime();
    List<Source> files = Sources.matching(List.of(file.toString()));
    RecordTables tables = RecordTables.of(files, List.of(), layouts);
    long[] entries = new long[2];
    for (Source source : tables.sources()) {
      SliceReader.read(
          Slice.whole(source), layouts, entry -> entries[entry instanceof RawRecord ? 0 : 1]++);
    }
    System.out.printf(
        Locale.ROOT,
        "%-12s %,d records, %,d others: %.2f s, %.2f processor seconds%n",
        file.getFileName(),
        entries[0],
        entries[1],
        (System.nanoTime() - start) / 1e9,
        (processorTime() - processor) / 1e9);
  }

  /** Of all threads, with the compiler's and the collector's. */
  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
