package org.gradeline.cli.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.gradeline.cli.messages.MachineException;
import org.junit.jupiter.api.Test;

/** A run that would never end is ended, and no other. */
class WatchdogTest {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private long now;
  private boolean atWork = true;
  private long beats;
  private long collecting;
  private double done;
  private final Watchdog watchdog =
      new Watchdog(
          PATIENCE, new Watchdog.Signs(() -> now, () -> atWork, () -> beats, () -> collecting));

  /** Asks five times a second. */
  private void watch(Duration time, Runnable everySecond) throws MachineException {
    for (long i = 0; i < time.toSeconds() * 5; i++) {
      now += Duration.ofMillis(200).toNanos();
      if (i % 5 == 0) {
        everySecond.run();
      }
      watchdog.observe(done);
    }
  }

  @Test
  void oneWhoseCountersMoveGoesOn() throws MachineException {
    atWork = false;
    watch(Duration.ofHours(1), () -> done += 0.0001);
  }

  @Test
  void oneLongStepThatShowsThatItIsAtWorkGoesOn() throws MachineException {
    watch(Duration.ofHours(5), () -> beats = now / Duration.ofSeconds(30).toNanos());
  }

  @Test
  void oneWithoutAnyoneAtWorkIsEndedSoon() throws MachineException {
    atWork = false;
    watch(Duration.ofSeconds(29), () -> {});

    assertThatThrownBy(() -> watch(Duration.ofSeconds(10), () -> {}))
        .isInstanceOf(MachineException.class)
        .hasMessageContaining("the run stopped before its work was done");
  }

  @Test
  void oneWithoutAnyoneAtWorkForAMomentGoesOn() throws MachineException {
    watch(Duration.ofMinutes(9), () -> atWork = now / 1_000_000_000L % 20 == 0);
  }

  @Test
  void oneThatGetsNoFurtherIsEndedWhenPatienceIsAtItsEnd() throws MachineException {
    watch(PATIENCE.minusSeconds(1), () -> {});

    assertThatThrownBy(() -> watch(Duration.ofSeconds(3), () -> {}))
        .isInstanceOf(MachineException.class)
        .hasMessageContaining("the run got no further for 600 seconds");
  }

  @Test
  void oneThatDoesNothingButLookForMemoryIsEnded() {
    assertThatThrownBy(
            () ->
                watch(
                    Duration.ofMinutes(3),
                    () -> {
                      beats++;
                      collecting += 990;
                    }))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void oneThatLooksForMemoryHalfOfTheTimeGoesOn() throws MachineException {
    watch(
        Duration.ofHours(1),
        () -> {
          beats++;
          collecting += 500;
        });
  }

  @Test
  void timeInWhichTheProcessWasStoppedDoesNotCount() throws MachineException {
    watch(Duration.ofSeconds(20), () -> {});
    now += Duration.ofDays(1).toNanos();
    watch(Duration.ofSeconds(20), () -> {});

    assertThat(now).isPositive();
  }
}
