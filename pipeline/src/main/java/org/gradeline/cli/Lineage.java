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

  /**
   * The run has failed, and published nothing.
   *
   * @param reason why, in words that hold nothing of the records
   */
  default void fail(String reason) {}

  @Override
  default void close() {}
}
