package org.gradeline.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gradeline.storage.Location;
import org.jspecify.annotations.Nullable;

/**
 * Shows that a long step is still at work: a file in the run's work folder that the step touches
 * every few seconds. Beam's counters move only when a step has ended. Not thread safe.
 */
final class Heartbeat {
  private static final String ENDING = ".beat";
  private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final @Nullable Path file;
  private long last = System.nanoTime();

  /**
   * @param folder the folder of all heartbeats of the run; null when nobody listens
   * @param name the step's own name
   */
  Heartbeat(@Nullable Location folder, String name) {
    this.file = folder == null ? null : folder.path().resolve(name + ENDING);
  }

  /** Says that the step goes on; costs next to nothing. */
  void beat() {
    long now = System.nanoTime();
    if (file != null && now - last > INTERVAL_NANOS) {
      last = now;
      touch(file);
    }
  }

  private void touch(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, Long.toString(last));
    } catch (IOException e) {
      // The step itself meets the same failure when it writes, and reports it.
    }
  }

  /** A number that changes with every beat of any step. */
  static long sum(@Nullable Location folder) {
    if (folder == null) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder.path())) {
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
