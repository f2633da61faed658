package org.gradeline.cli.running;

import java.util.Arrays;
import java.util.Map;
import org.apache.beam.runners.direct.DirectRunner;

/** The threads of Beam's direct runner. */
final class WorkerThreads {
  private static final String NAME = "direct-runner-worker";

  /** The runner's class whose method a thread is in for as long as it is in a step. */
  private static final String STEP =
      DirectRunner.class.getPackageName() + ".DirectTransformExecutor";

  private WorkerThreads() {}

  /**
   * Whether any thread is in the middle of a step. The others wait for one, or are looking whether
   * there is any to do, as they also do for ever after one of them has died.
   */
  static boolean areAtWork() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().startsWith(NAME))
        .map(Map.Entry::getValue)
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getClassName().equals(STEP));
  }
}
