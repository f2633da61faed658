package org.gradeline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * A generated data folder, made once for each number of records and councils.
 *
 * @param folder the folder
 */
record BenchmarkData(Path folder) {
  /** Changes whenever the generator makes other files. */
  private static final int VERSION = 3;

  /** Name of the records in the tables. */
  static final String SOURCE = "records.csv";

  /**
   * The data folder for so many records and councils.
   *
   * @param own the project's own data folder, from which the frameworks are taken
   * @param under where generated folders are kept
   */
  static BenchmarkData of(Path own, Path under, long records, int councils) throws IOException {
    Path folder = under.resolve("data-%d-%d-v%d".formatted(records, councils, VERSION));
    if (!Files.isDirectory(folder)) {
      System.out.println("Generating " + records + " records of " + councils + " councils...");
      Path unfinished = under.resolve(folder.getFileName() + ".unfinished");
      if (Files.exists(unfinished)) {
        PathUtils.delete(unfinished);
      }
      generate(own, unfinished, records, councils);
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return new BenchmarkData(folder);
  }

  private static void generate(Path own, Path folder, long records, int councils)
      throws IOException {
    Path frameworks = Files.createDirectories(folder.resolve("frameworks"));
    try (Stream<Path> files = Files.list(own.resolve("frameworks"))) {
      for (Path file : files.toList()) {
        Files.copy(file, frameworks.resolve(file.getFileName()));
      }
    }
    GeneratedRegister register = new GeneratedRegister(councils);
    register.write(own.resolve("reference"), folder.resolve("reference"));
    List<GeneratedCouncil> all = register.councils();
    Files.createDirectories(folder.resolve("inspections"));
    new GeneratedRecords(records, all).write(folder.resolve("inspections").resolve(SOURCE));
  }

  /** The file of all records. */
  Path records() {
    return folder.resolve("inspections").resolve(SOURCE);
  }

  /** The folder of reference data. */
  Path reference() {
    return folder.resolve("reference");
  }
}
