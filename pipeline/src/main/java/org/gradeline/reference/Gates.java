package org.gradeline.reference;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gates that are set for a run; a figure without one has no limit.
 *
 * @param byFigure the gates, by what they hold to a limit
 */
public record Gates(Map<Gate.Figure, Gate> byFigure) {
  /** No gate at all. */
  public static final Gates NONE = new Gates(Map.of());

  /** Keeps a copy of its own. */
  public Gates {
    byFigure = Map.copyOf(byFigure);
  }

  /** The gate of a figure, or null. */
  public @Nullable Gate of(Gate.Figure figure) {
    return byFigure.get(figure);
  }

  /** The same gates with another limit of one; a gate that was not set before is an error. */
  public Gates with(Gate.Figure figure, double limit) {
    Gate before = of(figure);
    Severity severity = before == null ? Severity.ERROR : before.severity();
    Map<Gate.Figure, Gate> changed = copy();
    changed.put(figure, new Gate(figure, limit, severity));
    return new Gates(changed);
  }

  /** The same gates without one. */
  public Gates without(Gate.Figure figure) {
    Map<Gate.Figure, Gate> changed = copy();
    changed.remove(figure);
    return new Gates(changed);
  }

  private Map<Gate.Figure, Gate> copy() {
    Map<Gate.Figure, Gate> copy = new EnumMap<>(Gate.Figure.class);
    copy.putAll(byFigure);
    return copy;
  }
}
