package org.gradeline.reference;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The gates that are set for a run. A figure without a gate has no limit. Immutable.
 *
 * @param gates the gates, one for each figure and scheme
 */
public record Gates(List<Gate> gates) {
  /** No gates. */
  public static final Gates NONE = new Gates(List.of());

  /** Keeps a copy of its own. */
  public Gates {
    gates = List.copyOf(gates);
  }

  /** The gate of a figure that names no scheme, or null. */
  public @Nullable Gate of(Gate.Figure figure) {
    return of(figure, "");
  }

  /** The gate of a figure for a scheme, or null. */
  public @Nullable Gate of(Gate.Figure figure, String scheme) {
    for (Gate gate : gates) {
      if (gate.figure() == figure && gate.scheme().equals(scheme)) {
        return gate;
      }
    }
    return null;
  }

  /**
   * These gates with one new limit for a figure, in place of all that it had. It is an error to be
   * beyond it, unless it was only a warning before.
   */
  public Gates with(Gate.Figure figure, double limit) {
    List<Severity> before = severities(figure);
    Severity severity =
        before.isEmpty() || before.contains(Severity.ERROR) ? Severity.ERROR : Severity.WARNING;
    Gate gate = new Gate(figure, limit, severity);
    return new Gates(Stream.concat(others(figure), Stream.of(gate)).toList());
  }

  /** These gates without those of a figure. */
  public Gates without(Gate.Figure figure) {
    return new Gates(others(figure).toList());
  }

  private List<Severity> severities(Gate.Figure figure) {
    return gates.stream().filter(gate -> gate.figure() == figure).map(Gate::severity).toList();
  }

  private Stream<Gate> others(Gate.Figure figure) {
    return gates.stream().filter(gate -> gate.figure() != figure);
  }
}
