package org.gradeline.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The reports that were published last, for whoever only reads them: a run may replace them at any
 * time. Immutable, and safe for several threads.
 *
 * <pre>{@code
 * Story story = LastReports.read(List.of(LastReports.in(folder)), () -> story(folder));
 * }</pre>
 *
 * @param reports the place of the reports as the user names it
 * @param folder the folder of this machine that has them: the place itself, or a copy
 * @param current the run that is published, of reports that are elsewhere; blank of others
 */
public record LastReports(Location reports, Path folder, String current) {
  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final int MAX_PAUSES = 50;
  private static final String ABSENT = "none";

  /**
   * Which reports a folder has: another after each publication.
   *
   * @param folder what tells the folder from others of the same name; blank when there is none
   * @param manifest what tells its manifest from that of others; blank when there is none
   */
  public record Version(String folder, String manifest) {}

  /** Reads reports. */
  @FunctionalInterface
  public interface Reading<T, E extends Exception> {
    T read() throws E, IOException;
  }

  /** Runs replaced the reports each time that they were read. */
  public static final class ReplacedException extends IOException {
    private static final long serialVersionUID = 1L;

    ReplacedException() {
      super("a run replaced the reports while they were read. Give the command again");
    }
  }

  /**
   * The reports of a folder. Puts them back first, when a run was stopped between two renames.
   *
   * @throws UnfitFolderException when that is not possible
   * @throws IOException when the folder cannot be found out
   */
  public static LastReports in(Location reports) throws IOException {
    if (!reports.isLocal()) {
      return elsewhere(reports);
    }
    Path folder = reports.path();
    ReportsLocation location = ReportsLocation.of(folder);
    for (int pause = 0; location.isHalfReplaced() && pause < MAX_PAUSES; pause++) {
      restore(location);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return of(folder);
  }

  /** The reports of a folder of this machine, as they are there now. */
  static LastReports of(Path folder) {
    return new LastReports(Location.of(folder), folder, "");
  }

  private static LastReports elsewhere(Location reports) throws IOException {
    Optional<Location> run = StoredReports.current(reports);
    Location wanted = run.orElse(reports.resolve(ABSENT));
    Path copy = LocalCopy.keptFolder(wanted, name -> !name.startsWith(ReportsManifest.SITE));
    return new LastReports(reports, copy, run.map(Location::name).orElse(ABSENT));
  }

  /** Leaves it to a run that is under way. */
  @SuppressWarnings("try") // The lock is held, not used.
  private static void restore(ReportsLocation location) throws UnfitFolderException {
    try {
      Optional<RunLock> lock = RunLock.take(location.companion());
      if (lock.isPresent()) {
        try {
          ReportsFolder.restore(location, new SystemOperations());
        } finally {
          lock.get().close();
        }
      }
    } catch (IOException e) {
      throw new UnfitFolderException(
          "a run was stopped while it replaced the reports, and the last ones, in "
              + location.old()
              + ", could not be put back ("
              + e.getMessage()
              + "). Run gradeline as a user who may write there");
    }
  }

  /** Which reports are in the folder now. */
  public Version version() throws IOException {
    if (!reports.isLocal()) {
      return new Version(
          StoredReports.current(reports).map(Location::name).orElse(ABSENT), current);
    }
    return new Version(key(folder), key(folder.resolve(ReportsManifest.FILE)));
  }

  private static String key(Path path) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      Object key = Objects.requireNonNullElse(attributes.fileKey(), attributes.creationTime());
      return attributes.isRegularFile()
          ? key + " " + attributes.lastModifiedTime()
          : key.toString();
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  /** Whether a run holds the folder. */
  public boolean isHeld() throws IOException {
    return reports.isLocal() && RunLock.isTaken(ReportsLocation.of(folder).companion());
  }

  /**
   * Reads reports, and reads them again when a run replaced them meanwhile.
   *
   * @param reports all that are read
   * @throws ReplacedException when they were replaced each time
   * @throws IOException when they cannot be read
   */
  public static <T, E extends Exception> T read(List<LastReports> reports, Reading<T, E> reading)
      throws E, IOException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      List<Version> before = versions(reports);
      Optional<T> read;
      try {
        read = Optional.of(reading.read());
      } catch (Exception e) {
        if (before.equals(versions(reports))) {
          throw e;
        }
        continue;
      }
      if (before.equals(versions(reports))) {
        return read.get();
      }
    }
    throw new ReplacedException();
  }

  private static List<Version> versions(List<LastReports> reports) throws IOException {
    List<Version> versions = new ArrayList<>();
    for (LastReports each : reports) {
      versions.add(each.version());
    }
    return versions;
  }
}
