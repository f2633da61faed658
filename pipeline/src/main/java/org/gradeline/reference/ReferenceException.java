package org.gradeline.reference;

import java.util.List;
import java.util.function.UnaryOperator;
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

  /**
   * The same with other names of the files.
   *
   * @param name gives the name of a file that the user knows
   */
  public ReferenceException withNames(UnaryOperator<String> name) {
    return new ReferenceException(
        problems.stream()
            .map(
                problem ->
                    new Problem(
                        name.apply(problem.file()),
                        problem.lineNumber(),
                        problem.message(),
                        problem.remedy()))
            .toList());
  }
}
