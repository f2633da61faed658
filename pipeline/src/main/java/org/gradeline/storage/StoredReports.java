package org.gradeline.storage;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * Reports in a file system that is elsewhere, such as an object store, where nothing can be swapped
 * in one step. Each run has a folder of its own under {@code runs/}; the file {@code current.json}
 * says which of them is published, and is written last. The run before stays until the next is
 * published, so that whoever reads it can finish.
 *
 * <p>An object store has no lock. Two runs at once do not mix, as each has its own folder: the one
 * that ends last is published. Whoever schedules runs sees to it that there is one at a time.
 */
public final class StoredReports implements HeldReports {
  /** The file that names the published run. */
  public static final String POINTER = "current.json";

  private static final String RUNS = "runs";
  private static final String WORK = "work";
  private static final String REJECTED = "rejected-run";
  private static final String RUN_FIELD = "run";
  private static final int KEPT = 2;
  private static final int WRITERS = 8;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Location reports;
  private final String run;
  private final Path folder;

  private StoredReports(Location reports, Path folder) {
    this.reports = reports;
    this.folder = folder;
    this.run = TIME.format(Instant.now()) + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  static StoredReports open(Location reports) throws IOException {
    // A place that cannot be reached says so before the work, not after it.
    current(reports);
    return new StoredReports(reports, Files.createTempDirectory("gradeline-"));
  }

  /**
   * The folder of the published run.
   *
   * @return none when nothing is published there
   * @throws IOException when the place cannot be read, or was not made by Gradeline
   */
  static Optional<Location> current(Location reports) throws IOException {
    Location pointer = reports.resolve(POINTER);
    if (pointer.stamp().isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = pointer.open()) {
      String named = MAPPER.readTree(in).path(RUN_FIELD).asText();
      if (!named.matches("[0-9TZ]+-[0-9a-f]+")) {
        throw new UnfitFolderException(
            pointer + " does not name a run. Name another folder, or remove the file");
      }
      return Optional.of(reports.resolve(RUNS).resolve(named));
    } catch (JacksonException e) {
      throw new UnfitFolderException(
          pointer + " cannot be read. Name another folder, or remove the file");
    }
  }

  @Override
  public Location published() {
    return reports.resolve(RUNS).resolve(run);
  }

  @Override
  public Path staging() throws IOException {
    return Files.createDirectories(folder.resolve("staging"));
  }

  @Override
  public Path work() throws IOException {
    return Files.createDirectories(folder.resolve("work"));
  }

  @Override
  public Location shared() {
    return reports.resolve(WORK).resolve(run);
  }

  @Override
  public Optional<Location> publish() throws IOException {
    write(staging(), published());
    point();
    return sweep();
  }

  private void point() throws IOException {
    try (OutputStream out = reports.resolve(POINTER).create()) {
      out.write(MAPPER.writeValueAsBytes(MAPPER.createObjectNode().put(RUN_FIELD, run)));
    }
  }

  /** Deletes all but the last runs; gives the place of what is left when that fails. */
  private Optional<Location> sweep() {
    Location runs = reports.resolve(RUNS);
    try {
      List<Location.Found> files = runs.filesBelow();
      TreeSet<String> names = new TreeSet<>();
      files.forEach(file -> names.add(runOf(file.location())));
      names.remove(run);
      Set<String> kept = Set.copyOf(names.descendingSet().stream().limit(KEPT - 1L).toList());
      Location.delete(
          files.stream()
              .map(Location.Found::location)
              .filter(file -> names.contains(runOf(file)) && !kept.contains(runOf(file)))
              .toList());
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.of(runs);
    }
  }

  private String runOf(Location file) {
    String inside = file.text().substring(reports.resolve(RUNS).text().length() + 1);
    return inside.substring(0, inside.indexOf('/'));
  }

  @Override
  public void publishPart(String name) throws IOException {
    Location last =
        current(reports)
            .orElseThrow(() -> new UnfitFolderException("there are no reports. Make them first"));
    LocalCopy.folder(last, staging(), file -> !file.startsWith(name + "/"));
    publish();
  }

  @Override
  public Location reject() throws IOException {
    Location rejected = reports.resolve(REJECTED);
    List<Location> before = rejected.filesBelow().stream().map(Location.Found::location).toList();
    Location kept = rejected.resolve(run);
    write(staging(), kept);
    Location.delete(before);
    return kept;
  }

  private static void write(Path from, Location to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> written = new ArrayList<>();
      for (Path file : files) {
        String name = from.relativize(file).toString().replace('\\', '/');
        written.add(writers.submit(() -> copy(file, to.resolve(name))));
      }
      for (Future<?> each : written) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UncheckedIOException failure
          ? failure.getCause()
          : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      writers.shutdownNow();
    }
  }

  private static void copy(Path file, Location to) {
    try (OutputStream out = to.create()) {
      Files.copy(file, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what is on this machine; the run itself deletes what its workers left. */
  @Override
  public void close() throws IOException {
    PathUtils.deleteDirectory(folder);
  }
}
