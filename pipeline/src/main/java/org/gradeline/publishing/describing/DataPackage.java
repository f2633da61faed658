package org.gradeline.publishing.describing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradeline.publishing.assembling.PublishedFile;
import org.gradeline.reference.Reference;
import org.gradeline.storage.ReportsManifest;
import org.gradeline.tables.Column;
import org.gradeline.tables.Table;

/** The description of the reports as a Frictionless Data Package, version 2. */
public final class DataPackage {
  private static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";
  private static final String RESOURCE_PROFILE =
      "https://datapackage.org/profiles/2.0/dataresource.json";
  private static final String SCHEMA_PROFILE =
      "https://datapackage.org/profiles/2.0/tableschema.json";

  /** What the reports are called. */
  static final String TITLE =
      "Inspections of England's councils: ratings, histories and comparisons";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DataPackage() {}

  /**
   * Describes the published tables.
   *
   * @param tables the tables
   * @param files the tables' files
   * @param reference the run's reference data, which completes the caveats
   */
  public static ObjectNode describe(
      List<Table<?>> tables, List<PublishedFile> files, Reference reference) {
    Map<String, PublishedFile> byPath =
        files.stream().collect(Collectors.toMap(PublishedFile::path, Function.identity()));
    ObjectNode descriptor = JSON.objectNode();
    descriptor.put("$schema", PROFILE);
    descriptor.put("name", ReportsManifest.NAME);
    descriptor.put("title", TITLE);
    descriptor.put("description", "Tables made by Gradeline from the records of inspections.");
    ObjectNode licence = descriptor.putArray("licenses").addObject();
    licence.put("name", "OGL-UK-3.0");
    licence.put("title", "Open Government Licence v3.0");
    licence.put(
        "path", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/");
    ArrayNode resources = descriptor.putArray("resources");
    for (Table<?> table : tables) {
      PublishedFile file = byPath.get(table.path());
      if (file != null) {
        resources.add(resource(table, file, reference));
      }
    }
    ArrayNode others = descriptor.putObject("gradeline").putArray("files");
    ReportsManifest.OTHER_FILES.forEach(others::add);
    return descriptor;
  }

  private static ObjectNode resource(Table<?> table, PublishedFile file, Reference reference) {
    ObjectNode resource = JSON.objectNode();
    resource.put("$schema", RESOURCE_PROFILE);
    resource.put("name", table.name());
    resource.put("type", "table");
    resource.put("path", table.path());
    resource.put(
        "description",
        Stream.concat(Stream.of(table.description()), table.caveats(reference).stream())
            .collect(Collectors.joining(" ")));
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    resource.put("rows", file.rows());
    resource.put("bytes", file.bytes());
    resource.put("hash", "sha256:" + file.sha256());
    resource.set("schema", tableSchema(table));
    return resource;
  }

  private static ObjectNode tableSchema(Table<?> table) {
    ObjectNode node = JSON.objectNode();
    node.put("$schema", SCHEMA_PROFILE);
    ArrayNode fields = node.putArray("fields");
    table.columns().forEach(column -> fields.add(field(column)));
    node.putArray("missingValues").add("");
    if (!table.primaryKey().isEmpty()) {
      ArrayNode key = node.putArray("primaryKey");
      table.primaryKey().forEach(key::add);
    }
    return node;
  }

  private static ObjectNode field(Column<?> column) {
    ObjectNode field = JSON.objectNode();
    field.put("name", column.name());
    field.put("description", column.description());
    ObjectNode constraints = JSON.objectNode();
    if (column.required()) {
      constraints.put("required", true);
    }
    if (!column.allowed().isEmpty()) {
      ArrayNode allowed = constraints.putArray("enum");
      column.allowed().forEach(allowed::add);
    }
    field.put("type", type(column));
    switch (column.type()) {
      case PERCENT -> constraints.put("minimum", 0).put("maximum", 100);
      case PARTIAL_DATE -> constraints.put("pattern", "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
      default -> {}
    }
    if (!constraints.isEmpty()) {
      field.set("constraints", constraints);
    }
    return field;
  }

  /** What a column holds, as a table schema names it. */
  public static String type(Column<?> column) {
    return switch (column.type()) {
      case TEXT, PARTIAL_DATE -> "string";
      case INTEGER -> "integer";
      case NUMBER, PERCENT -> "number";
      case DAY -> "date";
    };
  }
}
