package org.gradeline.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.io.file.PathUtils;

/** The steps as the system takes them. */
final class SystemOperations implements FolderOperations {
  /** Loading a native library takes a moment, in which a run can do its work. */
  private final CompletableFuture<FolderExchange> exchange =
      CompletableFuture.supplyAsync(FolderExchange::load);

  @Override
  public void create(Path folder) throws IOException {
    Files.createDirectories(folder);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public boolean exchange(Path one, Path other) throws IOException {
    return exchange.join().exchange(one, other);
  }

  @Override
  public void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView original =
        Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView copy = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (original != null && copy != null) {
      copy.setPermissions(original.readAttributes().permissions());
    }
  }

  @Override
  public void delete(Path folder) throws IOException {
    try {
      PathUtils.delete(folder);
    } catch (AccessDeniedException e) {
      allowDeletion(folder);
      PathUtils.delete(folder);
    }
  }

  /** Files in folders that are read-only cannot be deleted. */
  private static void allowDeletion(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes)
              throws IOException {
            PosixFileAttributeView view =
                Files.getFileAttributeView(inside, PosixFileAttributeView.class);
            if (view != null) {
              view.setPermissions(PosixFilePermissions.fromString("rwx------"));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
