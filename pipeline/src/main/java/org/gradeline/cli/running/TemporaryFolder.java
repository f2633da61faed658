package org.gradeline.cli.running;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.gradeline.cli.messages.MachineException;

/** Folders of a command's own in the system's folder for temporary files. */
public final class TemporaryFolder {
  private static final String PREFIX = "gradeline-";

  private TemporaryFolder() {}

  /**
   * Makes an empty folder, which is the caller's to delete.
   *
   * @throws MachineException when the system's folder cannot be used
   */
  public static Path create() throws MachineException {
    try {
      return Files.createTempDirectory(PREFIX);
    } catch (IOException e) {
      throw new MachineException(
          ("the folder for temporary files, %s, cannot be used (%s). Set another with"
                  + " GRADELINE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER.")
              .formatted(System.getProperty("java.io.tmpdir"), reason(e)),
          e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof FileSystemException files && files.getReason() != null
        ? files.getReason()
        : String.valueOf(e.getMessage());
  }
}
