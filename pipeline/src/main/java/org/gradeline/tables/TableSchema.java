package org.gradeline.tables;

import java.util.List;

/**
 * What a table is: one definition for its file, the data package and the documentation.
 *
 * @param name its name, and its file's without ending
 * @param folder the folder in the reports that it stands in
 * @param description what a row is, and what the table is for
 * @param columns its columns, in order; rows are sorted by them from left to right
 * @param primaryKey columns that tell a row from every other; empty when rows can be alike
 * @param interleaved whether its parts are each in order but must be merged, instead of following
 *     each other
 */
public record TableSchema(
    String name,
    String folder,
    String description,
    List<Column> columns,
    List<String> primaryKey,
    boolean interleaved) {
  static final String TABLES = "tables";
  static final String QUALITY = "quality";
  static final String OPEN_DATA = "open_data";

  static TableSchema table(
      String name, String description, List<Column> columns, String... primaryKey) {
    return new TableSchema(name, TABLES, description, columns, List.of(primaryKey), false);
  }

  static TableSchema quality(
      String name, String description, List<Column> columns, boolean interleaved) {
    return new TableSchema(name, QUALITY, description, columns, List.of(), interleaved);
  }

  static TableSchema openData(
      String name, String description, List<Column> columns, String... primaryKey) {
    return new TableSchema(name, OPEN_DATA, description, columns, List.of(primaryKey), false);
  }

  /** Path of its file in the reports. */
  public String path() {
    return folder + "/" + name + ".csv";
  }

  /** Whether it is in the open data standard, whose files stand for themselves. */
  public boolean isOpenData() {
    return folder.equals(OPEN_DATA);
  }

  /** Names of its columns. */
  public List<String> header() {
    return columns.stream().map(Column::name).toList();
  }
}
