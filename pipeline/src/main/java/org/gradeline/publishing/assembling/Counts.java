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

  /**
   * The counts of these bytes.
   *
   * @param bytes those of other counts; anything else fails when they are added
   */
  public static Counts of(byte[] bytes) {
    return new Counts(bytes.clone());
  }

  /** The counts of all tallies, in their order. */
  public static Counts of(List<? extends Tally> tallies) {
    CountsOutput out = new CountsOutput();
    tallies.forEach(tally -> tally.write(out));
    return new Counts(out.bytes());
  }

  /** Their bytes. */
  public byte[] bytes() {
    return bytes.clone();
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
