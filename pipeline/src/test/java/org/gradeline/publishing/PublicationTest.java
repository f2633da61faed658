package org.gradeline.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.ProjectRecords;
import org.gradeline.publishing.Publication.UnbalancedException;
import org.gradeline.publishing.assembling.PublishedFile;
import org.gradeline.publishing.assembling.RunResult;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.checks.Requirements;
import org.gradeline.publishing.describing.RunManifest;
import org.gradeline.reading.LeftOut;
import org.gradeline.reading.LeftOut.Reason;
import org.gradeline.reading.Source;
import org.gradeline.reference.Gates;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.ReportingDate;
import org.gradeline.statistics.Gathering;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.statistics.Ledger.JudgementCounts;
import org.gradeline.statistics.Ledger.RecordCounts;
import org.gradeline.statistics.Tally;
import org.gradeline.storage.Location;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.Column;
import org.gradeline.tables.GatheredTable;
import org.gradeline.tables.RunView;
import org.gradeline.tables.Table;
import org.gradeline.tables.TablePart;
import org.gradeline.tables.TableParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of a run are made from the parts that its workers wrote. */
class PublicationTest {
  private static final LocalDate DAY = LocalDate.of(2015, 6, 30);
  private static final List<Source> SOURCES =
      List.of(
          new Source(0, 0, "inspections_sif.csv", "inspections_sif.csv", "csv", false, 300),
          new Source(1, 1, "knowsley.json", "knowsley.json", "json", false, 200));
  private static final RunView VIEW =
      RunView.of(
          ProjectData.reference(),
          new ReportingDate(DAY, DAY),
          null,
          null,
          SOURCES.stream().map(Source::name).toList());

  private static final Catalogue CATALOGUE = Catalogue.of(ProjectData.reference());

  private final Path parts;
  private final Path target;
  private final RunTotals totals = new RunTotals();
  private final List<Tally> tallies = CATALOGUE.tallies(VIEW);
  private final List<TablePart> written = new ArrayList<>();

  PublicationTest(@TempDir Path folder) {
    parts = folder.resolve("parts");
    target = folder.resolve("target");
    tallies.forEach(tally -> ProjectRecords.histories().forEach(tally::count));
  }

  private List<PublishedFile> stage() throws IOException, UnbalancedException {
    RunManifest manifest =
        new RunManifest(
            "1.2.3",
            Map.of("reports", "reports"),
            Instant.parse("2026-11-21T10:15:30.123Z"),
            List.of("aa", "unreadable"),
            List.of(new LeftOut("a.ods#Cover", Reason.HIDDEN_SHEET, "the sheet is hidden")));
    Requirements requirements = new Requirements(Gates.NONE, target.resolve("none"), DAY);
    return Publication.stage(
            new RunResult(totals, tallies, written),
            parts,
            target,
            SOURCES,
            VIEW,
            manifest,
            requirements)
        .files();
  }

