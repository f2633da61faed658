package org.gradeline.cli.lineage;

import java.nio.file.Path;
import java.util.List;
import org.gradeline.cli.commands.Run;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.reading.Source;

/** Where a run's lineage goes. */
public interface Lineage extends AutoCloseable {
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
