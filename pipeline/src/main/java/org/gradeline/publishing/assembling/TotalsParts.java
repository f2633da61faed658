package org.gradeline.publishing.assembling;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gradeline.statistics.CountsInput;
import org.gradeline.statistics.CountsOutput;
import org.gradeline.statistics.Tally;

/**
 * The totals that workers leave in a folder, as they leave the parts of the tables, and their sum.
 * As elements of the pipeline they would be copied many times over.
 */
public final class TotalsParts {
  private static final String ENDING = ".totals";

  private TotalsParts() {}

  /**
   * Leaves a worker's totals. They appear under their name only when they are whole, and one name
   * is there once, however often a worker is started again.
   */
  public static void write(Path folder, String name, RunTotals totals) throws IOException {
    CountsOutput counts = new CountsOutput();
    totals.write(counts);
    totals.writeTallies(counts);
    Files.createDirectories(folder);
    Path written = folder.resolve("." + name + "-" + UUID.randomUUID());
    try (OutputStream out = Files.newOutputStream(written)) {
      counts.writeTo(out);
    }
    Files.move(
        written,
        folder.resolve(name + ENDING),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * The sum of all totals in a folder.
   *
   * @param tallies makes empty tallies for a run, which depend on the sum of its other totals
   * @throws IOException when a file cannot be read, or is not what a worker of this run has left
   */
  public static RunTotals sum(Path folder, Function<RunTotals, List<Tally>> tallies)
      throws IOException {
    List<Path> files = files(folder);
    RunTotals sum = new RunTotals();
    for (Path file : files) {
      sum.add(new CountsInput(Files.readAllBytes(file)));
    }
    sum.setTallies(tallies.apply(sum));
    for (Path file : files) {
      CountsInput in = new CountsInput(Files.readAllBytes(file));
      new RunTotals().add(in);
      sum.addTallies(in);
      Files.delete(file);
    }
    return sum;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
  }
}
