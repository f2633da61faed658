package org.gradeline.publishing.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradeline.tables.Column;
import org.gradeline.tables.ForeignKey;
import org.gradeline.tables.Table;

/** What the tables of the database are, in SQL. */
public final class SqliteSchema {
  /** What a view is called after its table. */
  public static final String LABELLED = "_labelled";

  /** The column that names a row of a table of keys. */
  public static final String LABEL = "label";

  /** The table of the councils. */
  public static final String COUNCILS = "councils";

  /** The full text search of the councils. */
  public static final String COUNCILS_SEARCH = "councils_fts";

  /** Columns that people look rows up by; a table's primary key is an index already. */
  private static final List<String> LOOKED_UP =
      List.of("la_code", "line", "as_at", "published_date", "source");

  private SqliteSchema() {}

  /** A strict table: SQLite takes no value of another type. */
  static String create(Table<?> table) {
    Stream<String> columns =
        table.columns().stream()
            .map(
                column ->
                    quoted(column.name())
                        + " "
                        + type(column)
                        + (column.required() ? " NOT NULL" : ""));
    Stream<String> key =
        table.primaryKey().isEmpty()
            ? Stream.empty()
            : Stream.of("PRIMARY KEY (" + names(table.primaryKey()) + ")");
    Stream<String> foreignKeys =
        table.foreignKeys().stream()
            .map(
                other ->
                    "FOREIGN KEY ("
                        + names(other.columns())
                        + ") REFERENCES "
                        + quoted(other.table())
                        + " ("
                        + names(other.referenced())
                        + ")");
    return "CREATE TABLE "
        + quoted(table.name())
        + " ("
        + Stream.of(columns, key, foreignKeys)
            .flatMap(parts -> parts)
            .collect(Collectors.joining(", "))
        + ") STRICT";
  }

  /** The indexes of a table that is filled. */
  static List<String> indexes(Table<?> table) {
    List<String> indexes = new ArrayList<>();
    for (String column : table.header()) {
      boolean leadsKey = !table.primaryKey().isEmpty() && table.primaryKey().get(0).equals(column);
      if (LOOKED_UP.contains(column) && !leadsKey) {
        indexes.add(
            "CREATE INDEX "
                + quoted(table.name() + "_" + column)
                + " ON "
                + quoted(table.name())
                + " ("
                + quoted(column)
                + ")");
      }
    }
    return indexes;
  }

  /** Views of the tables whose keys have labels, each label beside its key. */
  static List<String> views(List<Table<?>> tables) {
    Map<String, Table<?>> byName =
        tables.stream().collect(Collectors.toMap(Table::name, Function.identity()));
    List<String> views = new ArrayList<>();
    for (Table<?> table : tables) {
      if (!ForeignKey.refersTo(table)) {
        Map<String, ForeignKey> labels = labels(table, byName);
        if (!labels.isEmpty()) {
          views.add(view(table, labels));
        }
      }
    }
    return views;
  }

  /** The first key with a label of each column that has one. */
  private static Map<String, ForeignKey> labels(Table<?> table, Map<String, Table<?>> byName) {
    return table.foreignKeys().stream()
        .filter(
            key ->
                byName.containsKey(key.table()) && byName.get(key.table()).header().contains(LABEL))
        .collect(Collectors.toMap(ForeignKey::subject, Function.identity(), (one, other) -> one));
  }

  private static String view(Table<?> table, Map<String, ForeignKey> labels) {
    List<String> columns = new ArrayList<>();
    StringBuilder joined = new StringBuilder();
    for (String column : table.header()) {
      columns.add("t." + quoted(column));
      ForeignKey key = labels.get(column);
      if (key != null) {
        String name = quoted("of_" + column);
        columns.add(name + "." + quoted(LABEL) + " AS " + quoted(column + "_" + LABEL));
        joined.append(" LEFT JOIN ").append(quoted(key.table())).append(" AS ").append(name);
        for (int i = 0; i < key.columns().size(); i++) {
          joined
              .append(i == 0 ? " ON " : " AND ")
              .append(name + "." + quoted(key.referenced().get(i)))
              .append(" = t." + quoted(key.columns().get(i)));
        }
      }
    }
    return "CREATE VIEW "
        + quoted(table.name() + LABELLED)
        + " AS SELECT "
        + String.join(", ", columns)
        + " FROM "
        + quoted(table.name())
        + " AS t"
        + joined;
  }

  /** A full text search of the councils' names, where Datasette looks for it. */
  static List<String> search(List<Table<?>> tables) {
    if (tables.stream().noneMatch(table -> table.name().equals(COUNCILS))) {
      return List.of();
    }
    return List.of(
        "CREATE VIRTUAL TABLE "
            + quoted(COUNCILS_SEARCH)
            + " USING FTS5 (council, official_name, region, content="
            + quoted(COUNCILS)
            + ")",
        "INSERT INTO "
            + quoted(COUNCILS_SEARCH)
            + " ("
            + quoted(COUNCILS_SEARCH)
            + ") VALUES ('rebuild')");
  }

  private static String type(Column<?> column) {
    return switch (column.type()) {
      case INTEGER -> "INTEGER";
      case NUMBER, PERCENT -> "REAL";
      case TEXT, DAY, PARTIAL_DATE -> "TEXT";
    };
  }

  private static String names(List<String> columns) {
    return columns.stream().map(SqliteSchema::quoted).collect(Collectors.joining(", "));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
