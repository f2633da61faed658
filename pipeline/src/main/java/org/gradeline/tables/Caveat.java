package org.gradeline.tables;

import java.util.List;
import org.gradeline.reference.Reference;

/**
 * What to know before the figures of a table are used, in whole sentences. Implementations have no
 * state that changes.
 */
@FunctionalInterface
public interface Caveat {
  /**
   * The caveat; none where the reference data gives no reason for it.
   *
   * @param reference the run's reference data, whose days and names complete the sentences
   */
  List<String> of(Reference reference);

  /** A caveat that is the same whatever the reference data. */
  static Caveat always(String text) {
    return reference -> List.of(text);
  }
}
