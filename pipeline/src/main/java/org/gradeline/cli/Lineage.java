package org.gradeline.cli;

import java.nio.file.Path;
import java.util.List;
import org.gradeline.reading.Source;

/** Where a run's lineage goes. */
interface Lineage extends AutoCloseable {
  /** The run begins to read its sources. */
  default void start(List<Source> sources) throws UsageException {}

  /** The run has published its tables. */
  default void complete(Run.Outcome outcome, Path reports) {}

  /** The run has failed, and published nothing. */
  default void fail(Throwable cause) {}

  @Override
  default void close() {}
}