  /** A table of the catalogue whose rows are the texts of their cells. */
  private static Table<List<String>> textsOf(String name) {
    Table<?> table = CATALOGUE.table(name);
    List<Column<List<String>>> columns = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      int position = columns.size();
      columns.add(
          new Column<>(
              column.name(),
              column.type(),
              column.required(),
              column.allowed(),
              column.description(),
              (row, cells) -> cells.text(row.get(position))));
    }
    return new Table<>(
        name,
        table.folder(),
        table.description(),
        columns,
        table.primaryKey(),
        table.interleaved(),
        table.caveats());
  }

  /** A worker's rows of one table: the first cells as given, the others filled up. */
  private void part(String name, String part, String... rows) throws IOException {
    Table<List<String>> table = textsOf(name);
    try (TableParts parts = new TableParts(Location.of(this.parts), part)) {
      for (String row : rows) {
        List<String> cells = new ArrayList<>(List.of(row.split("\\|", -1)));
        table.columns().stream().skip(cells.size()).forEach(column -> cells.add(filling(column)));
        parts.rows(table).write(cells);
      }
      List<TablePart> finished = parts.finish();
      totals.addRows(finished);
      written.addAll(finished);
    }
  }

  private static String filling(Column<?> column) {
    if (!column.required()) {
      return "";
    }
    return column.type() == Column.Type.TEXT ? "text" : "1";
  }

  private List<String> lines(String path) throws IOException {
    return Files.readAllLines(target.resolve(path));
  }

  private JsonNode json(String path) throws IOException {
    return new ObjectMapper().readTree(target.resolve(path).toFile());
  }

  @Test
  void aLedgerThatDoesNotBalanceIsRefusedAndNothingIsStaged() throws IOException {
    totals
        .ledger()
        .add(0, new Account(new RecordCounts(3, 3, 0, 0), new JudgementCounts(9, 9, 0, 0, 0)));
    totals
        .ledger()
        .add(1, new Account(new RecordCounts(3, 2, 0, 0), new JudgementCounts(9, 9, 0, 0, 0)));

    assertThatThrownBy(this::stage)
        .isInstanceOf(UnbalancedException.class)
        .hasMessageContaining("knowsley.json")
        .hasMessageContaining("read=3")
        .hasMessageContaining("accepted=2");
    assertThat(target).doesNotExist();
  }

  @Test
  void booksThatBalanceOnlyTogetherAreRefused() {
    totals
        .ledger()
        .add(0, new Account(new RecordCounts(3, 2, 0, 0), new JudgementCounts(9, 9, 0, 0, 0)));
    totals
        .ledger()
        .add(1, new Account(new RecordCounts(3, 4, 0, 0), new JudgementCounts(9, 9, 0, 0, 0)));

    assertThatThrownBy(this::stage)
        .isInstanceOf(UnbalancedException.class)
        .hasMessageContaining("inspections_sif.csv");
  }

  @Test
  void everyTableHasAFileAlsoWithoutRows() throws Exception {
    List<PublishedFile> files = stage();

    assertThat(files)
        .extracting(PublishedFile::path)
        .isEqualTo(CATALOGUE.tables().stream().map(Table::path).toList());
    assertThat(lines("tables/ratings.csv"))
        .containsExactly(String.join(",", textsOf("ratings").header()));
    assertThat(lines("quality/rejected.csv"))
        .containsExactly(String.join(",", textsOf("rejected").header()));
  }

  @Test
  void partsOfCouncilsFollowEachOtherInTheOrderOfTheirNames() throws Exception {
    part("ratings", "range-00000010", "931|Oxfordshire");
    part("ratings", "range-00000002", "340|Knowsley", "341|Liverpool");
    part("ratings", "range-00000000", "201|City of London");

    stage();

    assertThat(lines("tables/ratings.csv").stream().skip(1).map(row -> row.substring(0, 3)))
        .containsExactly("201", "340", "341", "931");
  }

  @Test
  void notesAreMergedByTheirSourceAndTheirLineAsANumber() throws Exception {
    part("warnings", "range-00000000", "inspections_sif.csv|9|ambiguous_date", "knowsley.json|2|a");
    part("warnings", "slice-00000001", "knowsley.json|3|b", "knowsley.json|10|c");
    part("warnings", "slice-00000000", "inspections_sif.csv|2|d", "inspections_sif.csv|100|e");

    stage();

    assertThat(lines("quality/warnings.csv").stream().skip(1))
        .containsExactly(
            "inspections_sif.csv,2,d,text,,text",
            "inspections_sif.csv,9,ambiguous_date,text,,text",
            "inspections_sif.csv,100,e,text,,text",
            "knowsley.json,2,a,text,,text",
            "knowsley.json,3,b,text,,text",
            "knowsley.json,10,c,text,,text");
  }

  @Test
  void textsSurviveTheMerging() throws Exception {
    part("warnings", "slice-00000000", "a.csv|2|rule|field|one, \"two\"\nthree|=1+1");
    part("warnings", "slice-00000001", "a.csv|1|rule|field|Ynys Môn| x ");

    stage();

    assertThat(Files.readString(target.resolve("quality/warnings.csv")))
        .contains("a.csv,1,rule,field,Ynys Môn,")
        .contains("a.csv,2,rule,field,\"one, \"\"two\"\"\nthree\",'=1+1\n");
  }

  @Test
  void nationalTablesAreMadeFromTheTallies() throws Exception {
    stage();

    assertThat(lines("tables/distributions.csv"))
        .contains(
            "2015-06-30,2015-06-30,2015-06-30,sif,headline,national,E92000001,England,inadequate,14,59,23.7288,14.6946,35.9749,93,0");
  }

  @Test
  void reportsOfADayAreBroughtTogetherFromWhatTheRangesGathered() throws Exception {
    List<CouncilHistory> councils = ProjectRecords.histories();
    int half = councils.size() / 2;
    written.addAll(gathered("range-00000000", councils.subList(half, councils.size())));
    written.addAll(gathered("range-00000001", councils.subList(0, half)));

    stage();

    assertThat(lines("tables/publication_days.csv"))
        .contains(
            "2014-06-30,headline,5,0,2,2,1,,,,,,2,1,2,0,Knowsley: inadequate (declined); North"
                + " Yorkshire: good (improved); Bournemouth: requires_improvement (declined);"
                + " Herefordshire: requires_improvement (improved); Oxfordshire: good (same)");
  }

  @Test
  void whatWasGatheredAndChangedOnTheDiskIsRefused() throws Exception {
    List<TablePart> parts = gathered("range-00000000", ProjectRecords.histories());
    written.addAll(parts);
    Path file = Path.of(parts.get(0).file().text());
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(this::stage).hasMessageContaining("is not as it was written");
  }

  private List<TablePart> gathered(String worker, List<CouncilHistory> councils)
      throws IOException {
    GatheredTable<?> table = CATALOGUE.gatheredTables().get(0);
    Gathering gathering = table.gathering(VIEW);
    councils.stream()
        .filter(council -> ProjectData.reference().counts(council.council()))
        .forEach(gathering::count);
    try (TableParts ofWorker = new TableParts(Location.of(parts), worker)) {
      ofWorker.write(table, gathering);
      return ofWorker.finish();
    }
  }

  @Test
  void filesAreAsLongAndHaveTheDigestThatIsSaid() throws Exception {
    part("ratings", "range-00000000", "340|Knowsley", "341|Liverpool");
    part("warnings", "slice-00000000", "a.csv|2|one\ntwo");

    List<PublishedFile> files = stage();

    assertThat(files)
        .isNotEmpty()
        .allSatisfy(
            file -> {
              byte[] bytes = Files.readAllBytes(target.resolve(file.path()));
              assertThat(file.bytes()).isEqualTo(bytes.length);
              assertThat(file.sha256()).isEqualTo(sha256(bytes));
            });
    assertThat(files)
        .filteredOn(file -> file.rows() > 0)
        .extracting(file -> file.path() + " " + file.rows())
        .contains("tables/ratings.csv 2", "quality/warnings.csv 1");
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void theRunIsWrittenDown() throws Exception {
    totals
        .ledger()
        .add(0, new Account(new RecordCounts(9, 5, 3, 1), new JudgementCounts(30, 20, 4, 5, 1)));
    totals.addUnknownColumns(Set.of("remarks", "inspectors"));
    part("ratings", "range-00000000", "340|Knowsley");

    stage();
    JsonNode run = json("run.json");

    assertThat(run.path("gradeline").asText()).isEqualTo("1.2.3");
    assertThat(run.path("options").path("reports").asText()).isEqualTo("reports");
    assertThat(run.path("as_at").asText()).isEqualTo("2015-06-30");
    assertThat(run.path("published_by").asText()).isEqualTo("2015-06-30");
    JsonNode input = run.path("inputs").path(0);
    assertThat(input.path("source").asText()).isEqualTo("inspections_sif.csv");
    assertThat(input.path("bytes").asLong()).isEqualTo(300);
    assertThat(input.path("sha256").asText()).isEqualTo("aa");
    assertThat(input.path("records"))
        .hasToString("{\"read\":9,\"accepted\":5,\"duplicate\":3,\"rejected\":1}");
    assertThat(run.path("inputs").path(1).path("records"))
        .hasToString("{\"read\":0,\"accepted\":0,\"duplicate\":0,\"rejected\":0}");
    assertThat(run.path("ledger").path("records")).isEqualTo(input.path("records"));
    assertThat(run.path("ledger").path("judgements"))
        .hasToString("{\"read\":30,\"rated\":20,\"not_judged\":4,\"duplicate\":5,\"rejected\":1}");
    assertThat(run.path("unknown_columns")).hasToString("[\"inspectors\",\"remarks\"]");
    assertThat(run.path("outputs"))
        .extracting(output -> output.path("path").asText() + " " + output.path("rows").asLong())
        .contains("tables/ratings.csv 1", "tables/visits.csv 0");
    assertThat(run.path("started").asText()).isEqualTo("2026-11-21T10:15:30Z");
    assertThat(run.path("duration_seconds").isNumber()).isTrue();
  }

  @Test
  void theTimeOfDayStandsInTheRecordOfTheRunAlone() throws Exception {
    stage();

    try (Stream<Path> files = Files.walk(target)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean record = file.equals(target.resolve("run.json"));
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1).contains("10:15:30"))
            .as(file.toString())
            .isEqualTo(record);
      }
    }
  }

  @Test
  void sourcesAreHashedAndOneThatCannotBeReadIsSaidToBe(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), "la_code\n340\n");
    Source there = new Source(0, 0, "a.csv", file.toString(), "csv", false, 12);
    Source gone = new Source(1, 1, "b.csv", folder.resolve("b.csv").toString(), "csv", false, 0);

    assertThat(Publication.hash(List.of(there, gone)))
        .containsExactly(sha256("la_code\n340\n".getBytes(StandardCharsets.UTF_8)), "unreadable");
  }
}
