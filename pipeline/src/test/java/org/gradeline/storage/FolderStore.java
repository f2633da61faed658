package org.gradeline.storage;

import java.io.FileNotFoundException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MatchResult.Status;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * A file system of Beam's that keeps its files as an object store does, in a folder that a test
 * names: a file appears when it is closed, there are no folders, and nothing is swapped. The real
 * store is in the test on a cluster.
 */
public final class FolderStore extends FileSystem<FolderStore.Key> {
  public static final String SCHEME = "store";

  /**
   * The folder that has the files, by a property of the system, as the tests run in one process.
   */
  public static final String FOLDER = "gradeline.test.store";

  /** Names whose end stands here cannot be written. */
  public static final String FAILING = "gradeline.test.store.failing";

  /** Makes it known to Beam. */
  public static final class Registrar implements FileSystemRegistrar {
    @Override
    public Iterable<FileSystem<?>> fromOptions(@Nullable PipelineOptions options) {
      return List.of(new FolderStore());
    }
  }

  /** A name in the store. */
  record Key(String name, boolean folder) implements ResourceId {
    private static final long serialVersionUID = 1L;

    @Override
    public ResourceId resolve(String other, ResolveOptions options) {
      return new Key(name + "/" + other, options.equals(StandardResolveOptions.RESOLVE_DIRECTORY));
    }

    @Override
    public ResourceId getCurrentDirectory() {
      return folder ? this : new Key(name.substring(0, name.lastIndexOf('/')), true);
    }

    @Override
    public String getScheme() {
      return SCHEME;
    }

    @Override
    public String getFilename() {
      return name.substring(name.lastIndexOf('/') + 1);
    }

    @Override
    public boolean isDirectory() {
      return folder;
    }

    @Override
    public String toString() {
      return name;
    }

    private Path path() {
      return root().resolve(name.substring((SCHEME + "://").length()));
    }
  }

  private static Path root() {
    return Path.of(System.getProperty(FOLDER));
  }

  @Override
  protected String getScheme() {
    return SCHEME;
  }

  @Override
  protected Key matchNewResource(String name, boolean folder) {
    return new Key(name, folder);
  }

  @Override
  protected List<MatchResult> match(List<String> patterns) throws IOException {
    List<MatchResult> results = new ArrayList<>();
    for (String pattern : patterns) {
      List<Metadata> found = new ArrayList<>();
      for (Key key : keys()) {
        if (key.name().matches(regex(pattern))) {
          found.add(metadata(key));
        }
      }
      results.add(
          found.isEmpty()
              ? MatchResult.create(Status.NOT_FOUND, new FileNotFoundException(pattern))
              : MatchResult.create(Status.OK, found));
    }
    return results;
  }

  private static String regex(String pattern) {
    return pattern
        .replace(".", "\\.")
        .replace("**", "\0")
        .replace("*", "[^/]*")
        .replace("\0", ".*");
  }

  private static List<Key> keys() throws IOException {
    Path root = root();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .map(file -> new Key(SCHEME + "://" + root.relativize(file), false))
          .toList();
    }
  }

  private static Metadata metadata(Key key) throws IOException {
    return Metadata.builder()
        .setResourceId(key)
        .setIsReadSeekEfficient(true)
        .setSizeBytes(Files.size(key.path()))
        .setLastModifiedMillis(Files.getLastModifiedTime(key.path()).toMillis())
        .build();
  }

  @Override
  protected ReadableByteChannel open(Key key) throws IOException {
    return FileChannel.open(key.path());
  }

  @Override
  protected WritableByteChannel create(Key key, CreateOptions options) throws IOException {
    String failing = System.getProperty(FAILING, "");
    if (!failing.isEmpty() && key.name().endsWith(failing)) {
      throw new FileSystemException(key.name(), null, "the store is full");
    }
    Path file = key.path();
    Files.createDirectories(file.resolveSibling(""));
    Path written = file.resolveSibling("." + UUID.randomUUID());
    OutputStream out =
        new FilterOutputStream(Files.newOutputStream(written)) {
          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
          }

          @Override
          public void close() throws IOException {
            super.close();
            if (Files.exists(written)) {
              Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
            }
          }
        };
    return Channels.newChannel(out);
  }

  @Override
  protected void copy(List<Key> from, List<Key> to) throws IOException {
    for (int i = 0; i < from.size(); i++) {
      Files.copy(from.get(i).path(), to.get(i).path(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  protected void rename(List<Key> from, List<Key> to, MoveOptions... options) throws IOException {
    copy(from, to);
    delete(from);
  }

  @Override
  protected void delete(Collection<Key> keys) throws IOException {
    for (Key key : keys) {
      Files.deleteIfExists(key.path());
    }
  }
}
