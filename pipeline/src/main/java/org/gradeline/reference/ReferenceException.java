package org.gradeline.reference;

import java.util.List;
import java.util.stream.Collectors;

/** Says that reference data cannot be used, with everything that is wrong with it. */
public final class ReferenceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  ReferenceException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, in the order in which the files are checked. */
  public List<Problem> problems() {
    return problems;
  }
}
