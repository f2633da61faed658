package org.gradeline.site.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What search engines and catalogues of data read in a page: the reports as a {@code Dataset} of
 * schema.org, in JSON-LD. Made from the reports' own data package; of reports of an earlier version
 * it has what they say.
 */
final class DatasetDescription {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DatasetDescription() {}

  /**
   * Describes the reports, in JSON that can stand inside a page.
   *
   * @param dataPackage the reports' own description
   */
  static String of(JsonNode dataPackage) {
    ObjectNode dataset = JSON.objectNode();
    dataset.put("@context", "https://schema.org/").put("@type", "Dataset");
    copy(dataPackage, "title", dataset, "name");
    copy(dataPackage, "description", dataset, "description");
    copy(dataPackage, "version", dataset, "version");
    String created = dataPackage.path("created").asText();
    if (!created.isEmpty()) {
      dataset.put("dateModified", created.substring(0, Math.min(10, created.length())));
    }
    copy(dataPackage.path("licenses").path(0), "path", dataset, "license");
    dataset.putObject("creator").put("@type", "Organization").put("name", "Gradeline");
    dataset.put("isAccessibleForFree", true);
    if (dataPackage.has("keywords")) {
      dataset.set("keywords", dataPackage.get("keywords"));
    }
    coverage(dataPackage, dataset);
    ArrayNode sources = JSON.arrayNode();
    dataPackage.path("sources").forEach(source -> sources.add(source.path("path").asText()));
    if (!sources.isEmpty()) {
      dataset.set("isBasedOn", sources);
    }
    ArrayNode files = dataset.putArray("distribution");
    dataPackage.path("resources").forEach(resource -> files.add(download(resource)));
    // A closing tag in a text would end the script; in JSON the character may be written as a
    // number.
    return dataset.toString().replace("<", "\\u003c");
  }

  private static void copy(JsonNode from, String field, ObjectNode to, String property) {
    String text = from.path(field).asText();
    if (!text.isEmpty()) {
      to.put(property, text);
    }
  }

  private static void coverage(JsonNode dataPackage, ObjectNode dataset) {
    JsonNode temporal = dataPackage.path("temporal");
    if (temporal.has("end")) {
      String start = temporal.path("start").asText("..");
      dataset.put("temporalCoverage", start + "/" + temporal.get("end").asText());
    }
    JsonNode spatial = dataPackage.path("spatial");
    if (spatial.has("name")) {
      ObjectNode place = dataset.putObject("spatialCoverage").put("@type", "Place");
      copy(spatial, "name", place, "name");
      copy(spatial, "code", place, "identifier");
    }
  }

  private static ObjectNode download(JsonNode resource) {
    ObjectNode file = JSON.objectNode().put("@type", "DataDownload");
    copy(resource, "path", file, "name");
    file.put("contentUrl", "../" + resource.path("path").asText());
    copy(resource, "mediatype", file, "encodingFormat");
    file.put("contentSize", resource.path("bytes").asText() + " B");
    return file;
  }
}
