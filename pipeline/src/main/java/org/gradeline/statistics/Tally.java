package org.gradeline.statistics;

import java.io.IOException;
import org.gradeline.histories.CouncilHistory;

/**
 * A count over councils that can be made in parts and added up; the order of councils and parts
 * makes no difference. What travels from part to sum is the counts alone: whoever adds them makes a
 * tally of the same kind and run, which has the reference data that they are counted by.
 *
 * <pre>{@code
 * part.count(council);
 * part.write(out);
 * sum.add(new CountsInput(out.bytes()));
 * }</pre>
 */
public interface Tally {

  /** Counts a council. */
  void count(CouncilHistory council);

  /** Writes the counts. Equal counts give equal bytes, however they were added up. */
  void write(CountsOutput out);

  /**
   * Adds the counts that another tally of the same kind and run has written.
   *
   * @throws IOException when the bytes are not such counts; the tally is of no use then
   */
  void add(CountsInput in) throws IOException;
}
