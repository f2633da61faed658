package org.gradeline.tables;

import java.util.List;
import org.gradeline.reference.Reference;

/**
 * What a table is: one definition for its file, the data package, the dictionary and the database.
 * Immutable, and safe for many threads.
 *
 * @param name its name, and its file's without ending
 * @param folder the folder of the reports that it is in
 * @param description what a row is, and what the table is for
 * @param columns its columns, in order; rows are sorted by them from left to right
 * @param primaryKey columns that tell a row from every other, of which some may be blank (see
 *     {@link #hasPrimaryKey}); empty when rows can be alike
 * @param interleaved whether its parts are each in order but must be merged, instead of following
 *     each other
 * @param caveats what to know before its figures are used
 * @param <R> its rows
 */
public record Table<R>(
    String name,
    String folder,
    String description,
    List<Column<R>> columns,
    List<String> primaryKey,
    boolean interleaved,
    List<Caveat> caveats) {
  static final String TABLES = "tables";
  static final String QUALITY = "quality";
  static final String OPEN_DATA = "open_data";

  /** A table of the comparisons. */
  static <R> Table<R> of(
      String name, String description, List<Column<R>> columns, String... primaryKey) {
    return new Table<>(
        name, TABLES, description, List.copyOf(columns), List.of(primaryKey), false, List.of());
  }

  /** A table on the quality of the records or of the run. */
  static <R> Table<R> quality(String name, String description, List<Column<R>> columns) {
    return new Table<>(
        name, QUALITY, description, List.copyOf(columns), List.of(), false, List.of());
  }

  /** A table that lists places in the sources, whose parts are merged by source and line. */
  static <R> Table<R> ofPlaces(String name, String description, List<Column<R>> columns) {
    return new Table<>(
        name, QUALITY, description, List.copyOf(columns), List.of(), true, List.of());
  }

  /** A table in the Department for Education's open data standard. */
  static <R> Table<R> openData(
      String name, String description, List<Column<R>> columns, String... primaryKey) {
    return new Table<>(
        name, OPEN_DATA, description, List.copyOf(columns), List.of(primaryKey), false, List.of());
  }

  /** The same table with caveats. */
  Table<R> withCaveats(Caveat... known) {
    return new Table<>(name, folder, description, columns, primaryKey, interleaved, List.of(known));
  }

  /** What to know before its figures are used: whole sentences. */
  public List<String> caveats(Reference reference) {
    return caveats.stream().flatMap(caveat -> caveat.of(reference).stream()).toList();
  }

  /** Path of its file in the reports. */
  public String path() {
    return folder + "/" + name + ".csv";
  }

  /** Path of the file of a table that other tables refer to. */
  public static String path(String referredTo) {
    return TABLES + "/" + referredTo + ".csv";
  }

  /** Whether it is in the open data standard, whose files describe themselves. */
  public boolean isOpenData() {
    return folder.equals(OPEN_DATA);
  }

  /**
   * Which of its columns refer to a table that explains them. What is kept of earlier reports
   * refers to their tables and not to these, and the open data stand for themselves.
   */
  public List<ForeignKey> foreignKeys() {
    return isOpenData() || name.equals(RevisionsTable.NAME)
        ? List.of()
        : ForeignKey.of(header(), this);
  }

  /** Whether no row has a blank in its key, as a primary key must not have. */
  public boolean hasPrimaryKey() {
    return !primaryKey.isEmpty() && isFilled(primaryKey);
  }

  /** Whether no cell of these columns is blank. */
  public boolean isFilled(List<String> names) {
    return columns.stream()
        .filter(column -> names.contains(column.name()))
        .allMatch(Column::required);
  }

  /** Names of its columns. */
  public List<String> header() {
    return columns.stream().map(Column::name).toList();
  }
}
