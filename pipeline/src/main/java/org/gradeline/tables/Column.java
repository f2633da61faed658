package org.gradeline.tables;

import java.util.List;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type what its cells are
 * @param required whether no cell is blank
 * @param allowed the only values it takes; empty when it takes any
 * @param description what it says, with its unit
 */
public record Column(
    String name, Type type, boolean required, List<String> allowed, String description) {

  /** What the cells of a column are. */
  public enum Type {
    TEXT,
    INTEGER,
    NUMBER,
    /** 0 to 100, at most four decimals. */
    PERCENT,
    /** A day, ISO 8601. */
    DAY,
    /** A day, or only its month or year, as printed. */
    PARTIAL_DATE
  }

  static Column text(String name, String description) {
    return new Column(name, Type.TEXT, false, List.of(), description);
  }

  static Column integer(String name, String description) {
    return new Column(name, Type.INTEGER, false, List.of(), description);
  }

  static Column number(String name, String description) {
    return new Column(name, Type.NUMBER, false, List.of(), description);
  }

  static Column percent(String name, String description) {
    return new Column(name, Type.PERCENT, false, List.of(), description);
  }

  static Column day(String name, String description) {
    return new Column(name, Type.DAY, false, List.of(), description);
  }

  static Column partialDate(String name, String description) {
    return new Column(name, Type.PARTIAL_DATE, false, List.of(), description);
  }

  /** A column of a few fixed values. */
  static Column oneOf(String name, List<String> allowed, String description) {
    return new Column(name, Type.TEXT, false, List.copyOf(allowed), description);
  }

  /** The same column without blank cells. */
  Column filled() {
    return new Column(name, type, true, allowed, description);
  }
}
