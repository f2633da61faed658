package org.gradeline.cli.running;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.gradeline.cli.messages.MachineException;

/**
 * Ends a run that would never end by itself: because its workers have stopped before the work was
 * done, because none of them gets any further, or because they do nothing but look for memory.
 *
 * <p>Whoever waits for the pipeline asks it again and again. While the pipeline's counters move, it
 * does nothing. Not thread safe.
 */
final class Watchdog {
  /** A step of the clock that is longer does not count: the process was stopped, or asleep. */
  private static final Duration MAX_STEP = Duration.ofSeconds(1);

  /** As long as the counters have moved lately, nothing else is looked at. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final Duration MAX_IDLE = Duration.ofSeconds(30);
  private static final Duration COLLECTING_WINDOW = Duration.ofMinutes(1);
  private static final double MAX_COLLECTING_SHARE = 0.95;

  private final Duration patience;
  private final Signs signs;
  private long lastAsked;
  private long waited;
  private double share = -1;
  private long moved;
  private long worked;
  private long beats;
  private long beaten;
  private long windowStart;
  private long windowCollecting;

  /**
   * What shows how the workers are.
   *
   * @param clock time in nanoseconds
   * @param atWork whether any worker is in the middle of a step
   * @param beats a number that changes while steps go on
   * @param collecting for how many milliseconds memory has been looked for so far
   */
  record Signs(
      LongSupplier clock, BooleanSupplier atWork, LongSupplier beats, LongSupplier collecting) {
    /**
     * Signs of this process.
     *
     * @param beats a number that changes while steps go on
     */
    static Signs of(LongSupplier beats) {
      return new Signs(
          System::nanoTime, WorkerThreads::areAtWork, beats, Signs::millisecondsCollecting);
    }

    private static long millisecondsCollecting() {
      return ManagementFactory.getGarbageCollectorMXBeans().stream()
          .mapToLong(GarbageCollectorMXBean::getCollectionTime)
          .sum();
    }
  }

  /**
   * @param patience for how long no step may go on
   */
  Watchdog(Duration patience, Signs signs) {
    this.patience = patience;
    this.signs = signs;
    this.lastAsked = signs.clock().getAsLong();
  }

  /**
   * Looks how the run is.
   *
   * @param done the share of the work that is done
   * @throws MachineException when it would never end
   * @throws OutOfMemoryError when it would not end for want of memory
   */
  void observe(double done) throws MachineException {
    long now = signs.clock().getAsLong();
    waited += Math.min(now - lastAsked, MAX_STEP.toNanos());
    lastAsked = now;
    if (done != share) {
      share = done;
      moved = waited;
      worked = waited;
      beaten = waited;
      windowStart = 0;
    } else if (waited - moved > GRACE.toNanos()) {
      requireWorkers();
      requireProgress();
      requireMemory();
    }
  }

  private void requireWorkers() throws MachineException {
    if (signs.atWork().getAsBoolean()) {
      worked = waited;
    } else if (waited - worked > MAX_IDLE.toNanos()) {
      throw new MachineException(
          "the run stopped before its work was done, because memory or threads ran out. Allow more"
              + " memory with GRADELINE_JAVA_OPTS=-Xmx4g, or more processes (ulimit -u).");
    }
  }

  private void requireProgress() throws MachineException {
    long heard = signs.beats().getAsLong();
    if (heard != beats) {
      beats = heard;
      beaten = waited;
    } else if (waited - beaten > patience.toNanos()) {
      throw new MachineException(
          ("the run got no further for %d seconds. Check the disks that it reads and writes, and"
                  + " run it again; allow more time with -- --maxStallSeconds=3600.")
              .formatted(patience.toSeconds()));
    }
  }

  /** Some collectors give up by themselves; others go on, each time for a few bytes. */
  private void requireMemory() {
    if (windowStart == 0) {
      windowStart = waited;
      windowCollecting = signs.collecting().getAsLong();
    } else if (waited - windowStart > COLLECTING_WINDOW.toNanos()) {
      long collecting = signs.collecting().getAsLong();
      double milliseconds = Duration.ofNanos(waited - windowStart).toMillis();
      if ((collecting - windowCollecting) / milliseconds > MAX_COLLECTING_SHARE) {
        throw new OutOfMemoryError("the memory is full of what is still needed");
      }
      windowStart = waited;
      windowCollecting = collecting;
    }
  }
}
