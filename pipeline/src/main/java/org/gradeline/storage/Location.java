package org.gradeline.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;

/**
 * Where a file or folder is: a path on this machine, or a place in any of Beam's file systems, such
 * as {@code s3://bucket/reports}. Immutable, and safe for many threads.
 *
 * <pre>{@code
 * try (OutputStream out = Location.of("s3://bucket/reports").resolve("run.json").create()) {
 *   ...
 * }
 * }</pre>
 *
 * @param text as the user gives it; elsewhere without an idle slash at the end
 */
public record Location(String text) implements Serializable {
  /** A drive of Windows is one letter. With one slash alone it would be a local folder "s3:". */
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/+.*");

  private static final String LOCAL_SCHEME = "file:/";

  /**
   * What a file system tells of a file.
   *
   * @param bytes its size; 0 of what is not a regular file
   * @param modified what changes with its content
   */
  public record Stamp(long bytes, String modified) implements Serializable {}

  /** A location as a user names it; {@code file:///} is a path of this machine. */
  public static Location of(String text) {
    if (text.startsWith(LOCAL_SCHEME)) {
      return new Location(text.substring(LOCAL_SCHEME.length() - 1).replaceFirst("^/+", "/"));
    }
    return new Location(
        SCHEME.matcher(text).matches()
            ? text.replaceFirst(":/+", "://").replaceFirst("(?<=[^:/])/+$", "")
            : text);
  }

  /** The location of a path. */
  public static Location of(Path path) {
    return new Location(path.toString());
  }

  /** Whether it is on this machine. */
  public boolean isLocal() {
    return !SCHEME.matcher(text).matches();
  }

  /**
   * Its path on this machine.
   *
   * @throws IllegalStateException when it is elsewhere
   */
  public Path path() {
    if (!isLocal()) {
      throw new IllegalStateException(text + " is not on this machine");
    }
    return Path.of(text);
  }

  /** The same for whoever works in another folder. */
  public Location absolute() {
    return isLocal() ? of(path().toAbsolutePath()) : this;
  }

  /** What is inside it by this name, which may have slashes. */
  public Location resolve(String name) {
    return isLocal() ? of(path().resolve(name)) : new Location(text + "/" + name);
  }

  /** The last part of its name. */
  public String name() {
    return isLocal()
        ? Objects.toString(path().getFileName(), "")
        : text.substring(text.lastIndexOf('/') + 1);
  }

  /**
   * The bytes of a file.
   *
   * @throws IOException when there is no such file, or it is not a regular file
   */
  public InputStream open() throws IOException {
    return Channels.newInputStream(channel());
  }

  /**
   * The bytes of a file from one of them on.
   *
   * @param from how many bytes are left out
   * @throws IOException when there is no such file, or its file system can only read it from the
   *     beginning
   */
  public InputStream openAt(long from) throws IOException {
    ReadableByteChannel channel = channel();
    if (from > 0) {
      if (!(channel instanceof SeekableByteChannel seekable)) {
        channel.close();
        throw new IOException("its file system reads files from the beginning only");
      }
      seekable.position(from);
    }
    return Channels.newInputStream(channel);
  }

  private ReadableByteChannel channel() throws IOException {
    if (isLocal()) {
      requireRegularFile();
    }
    return FileSystems.open(file());
  }

  /** What is not a file may never end: a pipe waits for somebody to write to it. */
  private void requireRegularFile() throws IOException {
    Path path = path();
    if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
      throw new FileSystemException(path.toString(), null, "it is not a regular file");
    }
    if (!Files.isReadable(path)) {
      throw new AccessDeniedException(path.toString());
    }
  }

  /**
   * A new file, in place of any of that name; it is there when the stream is closed.
   *
   * @throws IOException when it cannot be written
   */
  public OutputStream create() throws IOException {
    return Channels.newOutputStream(FileSystems.create(file(), MimeTypes.BINARY));
  }

  /** What its file system tells of a file; empty when there is no such file. */
  public Optional<Stamp> stamp() throws IOException {
    if (isLocal()) {
      return localStamp();
    }
    return FileSystems.match(text, EmptyMatchTreatment.ALLOW).metadata().stream()
        .findFirst()
        .map(Location::stamp);
  }

  private Optional<Stamp> localStamp() throws IOException {
    try {
      BasicFileAttributes file = Files.readAttributes(path(), BasicFileAttributes.class);
      return Optional.of(
          new Stamp(
              file.isRegularFile() ? file.size() : 0,
              file.lastModifiedTime() + " " + file.fileKey()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Stamp stamp(Metadata file) {
    return new Stamp(
        file.sizeBytes(), file.lastModifiedMillis() + " " + Objects.toString(file.checksum(), ""));
  }

  /** The scheme of the file system that it is in; empty on this machine. */
  public String scheme() {
    return isLocal() ? "" : text.substring(0, text.indexOf(':'));
  }

  /** Whether this program has the file system that it is in. */
  public boolean isReachable() {
    try {
      file();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether there is such a file. */
  public boolean isFile() throws IOException {
    return isLocal() ? Files.isRegularFile(path()) : stamp().isPresent();
  }

  /** A file that a pattern names, and its size. */
  public record Found(Location location, long bytes) {}

  /**
   * The files of Beam's file systems that a pattern names, in the order of their names.
   *
   * @param pattern a place elsewhere, with {@code *}, {@code **} or {@code ?}
   * @throws IOException when they cannot be listed
   */
  public static List<Found> matching(String pattern) throws IOException {
    List<Found> found = new ArrayList<>();
    for (Metadata file : FileSystems.match(pattern, EmptyMatchTreatment.ALLOW).metadata()) {
      if (!file.resourceId().isDirectory()) {
        found.add(new Found(new Location(file.resourceId().toString()), file.sizeBytes()));
      }
    }
    found.sort(Comparator.comparing(each -> each.location().text()));
    return List.copyOf(found);
  }

  /** All files in a folder of Beam's file systems, however deep, in the order of their names. */
  public List<Found> filesBelow() throws IOException {
    return matching(text + "/**");
  }

  /** Deletes files; there need not be any. */
  public static void delete(List<Location> files) throws IOException {
    List<ResourceId> resources = new ArrayList<>();
    files.forEach(file -> resources.add(file.file()));
    FileSystems.delete(resources, StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  private ResourceId file() {
    return FileSystems.matchNewResource(absolute().text, false);
  }

  @Override
  public String toString() {
    return text;
  }
}
