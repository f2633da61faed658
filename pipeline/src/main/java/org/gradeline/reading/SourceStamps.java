package org.gradeline.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sources looked like when a run began, so that it can tell whether one was changed while it
 * was read: its records, its size and its hash would then not be of the same bytes.
 */
public final class SourceStamps {
  private final List<Source> sources;
  private final List<Stamp> stamps;

  /** A file as its folder has it; a file put in the place of another one has another key. */
  private record Stamp(long bytes, @Nullable FileTime modified, @Nullable Object key) {
    static final Stamp ABSENT = new Stamp(0, null, null);

    static Stamp of(Source source) {
      try {
        BasicFileAttributes file =
            Files.readAttributes(Path.of(source.path()), BasicFileAttributes.class);
        return new Stamp(
            file.isRegularFile() ? file.size() : 0, file.lastModifiedTime(), file.fileKey());
      } catch (IOException e) {
        // Whoever reads it meets the same failure, and reports it.
        return ABSENT;
      }
    }
  }

  private SourceStamps(List<Source> sources) {
    this.sources = sources;
    this.stamps = sources.stream().map(Stamp::of).toList();
  }

  /** Looks at some sources. */
  public static SourceStamps of(List<Source> sources) {
    return new SourceStamps(sources);
  }

  /** Names of the files that are not as they were when they were listed and looked at. */
  public List<String> changed() {
    return sources.stream().filter(this::isChanged).map(Source::fileName).distinct().toList();
  }

  private boolean isChanged(Source source) {
    Stamp now = Stamp.of(source);
    return now.bytes() != source.bytes() || !now.equals(stamps.get(source.position()));
  }
}
