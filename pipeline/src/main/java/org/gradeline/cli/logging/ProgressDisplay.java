package org.gradeline.cli.logging;

import java.util.function.DoubleConsumer;

/** Shows the share of the work that is done, from 0 to 1. */
public interface ProgressDisplay extends DoubleConsumer, AutoCloseable {
  /** Makes room for what else is printed. */
  default void clear() {}

  @Override
  default void close() {
    clear();
  }
}
