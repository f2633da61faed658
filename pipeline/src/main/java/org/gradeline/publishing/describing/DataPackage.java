package org.gradeline.publishing.describing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradeline.publishing.assembling.PublishedFile;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Origin;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scheme;
import org.gradeline.storage.ReportsManifest;
import org.gradeline.tables.Column;
import org.gradeline.tables.ForeignKey;
import org.gradeline.tables.Table;

/** The description of the reports as a Frictionless Data Package, version 2. */
public final class DataPackage {
  private static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";
  private static final String RESOURCE_PROFILE =
      "https://datapackage.org/profiles/2.0/dataresource.json";
  private static final String SCHEMA_PROFILE =
      "https://datapackage.org/profiles/2.0/tableschema.json";

  private static final String DIALECT_PROFILE =
      "https://datapackage.org/profiles/2.0/tabledialect.json";

  /** The licence of the reports: its short name, its name and where it is. */
  static final String LICENCE = "OGL-UK-3.0";

  static final String LICENCE_TITLE = "Open Government Licence v3.0";
  static final String LICENCE_PATH =
      "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

  /** What the reports are called. */
  static final String TITLE =
      "Inspections of England's councils: ratings, histories and comparisons";

  static final String DESCRIPTION =
      "Tables made by Gradeline from the records of inspections: every rating and visit, each"
          + " council's history, and counts of all councils by grade and movement.";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DataPackage() {}

  /**
   * Describes the published tables.
   *
   * @param tables the tables
   * @param files the tables' files
   * @param edition what describes the reports as a whole
   */
  public static ObjectNode describe(
      List<Table<?>> tables, List<PublishedFile> files, Edition edition) {
    Reference reference = edition.view().reference();
    Map<String, PublishedFile> byPath =
        files.stream().collect(Collectors.toMap(PublishedFile::path, Function.identity()));
    ObjectNode descriptor = JSON.objectNode();
    descriptor.put("$schema", PROFILE);
    descriptor.put("name", ReportsManifest.NAME);
    descriptor.put("title", TITLE);
    descriptor.put("description", DESCRIPTION);
    descriptor.put("version", edition.version());
    descriptor.put("created", edition.released() + "T00:00:00Z");
    ObjectNode licence = descriptor.putArray("licenses").addObject();
    licence.put("name", LICENCE).put("title", LICENCE_TITLE).put("path", LICENCE_PATH);
    sources(reference.origins(), descriptor);
    ObjectNode contributor = descriptor.putArray("contributors").addObject();
    contributor.put("title", "Gradeline").putArray("roles").add("creator");
    keywords(edition).forEach(descriptor.putArray("keywords")::add);
    ObjectNode temporal = descriptor.putObject("temporal");
    if (edition.first() != null) {
      temporal.put("start", edition.first().toString());
    }
    temporal.put("end", edition.view().date().asAt().toString());
    Geography country = edition.view().country();
    descriptor.putObject("spatial").put("code", country.code()).put("name", country.name());
    ArrayNode resources = descriptor.putArray("resources");
    for (Table<?> table : tables) {
      PublishedFile file = byPath.get(table.path());
      if (file != null) {
        resources.add(resource(table, file, reference, byPath.keySet()));
      }
    }
    ArrayNode others = descriptor.putObject("gradeline").putArray("files");
    ReportsManifest.OTHER_FILES.forEach(others::add);
    return descriptor;
  }

  private static void sources(List<Origin> origins, ObjectNode descriptor) {
    if (!origins.isEmpty()) {
      ArrayNode sources = descriptor.putArray("sources");
      for (Origin origin : origins) {
        ObjectNode source = sources.addObject();
        source.put("title", origin.name()).put("path", origin.path());
        source.put("description", origin.provides());
        ObjectNode licence = source.putArray("licenses").addObject();
        licence.put("name", origin.licence()).put("path", origin.licencePath());
      }
    }
  }

  private static List<String> keywords(Edition edition) {
    return Stream.concat(
            Stream.of("inspections", "ratings", "councils", edition.view().country().name()),
            edition.view().reference().schemes().stream().map(Scheme::label))
        .distinct()
        .toList();
  }

  private static ObjectNode resource(
      Table<?> table, PublishedFile file, Reference reference, Set<String> made) {
    ObjectNode resource = JSON.objectNode();
    resource.put("$schema", RESOURCE_PROFILE);
    resource.put("name", table.name());
    resource.put("type", "table");
    resource.put("path", table.path());
    resource.put("title", Titles.of(table));
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
    resource.set("dialect", dialect());
    resource.set("schema", tableSchema(table, made));
    return resource;
  }

  /** How every table is written. */
  private static ObjectNode dialect() {
    return JSON.objectNode()
        .put("$schema", DIALECT_PROFILE)
        .put("header", true)
        .put("delimiter", ",")
        .put("lineTerminator", "\n")
        .put("quoteChar", "\"")
        .put("doubleQuote", true);
  }

  private static ObjectNode tableSchema(Table<?> table, Set<String> made) {
    ObjectNode node = JSON.objectNode();
    node.put("$schema", SCHEMA_PROFILE);
    ArrayNode fields = node.putArray("fields");
    table.columns().forEach(column -> fields.add(field(column)));
    node.putArray("missingValues").add("");
    if (table.hasPrimaryKey()) {
      table.primaryKey().forEach(node.putArray("primaryKey")::add);
    } else if (!table.primaryKey().isEmpty()) {
      table.primaryKey().forEach(node.putArray("uniqueKeys").addArray()::add);
    }
    List<ForeignKey> keys =
        table.foreignKeys().stream()
            .filter(key -> table.isFilled(key.columns()) && made.contains(Table.path(key.table())))
            .toList();
    if (!keys.isEmpty()) {
      ArrayNode foreignKeys = node.putArray("foreignKeys");
      keys.forEach(key -> foreignKeys.add(foreignKey(key)));
    }
    return node;
  }

  private static ObjectNode foreignKey(ForeignKey key) {
    ObjectNode node = JSON.objectNode();
    key.columns().forEach(node.putArray("fields")::add);
    ObjectNode reference = node.putObject("reference").put("resource", key.table());
    key.referenced().forEach(reference.putArray("fields")::add);
    return node;
  }

  private static ObjectNode field(Column<?> column) {
    ObjectNode field = JSON.objectNode();
    field.put("name", column.name());
    field.put("title", Titles.of(column));
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
    if (!column.unit().isEmpty()) {
      field.put("unit", column.unit());
    }
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
