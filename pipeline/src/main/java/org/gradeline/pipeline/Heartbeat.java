package org.gradeline.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Shows that a long step is still at work: a file in the run's work folder that the step touches
 * every few seconds. Beam's counters move only when a step has ended. Not thread safe.
 */
final class Heartbeat {
  private static final String ENDING = ".beat";
  private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Path file;
  private long last = System.nanoTime();

  /**
   * @param folder the folder of all heartbeats of the run
   * @param name the step's own name
   */
  Heartbeat(Path folder, String name) {
    this.file = folder.resolve(name + ENDING);
  }

  /** Says that the step goes on; costs next to nothing. */
  void beat() {
    long now = System.nanoTime();
    if (now - last > INTERVAL_NANOS) {
      last = now;
      touch();
    }
  }

  private void touch() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, Long.toString(last));
    } catch (IOException e) {
      // The step itself meets the same failure when it writes, and reports it.
    }
  }

  /** A number that changes with every beat of any step. */
  static long sum(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .mapToLong(file -> file.toFile().lastModified())
          .sum();
    } catch (IOException e) {
      // There is none yet.
      return 0;
    }
  }
}
