package org.gradeline.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;

/**
 * The lock that keeps all but one run from a reports folder, in this process and in others. The
 * system frees it when a run dies. Not safe for several threads.
 */
final class RunLock implements Closeable {
  private static final String NAME = "lock";

  /** Whoever only looks whether there is a run holds the lock for a moment. */
  private static final int ATTEMPTS = 5;

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Path folder;
  private final FileChannel channel;

  private RunLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Whether a folder can hold the lock: it is not there yet, is empty, or has held one. Any other
   * is somebody else's.
   */
  static boolean mayBeIn(Path folder) throws IOException {
    return Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)
        || (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
            && (Files.isRegularFile(folder.resolve(NAME), LinkOption.NOFOLLOW_LINKS)
                || PathUtils.isEmptyDirectory(folder)));
  }

  /**
   * Takes the lock.
   *
   * @param folder the folder that has the lock's file; both are made when there are none
   * @param attributes attributes of the folder, when it is made
   * @return none when another run has it
   * @throws IOException when the file cannot be written
   */
  static Optional<RunLock> take(Path folder, FileAttribute<?>... attributes) throws IOException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      make(folder, attributes);
      Optional<RunLock> lock = tryTake(folder);
      if (lock.isPresent()) {
        return lock;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return Optional.empty();
  }

  private static Optional<RunLock> tryTake(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    Object before = made(file);
    if (before == null) {
      return Optional.empty();
    }
    try {
      RunLock lock = new RunLock(folder, FileChannel.open(file, StandardOpenOption.WRITE));
      // The run before removes the file while it holds the lock: a lock on a removed file is none.
      if (lock(lock.channel, false) != null && before.equals(key(file))) {
        return Optional.of(lock);
      }
      lock.channel.close();
      return Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static void make(Path folder, FileAttribute<?>... attributes) throws IOException {
    try {
      Files.createDirectory(folder, attributes);
    } catch (FileAlreadyExistsException e) {
      // A run holds it, or has died.
    }
  }

  /** Makes the file if there is none; gives its key, or null when another run has removed it. */
  private static @Nullable Object made(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      // As above.
    } catch (NoSuchFileException e) {
      return null;
    }
    return key(file);
  }

  /** What tells a file from another of the same name; null when there is none. */
  private static @Nullable Object key(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return Objects.requireNonNullElse(attributes.fileKey(), attributes.creationTime());
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static @Nullable FileLock lock(FileChannel channel, boolean shared) throws IOException {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, shared);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Whether a run has the lock. It is not when this may not be seen. */
  static boolean isTaken(Path folder) {
    try (FileChannel channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.READ)) {
      return lock(channel, true) == null;
    } catch (IOException e) {
      return false;
    }
  }

  /** Frees the lock, and leaves its file, which says whose the folder is. */
  void free() throws IOException {
    channel.close();
  }

  /**
   * Frees the lock, and removes its file and folder when nothing else is in the folder: else the
   * file says whose the folder is.
   */
  @Override
  public void close() throws IOException {
    try {
      if (isAlone()) {
        Files.delete(folder.resolve(NAME));
      }
    } finally {
      channel.close();
    }
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // Something could not be deleted, or the next run has the folder already.
    }
  }

  private boolean isAlone() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count() == 1;
    }
  }
}
