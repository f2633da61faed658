package org.gradeline.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Figures of other statistics that councils are compared by, and their outlines on a map.
 * Immutable. Workers do not need it: it stays behind when the reference data is sent to them.
 */
public final class Context implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No figures. */
  public static final Context NONE = new Context(List.of(), Map.of(), Map.of(), Map.of());

  private final transient List<Figure> figures;
  private final transient Map<String, Measure> measures;
  private final transient Map<String, String> marks;
  private final transient Map<Integer, String> outlines;

  /**
   * A figure of a council in a year.
   *
   * @param year the year
   * @param council position of the council
   * @param measure key of the measure
   * @param value the figure as in its file; blank where a mark stands in its place
   * @param mark the mark in place of a figure; blank where there is one
   */
  public record Figure(int year, int council, String measure, String value, String mark) {}

  /**
   * What a figure says.
   *
   * @param key its name in tables
   * @param label its name in headings
   * @param unit its unit
   * @param source where it is from
   * @param caveat what a reader should know
   */
  public record Measure(String key, String label, String unit, String source, String caveat) {}

  Context(
      List<Figure> figures,
      Map<String, Measure> measures,
      Map<String, String> marks,
      Map<Integer, String> outlines) {
    this.figures = List.copyOf(figures);
    this.measures = measures;
    this.marks = marks;
    this.outlines = Map.copyOf(outlines);
  }

  /** All figures, by year, council and the order of the measures. */
  public List<Figure> figures() {
    return figures;
  }

  /** Measures by key, in order. */
  public Map<String, Measure> measures() {
    return measures;
  }

  /** What the marks in place of figures mean. */
  public Map<String, String> marks() {
    return marks;
  }

  /**
   * Outlines of councils on a map of hexagons, by the council's position: {@code M211,480 212,481
   * 212,483Z} on a lattice of whole numbers, y downwards.
   */
  public Map<Integer, String> outlines() {
    return outlines;
  }

  private Object readResolve() {
    return NONE;
  }
}
