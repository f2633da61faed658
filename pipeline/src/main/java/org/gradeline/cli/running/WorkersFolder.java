package org.gradeline.cli.running;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.storage.Location;

/**
 * The folder for what workers leave, which is deleted with the run: beside the reports, or where
 * {@code --tempLocation} says, because the workers of a cluster must be able to reach it.
 *
 * @param folder the folder
 */
record WorkersFolder(Location folder) implements Closeable {
  /**
   * The folder of a run.
   *
   * @param besideReports where it is when the options do not say
   */
  static WorkersFolder of(Location besideReports, PipelineOptions options) {
    String temporary = options.getTempLocation();
    return new WorkersFolder(
        temporary == null || temporary.isEmpty()
            ? besideReports
            : Location.of(temporary).absolute().resolve("gradeline-" + UUID.randomUUID()));
  }

  /** Deletes what is there. What workers that still run leave later stays. */
  @Override
  public void close() throws IOException {
    try {
      if (!folder.isLocal()) {
        Location.delete(folder.filesBelow().stream().map(Location.Found::location).toList());
      } else if (Files.exists(folder.path())) {
        PathUtils.deleteDirectory(folder.path());
      }
    } catch (IOException | RuntimeException e) {
      // The reports are not affected, and the next run has a folder of its own.
    }
  }
}
