package org.gradeline.publishing.assembling;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.gradeline.statistics.CountsInput;
import org.gradeline.statistics.CountsOutput;
import org.gradeline.statistics.Tally;

/**
 * What the tallies of all national tables have counted, as bytes: what travels between workers.
 * Immutable, and safe for many threads.
 */
public final class Counts {
  private final byte[] bytes;

  private Counts(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The counts of all tallies, in their order. */
  public static Counts of(List<? extends Tally> tallies) {
    CountsOutput out = new CountsOutput();
    tallies.forEach(tally -> tally.write(out));
    return new Counts(out.bytes());
  }

  /** Writes them, without copying what can be much. */
  void write(CountsOutput out) {
    out.bytes(bytes);
  }

  /**
   * Reads counts that were written.
   *
   * @throws IOException when there are none
   */
  static Counts read(CountsInput in) throws IOException {
    return new Counts(in.bytes());
  }

  /**
   * Adds them to the tallies of the same run.
   *
   * @throws IOException when they are not of these tallies
   */
  public void addTo(List<? extends Tally> tallies) throws IOException {
    CountsInput in = new CountsInput(bytes);
    for (Tally tally : tallies) {
      tally.add(in);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts counts && Arrays.equals(bytes, counts.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
