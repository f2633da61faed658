package org.gradeline.publishing.describing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradeline.publishing.database.SqliteDatabase;
import org.gradeline.publishing.database.SqliteSchema;
import org.gradeline.reference.Origin;
import org.gradeline.reference.Reference;
import org.gradeline.tables.Column;
import org.gradeline.tables.Table;

/**
 * What Datasette shows beside the tables of the database, when it is started with {@code datasette
 * gradeline.sqlite -m metadata.json}: titles, descriptions, licence, sources, units.
 */
public final class DatasetteMetadata {
  /** Its file in the reports. */
  public static final String FILE = "metadata.json";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /**
   * Units that Datasette knows, by ours: with another it would show an error in place of a page.
   */
  private static final Map<String, String> KNOWN_UNITS = Map.of("days", "day", "years", "year");

  private DatasetteMetadata() {}

  /**
   * Describes the database.
   *
   * @param tables all tables; those of the open data are not in the database
   * @param edition what describes the reports as a whole
   */
  public static ObjectNode describe(List<Table<?>> tables, Edition edition) {
    Reference reference = edition.view().reference();
    ObjectNode metadata = JSON.objectNode();
    metadata.put("title", DataPackage.TITLE);
    metadata.put(
        "description", DataPackage.DESCRIPTION + " As at " + edition.view().date().asAt() + ".");
    metadata.put("license", DataPackage.LICENCE_TITLE).put("license_url", DataPackage.LICENCE_PATH);
    List<Origin> origins = reference.origins();
    if (!origins.isEmpty()) {
      metadata.put("source", origins.stream().map(Origin::name).collect(Collectors.joining(", ")));
      metadata.put("source_url", origins.get(0).path());
    }
    ObjectNode described =
        metadata.putObject("databases").putObject(database()).putObject("tables");
    for (Table<?> table : tables) {
      if (!table.isOpenData()) {
        described.set(table.name(), table(table, reference));
      }
    }
    return metadata;
  }

  private static String database() {
    return SqliteDatabase.FILE.substring(0, SqliteDatabase.FILE.indexOf('.'));
  }

  private static ObjectNode table(Table<?> table, Reference reference) {
    ObjectNode node = JSON.objectNode();
    node.put("title", Titles.of(table));
    node.put(
        "description",
        Stream.concat(Stream.of(table.description()), table.caveats(reference).stream())
            .collect(Collectors.joining(" ")));
    ObjectNode columns = node.putObject("columns");
    ObjectNode units = JSON.objectNode();
    ArrayNode sortable = node.putArray("sortable_columns");
    for (Column<?> column : table.columns()) {
      columns.put(column.name(), meaning(column));
      sortable.add(column.name());
      String unit = KNOWN_UNITS.get(column.unit());
      if (unit != null) {
        units.put(column.name(), unit);
      }
    }
    if (!units.isEmpty()) {
      node.set("units", units);
    }
    if (table.header().contains(SqliteSchema.LABEL)) {
      node.put("label_column", SqliteSchema.LABEL);
    } else if (table.name().equals(SqliteSchema.COUNCILS)) {
      node.put("label_column", "council");
      node.put("fts_table", SqliteSchema.COUNCILS_SEARCH);
      node.put("fts_pk", "rowid");
    }
    return node;
  }

  private static String meaning(Column<?> column) {
    return column.unit().isEmpty()
        ? column.description()
        : column.description() + " Unit: " + column.unit() + ".";
  }
}
