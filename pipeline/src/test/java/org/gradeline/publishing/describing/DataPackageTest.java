package org.gradeline.publishing.describing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gradeline.publishing.assembling.PublishedFile;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.ReportingDate;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.ForeignKey;
import org.gradeline.tables.RunView;
import org.gradeline.tables.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The description of the reports keeps to the Frictionless Data Package standard, version 2. */
public class DataPackageTest {
  private static final Schema PROFILE =
      SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_7,
              registry ->
                  registry.schemaRegistryConfig(
                      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()))
          .getSchema(
              SchemaLocation.of("classpath:org/gradeline/publishing/profiles/datapackage.json"));

  private static final List<Table<?>> SCHEMAS = Catalogue.of(ProjectData.reference()).tables();

  private static ObjectNode describe() {
    return DataPackage.describe(
        SCHEMAS,
        SCHEMAS.stream()
            .map(table -> new PublishedFile(table.path(), 3, 1234, "0123456789abcdef".repeat(4)))
            .toList(),
        edition());
  }

  /** What the project's own records make on a day. */
  static Edition edition() {
    LocalDate day = LocalDate.of(2026, 8, 20);
    RunView view =
        RunView.of(ProjectData.reference(), new ReportingDate(day, day), null, null, List.of());
    return Edition.of("1.2.3", PartialDate.parse("2026-08-12"), PartialDate.parse("2009-05"), view);
  }

  /** What is against the standard. */
  public static List<String> faults(JsonNode descriptor) {
    return PROFILE.validate(descriptor).stream()
        .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
        .toList();
  }

  private static JsonNode resource(ObjectNode descriptor, String name) {
    for (JsonNode resource : descriptor.withArray("resources")) {
      if (resource.path("name").asText().equals(name)) {
        return resource;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static ObjectNode field(ObjectNode descriptor, String table, String column) {
    for (JsonNode field : resource(descriptor, table).path("schema").path("fields")) {
      if (field.path("name").asText().equals(column)) {
        return (ObjectNode) field;
      }
    }
    throw new IllegalArgumentException(column);
  }

  @Test
  void keepsToTheStandard() {
    assertThat(faults(describe())).isEmpty();
  }

  /** So that keeping to it means something. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("breaches")
  void whatIsAgainstTheStandardIsNoticed(String breach, String told, Consumer<ObjectNode> change) {
    ObjectNode descriptor = describe();
    change.accept(descriptor);

    assertThat(faults(descriptor)).anyMatch(fault -> fault.contains(told));
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        breach(
            "no resources", "'resources' not found", descriptor -> descriptor.remove("resources")),
        breach(
            "an empty list of resources",
            "/resources:",
            descriptor -> descriptor.putArray("resources")),
        breach(
            "another version",
            "/$schema:",
            descriptor ->
                descriptor.put("$schema", "https://datapackage.org/profiles/1.0/datapackage.json")),
        breach(
            "a name with spaces",
            "/name:",
            descriptor -> descriptor.put("name", "gradeline reports")),
        breach(
            "a licence without name and path",
            "/licenses/0:",
            descriptor -> descriptor.putArray("licenses").addObject().put("title", "open")),
        breach(
            "a resource without a name",
            "'name' not found",
            descriptor -> ratings(descriptor).remove("name")),
        breach(
            "a resource without a path",
            "'path' not found",
            descriptor -> ratings(descriptor).remove("path")),
        breach(
            "a path that leaves the folder",
            "/path:",
            descriptor -> ratings(descriptor).put("path", "../ratings.csv")),
        breach(
            "an absolute path",
            "/path:",
            descriptor -> ratings(descriptor).put("path", "/tables/ratings.csv")),
        breach(
            "a type that is none", "/type:", descriptor -> ratings(descriptor).put("type", "csv")),
        breach(
            "a hash that is none",
            "/hash:",
            descriptor -> ratings(descriptor).put("hash", "sha256:xyz")),
        breach(
            "a size that is none",
            "/bytes:",
            descriptor -> ratings(descriptor).put("bytes", "1234")),
        breach(
            "a media type that is none",
            "/mediatype:",
            descriptor -> ratings(descriptor).put("mediatype", "csv")),
        breach(
            "a table without a schema",
            "'schema' not found",
            descriptor -> ratings(descriptor).remove("schema")),
        breach(
            "a field without a name",
            "'name' not found",
            descriptor -> field(descriptor, "ratings", "area").remove("name")),
        breach(
            "a type of field that is none",
            "/type:",
            descriptor -> field(descriptor, "ratings", "area").put("type", "text")),
        breach(
            "a pattern for numbers",
            "'pattern' is not defined",
            descriptor ->
                field(descriptor, "ratings", "source_line")
                    .putObject("constraints")
                    .put("pattern", "[0-9]+")),
        breach(
            "a pattern that is none",
            "/pattern:",
            descriptor ->
                field(descriptor, "ratings", "start_date")
                    .putObject("constraints")
                    .put("pattern", "[0-9")),
        breach(
            "a least value for texts",
            "'minimum' is not defined",
            descriptor ->
                field(descriptor, "ratings", "area").putObject("constraints").put("minimum", 0)),
        breach(
            "no allowed value",
            "/enum:",
            descriptor ->
                field(descriptor, "latest", "status").putObject("constraints").putArray("enum")),
        breach(
            "an allowed value twice",
            "/enum:",
            descriptor ->
                field(descriptor, "latest", "status")
                    .putObject("constraints")
                    .putArray("enum")
                    .add("graded")
                    .add("graded")),
        breach(
            "an empty primary key",
            "/primaryKey:",
            descriptor -> ((ObjectNode) ratings(descriptor).path("schema")).putArray("primaryKey")),
        breach(
            "missing values that are no list",
            "/missingValues:",
            descriptor ->
                ((ObjectNode) ratings(descriptor).path("schema")).put("missingValues", "")));
  }

  private static Arguments breach(String name, String told, Consumer<ObjectNode> change) {
    return arguments(name, told, change);
  }

  private static ObjectNode ratings(ObjectNode descriptor) {
    return (ObjectNode) resource(descriptor, "ratings");
  }

  @Test
  void namesEveryTableOnceInTheOrderOfTheCatalogue() {
    assertThat(describe().withArray("resources"))
        .extracting(resource -> resource.path("path").asText())
        .isEqualTo(SCHEMAS.stream().map(Table::path).toList());
  }

  @Test
  void leavesOutATableThatWasNotMade() {
    ObjectNode descriptor =
        DataPackage.describe(
            SCHEMAS, List.of(new PublishedFile("tables/visits.csv", 0, 10, "ab")), edition());

    assertThat(descriptor.withArray("resources"))
        .extracting(resource -> resource.path("name").asText())
        .containsExactly("visits");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void saysWhatARowIsAndWhatToKnowBeforeTheFiguresAreUsed(Table<?> table) {
    String description = resource(describe(), table.name()).path("description").asText();

    assertThat(description).startsWith(table.description());
    assertThat(table.caveats(ProjectData.reference())).allMatch(description::contains);
  }

  @Test
  void listsTheFilesBesidesTheTables() {
    assertThat(describe().path("gradeline").path("files"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(
            "CITATION.cff",
            "README.md",
            "datapackage.json",
            "gradeline.sqlite",
            "metadata.json",
            "open_data/council_movements.csv-metadata.json",
            "open_data/council_ratings.csv-metadata.json",
            "run.json",
            "site/files.txt");
  }

  @Test
  void saysHowLongEachFileIsAndWhatItsDigestIs() {
    JsonNode ratings = resource(describe(), "ratings");

    assertThat(ratings.path("bytes").asLong()).isEqualTo(1234);
    assertThat(ratings.path("hash").asText())
        .isEqualTo("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
    assertThat(ratings.path("encoding").asText()).isEqualTo("utf-8");
    assertThat(ratings.path("mediatype").asText()).isEqualTo("text/csv");
  }

  static Stream<Table<?>> tables() {
    return SCHEMAS.stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void describesEveryColumnInItsOrder(Table<?> table) {
    JsonNode schema = resource(describe(), table.name()).path("schema");
    List<String> names = new ArrayList<>();
    schema.path("fields").forEach(field -> names.add(field.path("name").asText()));

    assertThat(names).isEqualTo(table.header());
    assertThat(schema.path("fields"))
        .extracting(field -> field.path("description").asText())
        .doesNotContain("");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void namesTheKeyOfATableThatHasOne(Table<?> table) {
    JsonNode schema = resource(describe(), table.name()).path("schema");
    JsonNode key =
        table.hasPrimaryKey() ? schema.path("primaryKey") : schema.path("uniqueKeys").path(0);

    assertThat(texts(key)).isEqualTo(table.primaryKey());
    assertThat(schema.has("primaryKey")).isEqualTo(table.hasPrimaryKey());
  }

  /** The standard: no cell of a primary key is blank. */
  @ParameterizedTest
  @MethodSource("tables")
  void noColumnOfAPrimaryKeyMayBeBlank(Table<?> table) {
    ObjectNode descriptor = describe();

    assertThat(texts(resource(descriptor, table.name()).path("schema").path("primaryKey")))
        .allMatch(
            column ->
                field(descriptor, table.name(), column)
                    .path("constraints")
                    .path("required")
                    .asBoolean());
  }

  /** Regions are blank in the rows of the whole country. */
  @Test
  void theRegionOfTheOpenDataIsInNoPrimaryKey() {
    JsonNode schema = resource(describe(), "council_ratings").path("schema");

    assertThat(schema.has("primaryKey")).isFalse();
    assertThat(texts(schema.path("uniqueKeys").path(0))).contains("time_period", "region_code");
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  @Test
  void keysReferToTheTablesThatExplainThem() {
    ObjectNode descriptor = describe();

    assertThat(foreignKeys(descriptor, "trajectories"))
        .containsExactlyInAnyOrder(
            "la_code -> councils: la_code",
            "framework -> frameworks: framework",
            "framework, area -> areas: framework, area",
            "framework, area, grade -> area_grades: framework, area, grade",
            "line -> lines: line",
            "line, grade -> line_grades: line, grade");
    assertThat(foreignKeys(descriptor, "distributions"))
        .containsExactlyInAnyOrder(
            "scope -> scopes: scope",
            "line -> lines: line",
            "line, grade -> line_grades: line, grade");
    assertThat(foreignKeys(descriptor, "neighbour_grades"))
        .contains("neighbour_la_code -> councils: la_code");
    assertThat(foreignKeys(descriptor, "waiting")).contains("scheme -> schemes: scheme");
    assertThat(foreignKeys(descriptor, "visits")).contains("visit_type -> visit_types: visit_type");
    assertThat(foreignKeys(descriptor, "context")).contains("measure -> measures: measure");
  }

  /** A grade of {@code latest} is blank where there is none. */
  @Test
  void aColumnThatMayBeBlankIsNoForeignKey() {
    assertThat(foreignKeys(describe(), "latest"))
        .containsExactlyInAnyOrder("la_code -> councils: la_code", "line -> lines: line");
  }

  /** They are of reports that were made with other reference data, or stand for themselves. */
  @ParameterizedTest
  @ValueSource(strings = {"revisions", "council_ratings", "council_movements"})
  void someTablesReferToNothing(String table) {
    assertThat(foreignKeys(describe(), table)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void whatIsReferredToIsThePrimaryKeyOfItsTable(Table<?> table) {
    ObjectNode descriptor = describe();

    assertThat(table.foreignKeys())
        .extracting(ForeignKey::table, ForeignKey::referenced)
        .allMatch(
            reference ->
                texts(
                        resource(descriptor, (String) reference.toList().get(0))
                            .path("schema")
                            .path("primaryKey"))
                    .equals(reference.toList().get(1)));
  }

  private static List<String> foreignKeys(ObjectNode descriptor, String table) {
    List<String> keys = new ArrayList<>();
    for (JsonNode key : resource(descriptor, table).path("schema").path("foreignKeys")) {
      keys.add(
          String.join(", ", texts(key.path("fields")))
              + " -> "
              + key.path("reference").path("resource").asText()
              + ": "
              + String.join(", ", texts(key.path("reference").path("fields"))));
    }
    return keys;
  }

  @ParameterizedTest
  @MethodSource("tables")
  void saysHowEveryFileIsWritten(Table<?> table) {
    JsonNode dialect = resource(describe(), table.name()).path("dialect");

    assertThat(dialect.path("header").asBoolean()).isTrue();
    assertThat(dialect.path("delimiter").asText()).isEqualTo(",");
    assertThat(dialect.path("lineTerminator").asText()).isEqualTo("\n");
    assertThat(dialect.path("quoteChar").asText()).isEqualTo("\"");
    assertThat(dialect.path("doubleQuote").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTableAndColumnHasATitle(Table<?> table) {
    JsonNode resource = resource(describe(), table.name());

    assertThat(resource.path("title").asText()).matches("[A-Z][a-z ]+");
    assertThat(resource.path("schema").path("fields"))
        .extracting(field -> field.path("title").asText())
        .allMatch(title -> title.matches("[A-Z][^_]+"))
        .doesNotHaveDuplicates();
  }

  @Test
  void numbersHaveTheirUnits() {
    ObjectNode descriptor = describe();

    assertThat(field(descriptor, "latest", "days_in_force").path("unit").asText())
        .isEqualTo("days");
    assertThat(field(descriptor, "distributions", "percent").path("unit").asText())
        .isEqualTo("percent");
    assertThat(field(descriptor, "distributions", "councils").path("unit").asText())
        .isEqualTo("councils");
    assertThat(field(descriptor, "changes", "improved").path("unit").asText())
        .isEqualTo("inspections");
    assertThat(field(descriptor, "latest", "grade_rank").has("unit")).isFalse();
  }

  @Test
  void saysOfTheReportsAsAWholeWhatTheyAre() {
    ObjectNode descriptor = describe();

    assertThat(descriptor.path("version").asText()).isEqualTo("1.2.3");
    assertThat(descriptor.path("created").asText())
        .as("the newest publication, not the clock")
        .isEqualTo("2026-08-12T00:00:00Z");
    assertThat(descriptor.path("temporal").path("start").asText()).isEqualTo("2009-05");
    assertThat(descriptor.path("temporal").path("end").asText()).isEqualTo("2026-08-20");
    assertThat(descriptor.path("spatial").path("code").asText()).isEqualTo("E92000001");
    assertThat(descriptor.path("spatial").path("name").asText()).isEqualTo("England");
    assertThat(texts(descriptor.path("keywords"))).contains("inspections", "England");
    assertThat(descriptor.path("contributors").path(0).path("title").asText())
        .isEqualTo("Gradeline");
  }

  @Test
  void everySourceHasALicence() {
    JsonNode sources = describe().path("sources");

    assertThat(sources).hasSize(8);
    assertThat(sources)
        .extracting(
            source -> source.path("title").asText(),
            source -> source.path("licenses").path(0).path("name").asText())
        .contains(
            tuple("Ofsted", "OGL-UK-3.0"),
            tuple("House of Commons Library", "Open-Parliament-Licence-3.0"))
        .noneMatch(source -> source.toList().contains(""));
  }

  @Test
  void aBlankCellIsNoValue() {
    ArrayNode missing =
        (ArrayNode) resource(describe(), "latest").path("schema").path("missingValues");

    assertThat(missing).singleElement().extracting(JsonNode::asText).isEqualTo("");
  }

  @Test
  void typesAndConstraintsFollowFromTheColumns() {
    ObjectNode descriptor = describe();

    assertThat(field(descriptor, "latest", "as_at").path("type").asText()).isEqualTo("date");
    assertThat(field(descriptor, "latest", "grade_rank").path("type").asText())
        .isEqualTo("integer");
    assertThat(field(descriptor, "latest", "grade_rank").has("constraints")).isFalse();
    assertThat(
            field(descriptor, "latest", "la_code").path("constraints").path("required").asBoolean())
        .isTrue();
    assertThat(field(descriptor, "latest", "status").path("constraints").path("enum"))
        .extracting(JsonNode::asText)
        .containsExactly("graded", "not_inspected", "not_judged", "no_longer_judged");
    JsonNode percent = field(descriptor, "distributions", "percent");
    assertThat(percent.path("type").asText()).isEqualTo("number");
    assertThat(percent.path("constraints").path("minimum").asInt()).isZero();
    assertThat(percent.path("constraints").path("maximum").asInt()).isEqualTo(100);
    assertThat(
            field(descriptor, "latest", "start_date").path("constraints").path("pattern").asText())
        .isEqualTo("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
  }
}
