package org.gradeline.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;

/**
 * The reports folder, held by one run at a time.
 *
 * <p>A run makes its reports in a staging folder inside it. {@link #publish} first renames that
 * folder, in one atomic move, to a name that means "complete", and then moves its content over the
 * last reports. A run that dies before that move changes nothing. One that dies after it is
 * completed by the next run that opens the folder. Reports that fail a gate are kept beside the
 * last reports, in a folder of their own, until a later run publishes.
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
public final class ReportsFolder implements Closeable {
  private static final String STAGING = ".staging";
  private static final String WORK = ".work";
  private static final String COMPLETE = ".publishing";
  private static final String REJECTED = ".rejected-run";
  private static final String REPLACED = ".replaced";
  private static final String LOCK = ".lock";

  /** Every folder that a run has published to has at least one of these files. */
  private static final List<String> OWN_FILES = List.of("datapackage.json", "run.json");

  private final Path folder;
  private final FileChannel lockFile;
  private final FileLock lock;

  private ReportsFolder(Path folder, FileChannel lockFile, FileLock lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** A folder has files that no run has made, which publishing could replace. */
  public static final class ForeignException extends IOException {
    private static final long serialVersionUID = 1L;

    ForeignException(Path folder, String file) {
      super(
          folder
              + " has files that no run has made, such as "
              + file
              + "; name an empty folder, or a new one");
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

  /**
   * Opens a reports folder for a run and makes it when it does not exist. Completes what an earlier
   * run began to publish, and deletes what it left unpublished.
   *
   * @throws ForeignException when the folder has files, and none that a run has made
   * @throws BusyException when another run holds it
   * @throws IOException when it cannot be written
   */
  public static ReportsFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    requireOwn(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw new BusyException(folder);
    }
    ReportsFolder reports = new ReportsFolder(folder, channel, lock);
    try {
      reports.complete();
      reports.deleteUnpublished();
    } catch (IOException e) {
      reports.release();
      throw e;
    }
    return reports;
  }

  /** The folder must be empty, or have reports of a run. */
  private static void requireOwn(Path folder) throws IOException {
    List<String> names =
        list(folder).stream()
            .map(entry -> String.valueOf(entry.getFileName()))
            .filter(name -> !name.startsWith("."))
            .toList();
    if (!names.isEmpty() && OWN_FILES.stream().noneMatch(names::contains)) {
      throw new ForeignException(folder, names.get(0));
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** The folder in which the new reports are made. */
  public Path staging() throws IOException {
    return Files.createDirectories(folder.resolve(STAGING));
  }

  /** A folder for temporary files of the run. */
  public Path work() throws IOException {
    return Files.createDirectories(folder.resolve(WORK));
  }

  /** Replaces the last reports with the staged ones. */
  public void publish() throws IOException {
    Files.move(folder.resolve(STAGING), folder.resolve(COMPLETE), StandardCopyOption.ATOMIC_MOVE);
    complete();
  }

  /**
   * Keeps the staged reports for people to look at, and leaves the last reports as they are.
   * Deletes those of an earlier rejected run.
   *
   * @return the folder that has the rejected reports
   */
  public Path reject() throws IOException {
    Files.createDirectories(folder.resolve(REPLACED));
    setAside(REJECTED);
    Path rejected = folder.resolve(REJECTED);
    Files.move(folder.resolve(STAGING), rejected, StandardCopyOption.ATOMIC_MOVE);
    delete(folder.resolve(REPLACED));
    return rejected;
  }

  /** Completes a publication that a run has begun, if there is one. */
  private void complete() throws IOException {
    Path complete = folder.resolve(COMPLETE);
    Path replaced = folder.resolve(REPLACED);
    if (Files.isDirectory(complete)) {
      Files.createDirectories(replaced);
      for (Path fresh : list(complete)) {
        String name = complete.relativize(fresh).toString();
        setAside(name);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
      setAside(REJECTED);
      delete(complete);
    }
    delete(replaced);
  }

  /** Moves a file or folder out of the way in one atomic move, to be deleted later. */
  private void setAside(String name) throws IOException {
    Path place = folder.resolve(name);
    if (Files.exists(place)) {
      Path old = folder.resolve(REPLACED).resolve(name);
      delete(old);
      Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      PathUtils.delete(path);
    }
  }

  private void deleteUnpublished() throws IOException {
    delete(folder.resolve(STAGING));
    delete(folder.resolve(WORK));
  }

  /** Deletes what was staged and not published, and lets the next run in. */
  @Override
  public void close() throws IOException {
    try {
      deleteUnpublished();
    } finally {
      release();
    }
  }

  private void release() throws IOException {
    lock.release();
    lockFile.close();
  }
}
