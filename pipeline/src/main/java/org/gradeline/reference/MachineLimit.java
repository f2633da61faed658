package org.gradeline.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures of the machine from those of a file: nothing is wrong with a file that cannot be
 * opened because the program has too many others open, so it must not be rejected or blamed.
 */
public final class MachineLimit {
  /** What systems say when they have no more to give. */
  private static final List<String> REASONS =
      List.of("Too many open files", "Cannot allocate memory");

  private MachineLimit() {}

  /** Whether a failure is due to a limit of the machine. */
  public static boolean isReached(@Nullable Throwable failure) {
    String message = failure == null ? null : failure.getMessage();
    return message != null && REASONS.stream().anyMatch(message::contains);
  }

  /**
   * Does nothing when a failure is the file's own.
   *
   * @throws UncheckedIOException when a limit of the machine is reached
   */
  public static void requireNotReached(IOException failure) {
    if (isReached(failure)) {
      throw new UncheckedIOException(failure);
    }
  }
}
