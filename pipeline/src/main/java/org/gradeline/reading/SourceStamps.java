package org.gradeline.reading;

import java.io.IOException;
import java.util.List;
import org.gradeline.storage.Location;
import org.gradeline.storage.Location.Stamp;

/**
 * What sources looked like when a run began, so that it can tell whether one was changed while it
 * was read: its records, its size and its hash would then not be of the same bytes.
 */
public final class SourceStamps {
  private static final Stamp ABSENT = new Stamp(0, "");

  private final List<Source> sources;
  private final List<Stamp> stamps;

  private SourceStamps(List<Source> sources) {
    this.sources = sources;
    this.stamps = sources.stream().map(SourceStamps::stamp).toList();
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
    Stamp now = stamp(source);
    return now.bytes() != source.bytes() || !now.equals(stamps.get(source.position()));
  }

  private static Stamp stamp(Source source) {
    try {
      return Location.of(source.path()).stamp().orElse(ABSENT);
    } catch (IOException e) {
      // Whoever reads it meets the same failure, and reports it.
      return ABSENT;
    }
  }
}
