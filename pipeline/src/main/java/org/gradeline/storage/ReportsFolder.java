package org.gradeline.storage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.io.file.PathUtils;

/**
 * The reports folder, held by one run at a time.
 *
 * <p>A run makes its reports in a staging folder beside it. {@link #publish} swaps the two in one
 * step: whoever looks sees the last reports or the new ones, never a mix, whenever the run dies.
 * Where the system cannot swap folders it takes two renames, and every command that finds a run
 * stopped between them puts the last reports back first (see {@link LastReports}). Reports that
 * fail a gate are kept inside the reports folder, in a folder of their own, until a later run
 * publishes.
 *
 * <pre>{@code
 * try (ReportsFolder reports = ReportsFolder.open(folder)) {
 *   write(reports.staging());
 *   reports.publish();
 * }
 * }</pre>
 *
 * <p>Not safe for several threads. A lock on a file keeps other runs out, in this process and in
 * others.
 */
public final class ReportsFolder implements HeldReports {
  private final Path folder;
  private final ReportsLocation location;
  private final RunLock lock;
  private final FolderOperations operations;
  private boolean isWritten = true;

  private ReportsFolder(
      Path folder, ReportsLocation location, RunLock lock, FolderOperations operations) {
    this.folder = folder;
    this.location = location;
    this.lock = lock;
    this.operations = operations;
  }

  /** A folder has files that Gradeline did not make, which publishing would delete. */
  public static final class ForeignException extends IOException {
    private static final long serialVersionUID = 1L;

    ForeignException(String file) {
      super(
          "the folder has '"
              + file
              + "', which Gradeline did not make. A run would delete it. Move it elsewhere, or name"
              + " an empty or a new folder");
    }
  }

  /** Another run holds the reports folder. */
  public static final class BusyException extends IOException {
    private static final long serialVersionUID = 1L;

    BusyException(Path folder) {
      super(
          "another run is writing to "
              + folder
              + "; wait for it, or name another folder with --reports");
    }
  }

  /** The last reports are not in their place, because they could not be put back. */
  public static final class DisplacedException extends IOException {
    private static final long serialVersionUID = 1L;

    DisplacedException(Path old, IOException cause) {
      super("The last reports are whole, in " + old + ". The next command puts them back.", cause);
    }
  }

  /**
   * Opens a reports folder for a run. Puts back what an earlier run was stopped replacing, and
   * deletes what it left unpublished.
   *
   * @throws ForeignException when the folder has files that Gradeline did not make
   * @throws BusyException when another run holds it
   * @throws UnfitFolderException when a run cannot replace it as a whole
   * @throws IOException when it cannot be written
   */
  public static ReportsFolder open(Path folder) throws IOException {
    return open(folder, new SystemOperations());
  }

  static ReportsFolder open(Path folder, FolderOperations operations) throws IOException {
    ReportsLocation location = ReportsLocation.of(folder);
    location.requireReplaceable();
    requireOwn(location);
    location.createParent();
    RunLock lock =
        RunLock.take(location.companion(), location.permissions())
            .orElseThrow(() -> new BusyException(folder));
    ReportsFolder reports = new ReportsFolder(folder, location, lock, operations);
    try {
      reports.sweep();
    } catch (IOException e) {
      lock.close();
      throw e;
    }
    return reports;
  }

  /**
   * Makes sure that a run could open a reports folder now. Writes nothing.
   *
   * @return the folder that has the last reports, which a run that was stopped may have left beside
   *     their place; none when there are none
   * @throws IOException as {@link #open(Path)} does
   */
  static Optional<Path> replaceable(Path folder) throws IOException {
    ReportsLocation location = ReportsLocation.of(folder);
    location.requireReplaceable();
    requireOwn(location);
    if (RunLock.isTaken(location.companion())) {
      throw new BusyException(folder);
    }
    if (location.isHalfReplaced()) {
      return Optional.of(location.old());
    }
    return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
  }

  private static void requireOwn(ReportsLocation location) throws IOException {
    Optional<String> foreign = ForeignFiles.first(location.reports());
    if (foreign.isPresent()) {
      throw new ForeignException(foreign.get());
    }
  }

