package org.gradeline.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the reports of a folder are, and what a run needs beside them. Immutable.
 *
 * <p>A run makes the new reports in a hidden folder beside the reports folder, {@code
 * .NAME.gradeline}, so that both are on one disk and can be swapped in one step.
 *
 * @param reports the reports folder, without links
 */
public record ReportsLocation(Path reports) {
  private static final Path MOUNT_POINTS = Path.of("/proc/self/mountinfo");

  /**
   * Where a reports folder is.
   *
   * @param folder the folder as the user names it; there need not be one
   * @throws UnfitFolderException when the name is a link that leads nowhere, or the root
   * @throws IOException when it cannot be found out
   */
  public static ReportsLocation of(Path folder) throws IOException {
    ReportsLocation location = new ReportsLocation(real(folder.toAbsolutePath()));
    if (location.reports.getParent() == null) {
      throw new UnfitFolderException("it is the root of the file system. Name a folder inside it");
    }
    return location;
  }

  private static Path real(Path path) throws IOException {
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    if (Files.isSymbolicLink(path)) {
      throw new UnfitFolderException(
          "it is a link that leads nowhere. Remove it, or name a folder");
    }
    Path parent = path.getParent();
    return parent == null
        ? path
        : real(parent).resolve(path.getName(path.getNameCount() - 1)).normalize();
  }

  private Path parent() {
    return reports.resolveSibling(".").normalize();
  }

  /** The hidden folder beside the reports. */
  Path companion() {
    return reports.resolveSibling("." + reports.getFileName() + ".gradeline");
  }

  /** Where the new reports are made, and after the swap the old ones are. */
  Path staging() {
    return companion().resolve("staging");
  }

  Path work() {
    return companion().resolve("work");
  }

  /** Where the old reports are between two renames, when folders cannot be swapped. */
  Path old() {
    return companion().resolve("old");
  }

  /** Where an earlier rejected run is on its way to deletion. */
  Path oldRejected() {
    return companion().resolve("old-rejected");
  }

  Path rejected() {
    return reports.resolve(ForeignFiles.REJECTED);
  }

  /**
   * Whether a run was stopped between the two renames, so that the old reports must be put back.
   */
  boolean isHalfReplaced() {
    return !Files.exists(reports, LinkOption.NOFOLLOW_LINKS) && Files.isDirectory(old());
  }

  /**
   * Makes sure that a run can replace the folder as a whole. Writes nothing.
   *
   * @throws UnfitFolderException when it cannot, with what to do
   * @throws FileSystemException when it is a file, or cannot be written to
   */
  void requireReplaceable() throws IOException {
    if (Files.exists(reports) && !Files.isDirectory(reports)) {
      throw new FileSystemException(reports.toString());
    }
    requireOutsideOtherReports();
    if (Path.of("").toRealPath().startsWith(reports)) {
      throw new UnfitFolderException(
          "a run replaces the folder as a whole, and the command runs inside it. Name a folder"
              + " inside it, or run the command elsewhere");
    }
    if (isMountPoint()) {
      throw new UnfitFolderException(
          "a run replaces the folder as a whole, and a mount point cannot be replaced. Name a"
              + " folder inside it");
    }
    requireParent();
    if (Files.exists(parent()) && !Files.isWritable(parent())) {
      throw new UnfitFolderException(
          "a run replaces the folder as a whole, and the folder that it is in, "
              + parent()
              + ", cannot be written to. Name a folder inside it, or allow writing to "
              + parent());
    }
    if (Files.exists(reports) && !Files.isWritable(reports)) {
      throw new FileSystemException(reports.toString(), null, "permission denied");
    }
    if (!RunLock.mayBeIn(companion())) {
      throw new UnfitFolderException(
          "a run makes the new reports in "
              + companion()
              + ", and Gradeline did not make what is there. Move it elsewhere, or name another"
              + " folder");
    }
  }

  /** Makes sure that the folder can be made that the reports are in, where there is none. */
  private void requireParent() throws FileSystemException {
    Path above = parent();
    while (Files.notExists(above) && above.getParent() != null) {
      above = above.getParent();
    }
    if (!Files.isDirectory(above)) {
      throw new FileSystemException(above.toString());
    }
    if (!above.equals(parent()) && !Files.isWritable(above)) {
      throw new AccessDeniedException(above.toString());
    }
  }

  /** Makes the folder that the reports are in, where there is none. */
  void createParent() throws IOException {
    Files.createDirectories(parent());
  }

  /** The permissions of the reports, which what is made beside them shall have. */
  FileAttribute<?>[] permissions() throws IOException {
    if (!Files.exists(reports)) {
      return new FileAttribute<?>[0];
    }
    PosixFileAttributeView view = Files.getFileAttributeView(reports, PosixFileAttributeView.class);
    return view == null
        ? new FileAttribute<?>[0]
        : new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(view.readAttributes().permissions())
        };
  }

  private void requireOutsideOtherReports() throws IOException {
    Optional<Path> around = ReportsManifest.folderAround(reports);
    if (around.isPresent()) {
      throw new UnfitFolderException(
          "it is inside the reports folder "
              + around.get()
              + ", which a run replaces as a whole. Name a folder elsewhere");
    }
  }

  private boolean isMountPoint() throws IOException {
    if (!Files.exists(reports) || !Files.getFileStore(reports).supportsFileAttributeView("unix")) {
      return false;
    }
    return !Files.getAttribute(reports, "unix:dev").equals(Files.getAttribute(parent(), "unix:dev"))
        || isBound();
  }

  /** A folder may be mounted on another of the same disk. */
  private boolean isBound() throws IOException {
    if (!Files.isReadable(MOUNT_POINTS)) {
      return false;
    }
    try (Stream<String> mounts = Files.lines(MOUNT_POINTS, StandardCharsets.ISO_8859_1)) {
      String escaped = reports.toString().replace("\\", "\\134").replace(" ", "\\040");
      return mounts.map(mount -> mount.split(" ", -1)[4]).anyMatch(escaped::equals);
    }
  }
}
