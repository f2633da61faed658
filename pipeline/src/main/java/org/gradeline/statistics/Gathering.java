package org.gradeline.statistics;

import java.io.IOException;
import java.io.OutputStream;
import org.gradeline.histories.CouncilHistory;

/**
 * What a range of councils gathers where counts are not enough. It is written once, and read as a
 * stream together with that of all other ranges. Not thread safe.
 */
public interface Gathering {
  /** Adds what it needs of a council. */
  void count(CouncilHistory council);

  /** Writes all of it. The same councils give the same bytes, whatever order they came in. */
  void write(OutputStream out) throws IOException;
}
