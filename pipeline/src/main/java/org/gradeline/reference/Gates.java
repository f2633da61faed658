package org.gradeline.reference;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gates that are set for a run. A figure without a gate has no limit. Immutable.
 *
 * @param byFigure the gates, by the figures that they limit
 */
public record Gates(Map<Gate.Figure, Gate> byFigure) {
  /** No gates. */
  public static final Gates NONE = new Gates(Map.of());

  /** Keeps a copy of its own. */
  public Gates {
    byFigure = Map.copyOf(byFigure);
  }

  /** The gate of a figure, or null. */
  public @Nullable Gate of(Gate.Figure figure) {
    return byFigure.get(figure);
  }

  /** These gates with a new limit for a figure; a gate that was not set before is an error. */
  public Gates with(Gate.Figure figure, double limit) {
    Gate before = of(figure);
    Severity severity = before == null ? Severity.ERROR : before.severity();
    Map<Gate.Figure, Gate> changed = copy();
    changed.put(figure, new Gate(figure, limit, severity));
    return new Gates(changed);
  }

  /** These gates without that of a figure. */
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
