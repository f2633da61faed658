package org.gradeline.publishing.describing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table read as somebody would who has nothing but the reports folder and its description.
 *
 * @param schema its schema in the description
 * @param header its first row
 * @param rows its other rows
 */
public record DescribedTable(JsonNode schema, List<String> header, List<List<String>> rows) {

  public static DescribedTable read(Path reports, JsonNode resource) throws IOException {
    Path file = reports.resolve(resource.path("path").asText());
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
      List<List<String>> rows = parser.stream().map(CSVRecord::toList).toList();
      return new DescribedTable(resource.path("schema"), rows.get(0), rows.subList(1, rows.size()));
    }
  }

  /** Everything in which the table is not as its schema says. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (!header.equals(names())) {
      faults.add("the header is " + header);
    }
    Set<List<String>> keys = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      if (row.size() != header.size()) {
        faults.add("row " + (i + 1) + " has " + row.size() + " cells");
        continue;
      }
      for (int column = 0; column < row.size(); column++) {
        String fault = fault(schema.path("fields").path(column), row.get(column));
        if (!fault.isEmpty()) {
          faults.add(
              "row " + (i + 1) + ": " + header.get(column) + " '" + row.get(column) + "' " + fault);
        }
      }
      if (!key(row).isEmpty() && !keys.add(key(row))) {
        faults.add("row " + (i + 1) + ": the key " + key(row) + " stands twice");
      }
    }
    return faults;
  }

  private List<String> names() {
    return StreamSupport.stream(schema.path("fields").spliterator(), false)
        .map(field -> field.path("name").asText())
        .toList();
  }

  private List<String> key(List<String> row) {
    return cells(row, schema.path(schema.has("primaryKey") ? "primaryKey" : "uniqueKeys"));
  }

  /** The cells of columns, which are a list or, as unique keys are, a list of lists. */
  private List<String> cells(List<String> row, JsonNode columns) {
    JsonNode names = columns.path(0).isArray() ? columns.path(0) : columns;
    return StreamSupport.stream(names.spliterator(), false)
        .map(column -> row.get(header.indexOf(column.asText())))
        .toList();
  }

  /**
   * The keys in rows of all tables that no row of the table that they refer to has.
   *
   * @param reports the folder of the reports
   * @param dataPackage their description
   */
  public static List<String> unexplainedKeys(Path reports, JsonNode dataPackage)
      throws IOException {
    Map<String, DescribedTable> tables = new HashMap<>();
    for (JsonNode resource : dataPackage.path("resources")) {
      tables.put(resource.path("name").asText(), read(reports, resource));
    }
    Set<String> unexplained = new TreeSet<>();
    tables.forEach(
        (name, table) ->
            table
                .schema
                .path("foreignKeys")
                .forEach(
                    key -> {
                      JsonNode reference = key.path("reference");
                      String referred = reference.path("resource").asText();
                      Set<List<String>> known =
                          Objects.requireNonNull(tables.get(referred), referred)
                              .keysOf(reference.path("fields"));
                      Set<List<String>> used = table.keysOf(key.path("fields"));
                      used.removeAll(known);
                      used.forEach(
                          each -> unexplained.add(name + " " + key.path("fields") + ": " + each));
                    }));
    return List.copyOf(unexplained);
  }

  private Set<List<String>> keysOf(JsonNode columns) {
    Set<List<String>> keys = new HashSet<>();
    rows.forEach(row -> keys.add(cells(row, columns)));
    return keys;
  }

  private static String fault(JsonNode field, String cell) {
    JsonNode constraints = field.path("constraints");
    if (cell.isEmpty()) {
      return constraints.path("required").asBoolean() ? "is blank" : "";
    }
    if (!isOfType(field.path("type").asText(), cell)) {
      return "is no " + field.path("type").asText();
    }
    if (constraints.has("enum")
        && StreamSupport.stream(constraints.path("enum").spliterator(), false)
            .noneMatch(allowed -> allowed.asText().equals(cell))) {
      return "is none of " + constraints.path("enum");
    }
    if (constraints.has("pattern") && !cell.matches(constraints.path("pattern").asText())) {
      return "is not of the form " + constraints.path("pattern");
    }
    if (constraints.has("minimum")
        && new BigDecimal(cell).compareTo(constraints.path("minimum").decimalValue()) < 0) {
      return "is too small";
    }
    if (constraints.has("maximum")
        && new BigDecimal(cell).compareTo(constraints.path("maximum").decimalValue()) > 0) {
      return "is too large";
    }
    return "";
  }

  private static boolean isOfType(String type, String cell) {
    return switch (type) {
      case "string" -> true;
      case "integer" -> cell.matches("-?(0|[1-9][0-9]*)");
      case "number" -> cell.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
      case "date" -> isDay(cell);
      default -> throw new IllegalArgumentException(type);
    };
  }

  private static boolean isDay(String cell) {
    try {
      return LocalDate.parse(cell).toString().equals(cell);
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
