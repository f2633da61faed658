package org.gradeline.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, defined once: its name, what its cells are, and how a cell is read from a
 * row. Immutable, and safe for many threads. For example:
 *
 * <pre>{@code
 * Column.integer("improved", Movements::improved, "Councils with a better grade than before.")
 * }</pre>
 *
 * @param name its name
 * @param type what its cells are
 * @param required whether no cell is blank
 * @param allowed the only values it takes; empty when it takes any
 * @param description what it says, with its unit
 * @param unit the unit of its numbers, such as {@code days} or {@code councils}; empty without
 * @param cell writes the cell of a row
 * @param <R> the rows of its table
 */
public record Column<R>(
    String name,
    Type type,
    boolean required,
    List<String> allowed,
    String description,
    String unit,
    Cell<R> cell) {

  static final String PERCENT = "percent";

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

  /**
   * Writes the cell of a row.
   *
   * @param <R> the rows
   */
  @FunctionalInterface
  public interface Cell<R> {
    /** Writes exactly one cell. */
    void write(R row, CellWriter cells);
  }

  /** A column without a unit; percentages have theirs. */
  public Column(
      String name,
      Type type,
      boolean required,
      List<String> allowed,
      String description,
      Cell<R> cell) {
    this(name, type, required, allowed, description, type == Type.PERCENT ? PERCENT : "", cell);
  }

  private static <R> Column<R> required(String name, Type type, String description, Cell<R> cell) {
    return new Column<>(name, type, true, List.of(), description, cell);
  }

  private static <R> Column<R> orBlank(String name, Type type, String description, Cell<R> cell) {
    return new Column<>(name, type, false, List.of(), description, cell);
  }

  /** A column of texts, none of them blank. */
  static <R> Column<R> text(String name, Function<? super R, String> text, String description) {
    return required(name, Type.TEXT, description, (row, cells) -> cells.text(text.apply(row)));
  }

  /** A column of texts; null and the empty text are blank cells. */
  static <R> Column<R> textOrBlank(
      String name, Function<? super R, @Nullable String> text, String description) {
    return orBlank(name, Type.TEXT, description, (row, cells) -> cells.text(text.apply(row)));
  }

  /** A column of a few fixed values. */
  static <R> Column<R> oneOf(
      String name, List<String> allowed, Function<? super R, String> text, String description) {
    return Column.<R>text(name, text, description).onlyWith(allowed);
  }

  /** A column of a few fixed values; null and the empty text are blank cells. */
  static <R> Column<R> oneOfOrBlank(
      String name,
      List<String> allowed,
      Function<? super R, @Nullable String> text,
      String description) {
    return Column.<R>textOrBlank(name, text, description).onlyWith(allowed);
  }

  private Column<R> onlyWith(List<String> values) {
    return new Column<>(name, type, required, List.copyOf(values), description, unit, cell);
  }

  /** A column of numbers of a unit, as text: a mark stands in place of one that does not apply. */
  static <R> Column<R> numberOrMark(
      String name, Function<? super R, String> text, String description, String unit) {
    return Column.<R>text(name, text, description).in(unit);
  }

  /** Whether its cells are numbers, or marks in place of numbers. */
  public boolean hasMarks() {
    return type == Type.TEXT && !unit.isEmpty();
  }

  private Column<R> in(String ofUnit) {
    return new Column<>(name, type, required, allowed, description, ofUnit, cell);
  }

  /** A column of whole numbers of a unit. */
  static <R> Column<R> integer(
      String name, ToLongFunction<? super R> number, String description, String unit) {
    return Column.<R>integer(name, number, description).in(unit);
  }

  /** A column of whole numbers of a unit, blank where there is none. */
  static <R> Column<R> integerOrBlank(
      String name, Function<? super R, OptionalLong> number, String description, String unit) {
    return Column.<R>integerOrBlank(name, number, description).in(unit);
  }

  /** A column of numbers of a unit with a few decimals, without idle zeros. */
  static <R> Column<R> number(
      String name,
      int decimals,
      ToDoubleFunction<? super R> number,
      String description,
      String unit) {
    return Column.<R>number(name, decimals, number, description).in(unit);
  }

  /** The same, blank where there is none. */
  static <R> Column<R> numberOrBlank(
      String name,
      int decimals,
      Function<? super R, OptionalDouble> number,
      String description,
      String unit) {
    return Column.<R>numberOrBlank(name, decimals, number, description).in(unit);
  }

  /** A column of whole numbers without a unit. */
  static <R> Column<R> integer(String name, ToLongFunction<? super R> number, String description) {
    return required(
        name, Type.INTEGER, description, (row, cells) -> cells.integer(number.applyAsLong(row)));
  }

  /** A column of whole numbers, blank where there is none. */
  static <R> Column<R> integerOrBlank(
      String name, Function<? super R, OptionalLong> number, String description) {
    return orBlank(
        name, Type.INTEGER, description, (row, cells) -> cells.integer(number.apply(row)));
  }

  /** A column of numbers with a few decimals, without idle zeros. */
  static <R> Column<R> number(
      String name, int decimals, ToDoubleFunction<? super R> number, String description) {
    return required(
        name,
        Type.NUMBER,
        description,
        (row, cells) -> cells.decimal(number.applyAsDouble(row), decimals));
  }

  /** A column of numbers with a few decimals, without idle zeros, blank where there is none. */
  static <R> Column<R> numberOrBlank(
      String name, int decimals, Function<? super R, OptionalDouble> number, String description) {
    return orBlank(
        name, Type.NUMBER, description, (row, cells) -> cells.decimal(number.apply(row), decimals));
  }

  /** A column of percentages from 0 to 100. */
  static <R> Column<R> percent(
      String name, ToDoubleFunction<? super R> percent, String description) {
    return required(
        name, Type.PERCENT, description, (row, cells) -> cells.percent(percent.applyAsDouble(row)));
  }

  /** A column of percentages from 0 to 100, blank where there is none. */
  static <R> Column<R> percentOrBlank(
      String name, Function<? super R, OptionalDouble> percent, String description) {
    return orBlank(
        name, Type.PERCENT, description, (row, cells) -> cells.percent(percent.apply(row)));
  }

  /** A column of days. */
  static <R> Column<R> day(String name, Function<? super R, LocalDate> day, String description) {
    return required(name, Type.DAY, description, (row, cells) -> cells.day(day.apply(row)));
  }

  /** A column of dates as printed. */
  static <R> Column<R> partialDate(
      String name, Function<? super R, PartialDate> date, String description) {
    return required(
        name, Type.PARTIAL_DATE, description, (row, cells) -> cells.partialDate(date.apply(row)));
  }

  /** A column of dates as printed; null is a blank cell. */
  static <R> Column<R> partialDateOrBlank(
      String name, Function<? super R, @Nullable PartialDate> date, String description) {
    return orBlank(
        name, Type.PARTIAL_DATE, description, (row, cells) -> cells.partialDate(date.apply(row)));
  }

  /** The same column in a table whose rows have what this one is read from. */
  <S> Column<S> of(Function<? super S, ? extends R> part) {
    return new Column<>(
        name,
        type,
        required,
        allowed,
        description,
        unit,
        (row, cells) -> cell.write(part.apply(row), cells));
  }
}