  /** Undoes the first of two renames. For whoever holds the lock. */
  static void restore(ReportsLocation location, FolderOperations operations) throws IOException {
    if (location.isHalfReplaced()) {
      operations.move(location.old(), location.reports());
    }
  }

  @Override
  public Location published() {
    return Location.of(folder);
  }

  @Override
  public Path staging() throws IOException {
    isWritten = false;
    operations.create(location.staging());
    return location.staging();
  }

  @Override
  public Path work() throws IOException {
    operations.create(location.work());
    return location.work();
  }

  @Override
  public Location shared() throws IOException {
    return Location.of(work().resolve("workers").toAbsolutePath());
  }

  /**
   * Replaces the last reports with the staged ones.
   *
   * @return where the last reports still are, when they could not be deleted
   * @throws ForeignException when somebody has put a file into the folder meanwhile
   * @throws DisplacedException when the last reports are not in their place any more
   * @throws IOException when the reports could not be replaced; they are as they were
   */
  @Override
  public Optional<Location> publish() throws IOException {
    isWritten = true;
    requireOwn(location);
    Path reports = location.reports();
    if (!Files.exists(reports, LinkOption.NOFOLLOW_LINKS)) {
      operations.move(location.staging(), reports);
      return Optional.empty();
    }
    operations.copyPermissions(reports, location.staging());
    // Only POSIX renames onto an empty folder.
    if (File.separatorChar == '/' && PathUtils.isEmptyDirectory(reports)) {
      operations.move(location.staging(), reports);
      return Optional.empty();
    }
    if (operations.exchange(location.staging(), reports)) {
      return undeleted(location.staging());
    }
    operations.move(reports, location.old());
    try {
      operations.move(location.staging(), reports);
    } catch (IOException e) {
      putBack(e);
      throw e;
    }
    return undeleted(location.old());
  }

  /**
   * Replaces one folder of the last reports with the staged one of that name, and leaves the others
   * as they are.
   *
   * @throws ForeignException when somebody has put a file into the reports meanwhile
   * @throws IOException when it could not be replaced
   */
  @Override
  public void publishPart(String name) throws IOException {
    isWritten = true;
    requireOwn(location);
    Path part = location.reports().resolve(name);
    Path staged = location.staging().resolve(name);
    boolean exists = Files.exists(part, LinkOption.NOFOLLOW_LINKS);
    // What was there is in the staging folder then, and goes with it.
    if (exists && operations.exchange(staged, part)) {
      return;
    }
    if (exists) {
      operations.move(part, location.oldRejected());
    }
    operations.move(staged, part);
  }

  private void putBack(IOException failure) throws DisplacedException {
    try {
      restore(location, operations);
    } catch (IOException e) {
      failure.addSuppressed(e);
      throw new DisplacedException(location.old(), failure);
    }
  }

  private Optional<Location> undeleted(Path old) {
    try {
      delete(old);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(Location.of(old));
    }
  }

  /**
   * Keeps the staged reports for people to look at, and leaves the last reports as they are.
   * Deletes those of an earlier rejected run.
   *
   * @return the folder that has the rejected reports
   */
  @Override
  public Location reject() throws IOException {
    isWritten = true;
    operations.create(location.reports());
    if (Files.exists(location.rejected(), LinkOption.NOFOLLOW_LINKS)) {
      operations.move(location.rejected(), location.oldRejected());
    }
    operations.move(location.staging(), location.rejected());
    undeleted(location.oldRejected());
    return Location.of(folder.resolve(ForeignFiles.REJECTED));
  }

  private void sweep() throws IOException {
    restore(location, operations);
    for (Path left :
        new Path[] {location.staging(), location.work(), location.old(), location.oldRejected()}) {
      delete(left);
    }
  }

  private void delete(Path left) throws IOException {
    if (Files.exists(left, LinkOption.NOFOLLOW_LINKS)) {
      operations.delete(left);
    }
  }

  /**
   * Deletes what was staged and not published, and lets the next run in, which deletes what cannot
   * be deleted now. Workers of a run that failed may still write: then the lock's file stays, and
   * says whose the folder is.
   */
  @Override
  public void close() throws IOException {
    try {
      sweep();
    } catch (IOException e) {
      // A worker may still write; the reports are not affected.
    } finally {
      if (isWritten) {
        lock.close();
      } else {
        lock.free();
      }
    }
  }
}
