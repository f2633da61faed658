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
 * The reports folder, held by one run at a time. A run makes its reports in a staging folder inside
 * it; publishing first gives that folder the name that says "whole", by one atomic move, and then
 * moves its content over the last reports. A run that dies before that move changes nothing; one
 * that dies after it is completed by whoever opens the folder next. Reports that failed a gate are
 * kept beside the last ones, under a name of their own, until a later run publishes.
 */
public final class Reports implements Closeable {
  private static final String STAGING = ".staging";
  private static final String WORK = ".work";
  private static final String WHOLE = ".publishing";
  private static final String REJECTED = ".rejected-run";
  private static final String REPLACED = ".replaced";
  private static final String LOCK = ".lock";

  /** Files of which one at least is in every folder that a run has published to. */
  private static final List<String> MARKS = List.of("datapackage.json", "run.json");

  private final Path folder;
  private final FileChannel lockFile;
  private final FileLock lock;

  private Reports(Path folder, FileChannel lockFile, FileLock lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** A folder with files that no run has made, and that publishing would replace. */
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

  /** A reports folder that another run holds. */
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
   * Opens a reports folder for a run, making it when there is none.
   *
   * @throws BusyException when another run holds it
   * @throws IOException when it cannot be written
   */
  public static Reports open(Path folder) throws IOException {
    Files.createDirectories(folder);
    requireOwn(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw new BusyException(folder);
    }
    Reports reports = new Reports(folder, channel, lock);
    try {
      reports.complete();
      reports.drop();
    } catch (IOException e) {
      reports.release();
      throw e;
    }
    return reports;
  }

  /** A folder is taken as it is when it is empty, or when a run has made what is in it. */
  private static void requireOwn(Path folder) throws IOException {
    List<String> names =
        list(folder).stream()
            .map(entry -> String.valueOf(entry.getFileName()))
            .filter(name -> !name.startsWith("."))
            .toList();
    if (!names.isEmpty() && MARKS.stream().noneMatch(names::contains)) {
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

  /** A folder for what is needed on the way only. */
  public Path work() throws IOException {
    return Files.createDirectories(folder.resolve(WORK));
  }

  /** Puts the staged reports in the place of the last ones. */
  public void publish() throws IOException {
    Files.move(folder.resolve(STAGING), folder.resolve(WHOLE), StandardCopyOption.ATOMIC_MOVE);
    complete();
  }

  /**
   * Keeps the staged reports for people to look at and leaves the last ones as they are. An earlier
   * rejected run goes.
   *
   * @return the folder in which they are
   */
  public Path reject() throws IOException {
    Files.createDirectories(folder.resolve(REPLACED));
    setAside(REJECTED);
    Path rejected = folder.resolve(REJECTED);
    Files.move(folder.resolve(STAGING), rejected, StandardCopyOption.ATOMIC_MOVE);
    delete(folder.resolve(REPLACED));
    return rejected;
  }

  /** Completes a publishing that was begun, if there is one. */
  private void complete() throws IOException {
    Path whole = folder.resolve(WHOLE);
    Path replaced = folder.resolve(REPLACED);
    if (Files.isDirectory(whole)) {
      Files.createDirectories(replaced);
      for (Path fresh : list(whole)) {
        String name = whole.relativize(fresh).toString();
        setAside(name);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
      setAside(REJECTED);
      delete(whole);
    }
    delete(replaced);
  }

  /** Moves what has a name out of the way, at once and whole, to be deleted later. */
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

  private void drop() throws IOException {
    delete(folder.resolve(STAGING));
    delete(folder.resolve(WORK));
  }

  /** Drops what was staged and not published, and lets the next run in. */
  @Override
  public void close() throws IOException {
    try {
      drop();
    } finally {
      release();
    }
  }

  private void release() throws IOException {
    lock.release();
    lockFile.close();
  }
}
