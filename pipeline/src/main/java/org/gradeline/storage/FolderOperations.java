package org.gradeline.storage;

import java.io.IOException;
import java.nio.file.Path;

/** The steps by which reports folders change. A test puts failures in their place. */
interface FolderOperations {
  /** Makes a folder, unless there is one. */
  void create(Path folder) throws IOException;

  /** Renames a folder in one step, onto nothing or, where the system allows, an empty folder. */
  void move(Path from, Path to) throws IOException;

  /**
   * Swaps the names of two folders in one step.
   *
   * @return false when the system or the file system cannot, and nothing has changed
   */
  boolean exchange(Path one, Path other) throws IOException;

  /** Gives a folder the permissions of another. */
  void copyPermissions(Path from, Path to) throws IOException;

  /** Deletes a folder and all that is in it. */
  void delete(Path folder) throws IOException;
}
