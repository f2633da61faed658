package org.gradeline.cli.lineage;

import java.util.List;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.cli.running.Run;
import org.gradeline.reading.Source;
import org.gradeline.storage.Location;

/**
 * Where a run's lineage goes; by default nowhere. A run that started either completes or fails, and
 * one that is closed before has failed.
 */
public interface Lineage extends AutoCloseable {
  /**
   * The run begins to read its sources.
   *
   * @throws UsageException when the lineage cannot be written
   */
  default void start(List<Source> sources) throws UsageException {}

  /** The run has published its tables. */
  default void complete(Run.Outcome outcome, Location reports) {}

  /**
   * The run has failed, and published nothing.
   *
   * @param reason why, without quoting the records
   */
  default void fail(String reason) {}

  @Override
  default void close() {}
}
