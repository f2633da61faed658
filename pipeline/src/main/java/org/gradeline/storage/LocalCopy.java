package org.gradeline.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;
import org.apache.commons.io.FileUtils;

/**
 * A file on this machine, for whoever has to look here and there in it: the file itself, or a copy
 * of one that is elsewhere, which is deleted when closed.
 *
 * @param path the file
 * @param temporary whether it is a copy
 */
public record LocalCopy(Path path, boolean temporary) implements Closeable {
  private static final String PREFIX = "gradeline-";

  /**
   * A file on this machine.
   *
   * @throws IOException when it is elsewhere and cannot be copied
   */
  public static LocalCopy of(Location file) throws IOException {
    if (file.isLocal()) {
      return new LocalCopy(file.path(), false);
    }
    LocalCopy local = new LocalCopy(Files.createTempFile(PREFIX, ""), true);
    try {
      copy(file, local.path);
      return local;
    } catch (IOException | RuntimeException e) {
      local.close();
      throw e;
    }
  }

  private static void copy(Location file, Path to) throws IOException {
    try (InputStream in = file.open()) {
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Copies a folder that is elsewhere, as far as it is wanted, to this machine.
   *
   * @param folder the folder
   * @param target where to
   * @param wanted takes the name of a file in the folder
   */
  static void folder(Location folder, Path target, Predicate<String> wanted) throws IOException {
    for (Location.Found file : folder.filesBelow()) {
      String name = file.location().text().substring(folder.text().length() + 1);
      if (wanted.test(name)) {
        Path copy = target.resolve(name).normalize();
        if (!copy.startsWith(target)) {
          throw new IOException(file.location() + " has a name that leads out of its folder");
        }
        Files.createDirectories(copy.resolveSibling(""));
        copy(file.location(), copy);
      }
    }
  }

  /**
   * A folder on this machine, for as long as the process lives: the folder itself, or a copy of one
   * that is elsewhere.
   *
   * @param folder the folder
   * @param wanted which files of a copy are wanted, by their names in the folder
   */
  public static Path keptFolder(Location folder, Predicate<String> wanted) throws IOException {
    if (folder.isLocal()) {
      return folder.path();
    }
    Path copy = Files.createTempDirectory(PREFIX);
    try {
      folder(folder, copy, wanted);
    } finally {
      FileUtils.forceDeleteOnExit(copy.toFile());
    }
    return copy;
  }

  /** A file on this machine, for as long as the process lives, under its own name. */
  public static Path kept(Location file) throws IOException {
    if (file.isLocal()) {
      return file.path();
    }
    Path copy = Files.createTempDirectory(PREFIX).resolve(file.name());
    try {
      copy(file, copy);
    } finally {
      FileUtils.forceDeleteOnExit(copy.resolveSibling("").toFile());
    }
    return copy;
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      Files.deleteIfExists(path);
    }
  }
}
