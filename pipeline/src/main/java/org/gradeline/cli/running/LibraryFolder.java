package org.gradeline.cli.running;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.cli.messages.MachineException;

/**
 * The folder that a run unpacks native libraries into: in its work folder, so that the next run
 * sweeps up what a killed one leaves; in the system's folder for temporary files where the disk of
 * the reports does not permit programs and libraries (it is mounted {@code noexec}).
 *
 * @param path the folder
 * @param temporary whether it is outside the work folder, and deleted when closed
 */
record LibraryFolder(Path path, boolean temporary) implements Closeable {
  private static final String PURE_JAVA_SNAPPY = "org.xerial.snappy.purejava";

  /**
   * Makes the folder.
   *
   * @param work the run's work folder
   * @throws MachineException when libraries can be loaded from neither place
   */
  static LibraryFolder in(Path work) throws IOException {
    // Beam compresses its few steps with Snappy, which needs no library for that.
    if (System.getProperty(PURE_JAVA_SNAPPY) == null) {
      System.setProperty(PURE_JAVA_SNAPPY, "true");
    }
    Path own = Files.createDirectories(work.resolve("libraries"));
    if (permitsLibraries(own)) {
      return new LibraryFolder(own, false);
    }
    LibraryFolder other = new LibraryFolder(TemporaryFolder.create(), true);
    if (permitsLibraries(other.path)) {
      return other;
    }
    other.close();
    throw new MachineException(
        "libraries can be loaded neither from the reports folder's disk nor from %s: both are mounted noexec. Name a reports folder on another disk with --reports, or set GRADELINE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER."
            .formatted(System.getProperty("java.io.tmpdir")));
  }

  /** On a disk that is mounted {@code noexec}, nobody may execute any file, root neither. */
  private static boolean permitsLibraries(Path folder) throws IOException {
    File probe = Files.createFile(folder.resolve("probe")).toFile();
    try {
      return probe.setExecutable(true) && probe.canExecute();
    } finally {
      Files.delete(probe.toPath());
    }
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      PathUtils.deleteDirectory(path);
    }
  }
}
