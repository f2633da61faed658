package org.gradeline.cli.running;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.cli.messages.MachineException;
import org.xerial.snappy.OSInfo;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyLoader;

/**
 * The folder that a run unpacks native libraries into: in its work folder, so that the next run
 * sweeps up what a killed one leaves; in the system's folder for temporary files where the disk of
 * the reports does not permit programs and libraries (it is mounted {@code noexec}).
 *
 * @param path the folder
 * @param temporary whether it is outside the work folder, and deleted when closed
 */
record LibraryFolder(Path path, boolean temporary) implements Closeable {
  /**
   * Makes the folder.
   *
   * @param work the run's work folder
   * @throws MachineException when libraries can be loaded from neither place
   */
  static LibraryFolder in(Path work) throws IOException {
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
        ("libraries may be loaded neither from %s nor from %s, because both are mounted noexec. Set"
                + " another folder with GRADELINE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER.")
            .formatted(own, System.getProperty("java.io.tmpdir")));
  }

  /**
   * Loads the library of Snappy, with which Beam compresses its steps. Snappy itself would leave it
   * in the system's folder for temporary files whenever the program is killed, and prints stack
   * traces when it cannot.
   */
  void loadSnappy() throws IOException {
    String name = System.mapLibraryName("snappyjava");
    String resource =
        "/org/xerial/snappy/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name;
    try (InputStream library = SnappyLoader.class.getResourceAsStream(resource)) {
      if (library != null && System.getProperty(SnappyLoader.KEY_SNAPPY_LIB_PATH) == null) {
        Files.copy(library, path.resolve(name));
        System.setProperty(SnappyLoader.KEY_SNAPPY_LIB_PATH, path.toAbsolutePath().toString());
      }
    }
    // Whatever is asked of it first loads the library.
    Snappy.maxCompressedLength(0);
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
