package org.gradeline.publishing.describing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gradeline.tables.Column;
import org.gradeline.tables.Table;

/**
 * The description beside a data file of the open data, in the vocabulary of CSV on the Web (W3C
 * Recommendation of 17 December 2015): what programs that read it look for at the file's name with
 * {@code -metadata.json} after it.
 */
public final class CsvOnTheWeb {
  private static final String ENDING = "-metadata.json";
  private static final String METADATA_OF_THE_STANDARD = ".meta";

  /** The mark in place of a number that does not apply. */
  private static final String NOT_APPLICABLE = "z";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CsvOnTheWeb() {}

  /** Whether a table has such a description: the data files of the open data have one. */
  public static boolean describes(Table<?> table) {
    return table.isOpenData() && !table.name().endsWith(METADATA_OF_THE_STANDARD);
  }

  /** Path of the description in the reports. */
  public static String path(Table<?> table) {
    return table.path() + ENDING;
  }

  /**
   * Describes a data file.
   *
   * @param table its table
   * @param edition what describes the reports as a whole
   */
  public static ObjectNode describe(Table<?> table, Edition edition) {
    ObjectNode node = JSON.objectNode();
    ArrayNode context = node.putArray("@context");
    context.add("http://www.w3.org/ns/csvw");
    context.addObject().put("@language", "en");
    node.put("url", table.name() + ".csv");
    node.put("dc:title", Titles.of(table) + ". " + DataPackage.TITLE);
    node.put("dc:description", table.description());
    node.put("dc:creator", "Gradeline " + edition.version());
    node.putObject("dc:license").put("@id", DataPackage.LICENCE_PATH);
    node.putObject("dc:modified").put("@value", edition.released().toString()).put("@type", "date");
    node.putObject("dialect")
        .put("encoding", "utf-8")
        .put("delimiter", ",")
        .put("quoteChar", "\"")
        .put("doubleQuote", true)
        .put("header", true)
        .putArray("lineTerminators")
        .add("\n");
    ArrayNode columns = node.putObject("tableSchema").putArray("columns");
    table.columns().forEach(column -> columns.add(column(column)));
    return node;
  }

  private static ObjectNode column(Column<?> column) {
    ObjectNode node = JSON.objectNode();
    node.put("name", column.name());
    // The first title is the header of the file, which the standard compares with it.
    node.putArray("titles").add(column.name()).add(Titles.of(column));
    node.put("dc:description", column.description());
    if (column.hasMarks()) {
      node.put("datatype", "decimal").put("null", NOT_APPLICABLE);
    } else {
      node.put("datatype", datatype(column)).put("required", column.required());
    }
    return node;
  }

  private static String datatype(Column<?> column) {
    return switch (column.type()) {
      case TEXT, PARTIAL_DATE -> "string";
      case INTEGER -> "integer";
      case NUMBER, PERCENT -> "decimal";
      case DAY -> "date";
    };
  }
}
