package org.gradeline.normalising;

import java.util.List;
import org.gradeline.reference.Council;
import org.gradeline.reference.Reference;

/**
 * Which councils took over part or all of closed ones.
 *
 * @param reference the run's reference data
 */
record Succession(Reference reference) {

  /** The councils that took over from a closed one; none from one that is open. */
  List<Council> successors(Council closed) {
    return reference.successors().getOrDefault(closed.position(), List.of());
  }

  /** The councils that a council took over from. */
  List<Council> predecessors(Council council) {
    return reference.councils().all().stream()
        .filter(other -> isSuccessor(council, other))
        .toList();
  }

  /** Whether a council took over from a closed one. */
  boolean isSuccessor(Council council, Council closed) {
    return successors(closed).stream()
        .anyMatch(successor -> successor.position() == council.position());
  }
}
