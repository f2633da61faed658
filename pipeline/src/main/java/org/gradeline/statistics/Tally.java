package org.gradeline.statistics;

import java.io.Serializable;
import org.gradeline.histories.CouncilHistory;

/**
 * A count over councils that can be made in parts and merged; the order of councils and parts makes
 * no difference.
 *
 * @param <T> the tally itself
 */
public interface Tally<T extends Tally<T>> extends Serializable {

  /** A tally of the same kind and run that has counted nothing. */
  T empty();

  /** Counts a council. */
  void count(CouncilHistory council);

  /** Adds the counts of another tally of the same kind and run. */
  void merge(T other);
}
