package org.gradeline.publishing.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gradeline.cli.Gradeline;
import org.gradeline.publishing.describing.DataPackageTest;
import org.gradeline.publishing.describing.DescribedTable;
import org.gradeline.reference.Line;
import org.gradeline.reference.ProjectData;
import org.gradeline.storage.Digests;
import org.gradeline.storage.Location;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.Column;
import org.gradeline.tables.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reports of a real run, over the project's records and some that have every kind of fault,
 * read back by their own description.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedReportsTest {
  private static final Set<Column.Type> NUMBERS =
      Set.of(Column.Type.INTEGER, Column.Type.NUMBER, Column.Type.PERCENT);

  private final Path reports;
  private final Path faulty;

  PublishedReportsTest(@TempDir Path folder) {
    reports = folder.resolve("reports");
    faulty = folder.resolve("faulty");
  }

  @BeforeAll
  void runTwice() throws IOException {
    Files.createDirectories(faulty);
    Files.writeString(
        faulty.resolve("records.csv"),
        """
        la_code,council,framework,inspection_type,start_date,published_date,overall_effectiveness,lscb,help_and_protection,adoption,theme,report,remarks
        340,Knowsley,sif,single,,2014-06-30,Good,Good,to good,Good,,=1+1,x
        ,Knowsly,sif,single,,2014-06-30,Good,,,,,,
        340,Liverpool,sif,single,,2014-06-30,Good,,,,,,
        931,Oxfordshire,sif,single,2014-04-29,2014-06-30,Splendid,Require improvement,Fine,Good,,"a ""quoted"", text",
        931,Oxfordshire,sif,single,2014-13-29,2014-06-30,Good,,,,,,
        931,Oxfordshire,,single,2014-04-29,2014-06-30,Good,,,,,,
        931,Oxfordshire,fis,single,2014-04-29,2014-06-30,Good,,,,,,
        931,Oxfordshire,sif,single,2014-04-29,2014-03-30,Good,,,,,,
        931,Oxfordshire,sif,single,2014-04-29,2014-06-30,,,,,,,
        203,Greenwich,sif,single,,2018-02,Good,Requires improve ment,Inad equate,,,,
        203,Greenwich,sif,single,2017-01-10,2018-02-12,Good,Inadequate,,,,,
        942,Cumberland,sif,single,2014-04-29,2014-06-30,Good,,,,,,
        931,Oxfordshire,ilacs,focused visit,2023-05-05,,,,,,"=SUM(A1), -- ""two""
        lines; Ünïcode",,
        931,Oxfordshire,ilacs,focused visit,2023-05-05,,,,,,Front door,,
        931,Oxfordshire,ilacs,standard,2029-04-29,2029-06-30,,,Good,,,,
        931,Oxfordshire
        """);
    Files.writeString(
        faulty.resolve("more.jsonl"),
        """
        {"la_code": "825", "gss_code": "E10000002", "framework": "ilacs", "start_date": "2024-01-08", "published_date": "2024-02-20", "judgements": {"help_and_protection": "Good", "care_leavers": "“Good”", "adoption": "Good"}, "findings": [{"theme": "+44", "kind": "strength", "text": "@here"}, {"theme": "front door", "kind": "wonder", "text": "x"}]}
        {"la_code": "825", "framework":
        {"la_code": "340", "framework": "slac", "published_date": "2010", "judgements": {"safeguarding": "Adequate"}}
        """);
    String inspections = ProjectData.FOLDER.resolve("inspections").toString();
    assertThat(run("--input", inspections)).isEmpty();
    assertThat(run("--input", inspections, "--input", faulty.toString())).isEmpty();
  }

  private String run(String... inputs) {
    return execute(
        Stream.concat(
                Stream.of(
                    "run",
                    "--data",
                    ProjectData.FOLDER.toString(),
                    "--reports",
                    reports.toString()),
                Stream.of(inputs))
            .toArray(String[]::new));
  }

  /** Runs a command and returns what went wrong. */
  private static String execute(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Gradeline.execute(arguments, new PrintWriter(out), new PrintWriter(err));
    return status == 0 ? "" : status + ": " + err;
  }

  private JsonNode json(String file) throws IOException {
    return new ObjectMapper().readTree(reports.resolve(file).toFile());
  }

  private JsonNode resource(Table<?> table) throws IOException {
    for (JsonNode resource : json("datapackage.json").path("resources")) {
      if (resource.path("name").asText().equals(table.name())) {
        return resource;
      }
    }
    throw new IllegalArgumentException(table.name());
  }

  private DescribedTable read(Table<?> table) throws IOException {
    return DescribedTable.read(reports, resource(table));
  }

  static Stream<Table<?>> tables() {
    return Catalogue.of(ProjectData.reference()).tables().stream();
  }

  @Test
  void theDescriptionKeepsToTheStandard() throws IOException {
    assertThat(DataPackageTest.faults(json("datapackage.json"))).isEmpty();
  }

  @Test
  void everyKeyIsInTheTableThatItRefersTo() throws IOException {
    assertThat(DescribedTable.unexplainedKeys(reports, json("datapackage.json"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableIsAsItsSchemaSays(Table<?> table) throws IOException {
    DescribedTable read = read(table);

    assertThat(read.rows()).isNotEmpty();
    assertThat(read.faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableIsPlainUtf8WithLineFeedsAndRunsNothing(Table<?> table) throws IOException {
    byte[] bytes = Files.readAllBytes(reports.resolve(table.path()));
    String text = decode(bytes);

    assertThat(text).startsWith(table.columns().get(0).name()).endsWith("\n");
    assertThat(text.replaceAll("\"[^\"]*\"", "")).doesNotContain("\r").doesNotContain("\n\n");
    DescribedTable read = read(table);
    for (int i = 0; i < table.columns().size(); i++) {
      int column = i;
      // A number may have a minus sign.
      if (!NUMBERS.contains(table.columns().get(i).type())) {
        assertThat(read.rows().stream().map(row -> row.get(column)).distinct())
            .noneMatch(cell -> cell.matches("(?s)[=+\\-@\t\r].*"));
      }
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void percentagesHaveFourDecimalsAtTheMostAndNoIdleZeros(Table<?> table) throws IOException {
    DescribedTable read = read(table);
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).type() == Column.Type.PERCENT) {
        int column = i;
        assertThat(read.rows().stream().map(row -> row.get(column)).distinct())
            .allMatch(cell -> cell.matches("|(0|[1-9][0-9]*)(\\.[0-9]{0,3}[1-9])?"));
      }
    }
  }

  /** Up to the end of the key, or all of them where rows can be alike. */
  @ParameterizedTest
  @MethodSource("tables")
  void rowsAreSortedByTheirFirstColumns(Table<?> table) throws IOException {
    // The open data standard asks for no order; its rows follow the order of lines and grades.
    assumeFalse(table.isOpenData());
    // Who has waited longest comes first, see below.
    assumeFalse(table.name().equals("waiting"));
    List<String> key = table.primaryKey();
    int columns =
        key.isEmpty()
            ? table.columns().size()
            : table.header().indexOf(key.get(key.size() - 1)) + 1;

    assertThat(read(table).rows())
        .isSortedAccordingTo(
            (one, other) -> {
              for (int i = 0; i < columns; i++) {
                int order = compare(table.columns().get(i), one.get(i), other.get(i));
                if (order != 0) {
                  return order;
                }
              }
              return 0;
            });
  }

  @Test
  void whoHasWaitedLongestComesFirst() throws IOException {
    Table<?> waiting = Catalogue.of(ProjectData.reference()).table("waiting");
    int days = waiting.header().indexOf("days_since_last");

    assertThat(read(waiting).rows())
        .extracting(row -> number(row.get(days)))
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  private static int compare(Column<?> column, String one, String other) {
    if (one.equals(other)) {
      return 0;
    }
    if (NUMBERS.contains(column.type())) {
      return Double.compare(number(one), number(other));
    }
    List<String> order = order(column);
    return order.contains(one) && order.contains(other)
        ? Integer.compare(order.indexOf(one), order.indexOf(other))
        : one.compareTo(other);
  }

  /** A blank goes before every number. */
  private static double number(String cell) {
    return cell.isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(cell);
  }

  /**
   * Lines and grades are in the order of the reference data, fixed values in that of the schema.
   */
  private static List<String> order(Column<?> column) {
    if (column.name().equals("line")) {
      return ProjectData.reference().lines().stream().map(Line::key).toList();
    }
    if (column.name().endsWith("grade")) {
      List<String> grades = new ArrayList<>();
      for (Line line : ProjectData.reference().lines()) {
        line.scale().grades().forEach(grade -> grades.add(grade.key()));
        grades.add(line.scale().passName());
      }
      grades.add("not_judged");
      return grades;
    }
    if (column.name().equals("measure")) {
      return List.copyOf(ProjectData.reference().context().measures().keySet());
    }
    return column.allowed();
  }

  @Test
  void outputsAreListedWithTheirRowsAndDigests() throws IOException {
    JsonNode outputs = json("run.json").path("outputs");

    assertThat(outputs).hasSize(Catalogue.of(ProjectData.reference()).tables().size());
    for (JsonNode output : outputs) {
      Path file = reports.resolve(output.path("path").asText());
      assertThat(output.path("bytes").asLong()).isEqualTo(Files.size(file));
      assertThat(output.path("sha256").asText()).isEqualTo(Digests.of(Location.of(file)));
    }
    for (Table<?> table : Catalogue.of(ProjectData.reference()).tables()) {
      assertThat(outputs)
          .filteredOn(output -> output.path("path").asText().equals(table.path()))
          .singleElement()
          .satisfies(
              output ->
                  assertThat(output.path("rows").asInt()).isEqualTo(read(table).rows().size()));
      assertThat(resource(table).path("hash").asText())
          .isEqualTo("sha256:" + Digests.of(Location.of(reports.resolve(table.path()))));
    }
  }

  @Test
  void theLedgerAddsUpInEveryFileAndInAll() throws IOException {
    JsonNode run = json("run.json");
    List<JsonNode> accounts = new ArrayList<>();
    run.path("inputs").forEach(accounts::add);
    accounts.add(run.path("ledger"));

    assertThat(accounts)
        .hasSizeGreaterThan(9)
        .allSatisfy(
            account -> {
              JsonNode records = account.path("records");
              assertThat(records.path("read").asLong())
                  .isEqualTo(sum(records, "accepted", "duplicate", "rejected"));
              JsonNode judgements = account.path("judgements");
              assertThat(judgements.path("read").asLong())
                  .isEqualTo(sum(judgements, "rated", "not_judged", "duplicate", "rejected"));
            });
    for (String kind : List.of("accepted", "duplicate", "rejected")) {
      assertThat(run.path("ledger").path("records").path(kind).asLong())
          .isPositive()
          .isEqualTo(
              accounts.subList(0, accounts.size() - 1).stream()
                  .mapToLong(account -> account.path("records").path(kind).asLong())
                  .sum());
    }
    assertThat(run.path("unknown_columns")).hasToString("[\"remarks\"]");
  }

  private static long sum(JsonNode account, String... kinds) {
    return Stream.of(kinds).mapToLong(kind -> account.path(kind).asLong()).sum();
  }

  @Test
  void nothingButTheReportsIsLeftInTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(reports)) {
      assertThat(files)
          .extracting(file -> reports.relativize(file).toString())
          .containsExactlyInAnyOrder(
              "CITATION.cff",
              "README.md",
              "datapackage.json",
              "gradeline.sqlite",
              "metadata.json",
              "open_data",
              "quality",
              "run.json",
              "site",
              "tables");
    }
  }
}
