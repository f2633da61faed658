package org.gradeline.cli.logging;

import java.util.function.DoubleConsumer;

/**
 * Shows the share of the work that is done, from 0 to 1. For one thread.
 *
 * <pre>{@code
 * try (ProgressDisplay progress = log.progress()) {
 *   progress.accept(0.5);
 * }
 * }</pre>
 */
public interface ProgressDisplay extends DoubleConsumer, AutoCloseable {
  /** Makes room for other output. */
  default void clear() {}

  @Override
  default void close() {
    clear();
  }
}
