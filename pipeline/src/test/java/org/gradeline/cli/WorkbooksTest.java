package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.reading.spreadsheet.WorkbookFile.cell;
import static org.gradeline.reading.spreadsheet.WorkbookFile.odsRow;
import static org.gradeline.reading.spreadsheet.WorkbookFile.odsTexts;
import static org.gradeline.reading.spreadsheet.WorkbookFile.row;
import static org.gradeline.reading.spreadsheet.WorkbookFile.text;
import static org.gradeline.reading.spreadsheet.WorkbookFile.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradeline.reading.spreadsheet.WorkbookFile.Ods;
import org.gradeline.reading.spreadsheet.WorkbookFile.Xlsx;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on workbooks of the shape of Ofsted's release and of a scraper's overview. */
@DisplayName("Workbooks")
class WorkbooksTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String LEADERS =
      "The impact of leaders on social work practice with children and families";
  private static final String HELP =
      "The experiences and progress of children who need help and protection";
  private static final String CARE = "The experiences and progress of children in care";
  private static final String RI = "Requires improvement to be good";

  private static final String[] HISTORY = {
    "Web link",
    "Local authority area code",
    "Local authority name",
    "Local authority status",
    "Ofsted region",
    "Inspection date",
    "Publication date",
    "Inspection type",
    "Overall effectiveness",
    LEADERS,
    HELP,
    CARE
  };
  private static final String[] AS_AT = {
    "Web link",
    "Local authority area code",
    "Local authority name",
    "Ofsted region",
    "Inspection date",
    "Publication date",
    "Overall effectiveness",
    LEADERS,
    HELP,
    CARE
  };

  @TempDir private Path folder;

  private CommandLineRun run(String... inputs) {
    List<String> options = new ArrayList<>();
    for (String input : inputs) {
      options.addAll(List.of("--input", folder.resolve("in").resolve(input).toString()));
    }
    return CommandLineRun.run(folder.resolve("reports"), options);
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(Files.createDirectories(folder.resolve("in")).resolve(name), content);
  }

  private List<String> column(String table, String column) throws IOException {
    return CommandLineRun.rows(folder.resolve("reports"), table).stream()
        .map(row -> row.get(column).replace(folder.resolve("in") + "/", ""))
        .toList();
  }

  private JsonNode manifest() throws IOException {
    return MAPPER.readTree(folder.resolve("reports/run.json").toFile());
  }

  private static String date(String day) {
    return cell("date", "date-value", day + "T00:00:00");
  }

  private static String link() {
    return "<table:table-cell office:value-type=\"string\" office:string-value=\"Ofsted Webpage\""
        + " table:formula=\"of:=HYPERLINK(&quot;https://example.org&quot;)\">"
        + "<text:p>Ofsted Webpage</text:p></table:table-cell>";
  }

  /** Knowsley's and Devon's inspections, as Ofsted's release has them. */
  private static byte[] release() {
    String[] sheet = {
      odsTexts("ILACS inspection history from 2018-2025"),
      odsTexts("This worksheet contains one table. This table begins in cell A3."),
      odsTexts(HISTORY),
      odsRow(
          link(),
          cell("E08000011"),
          cell("Knowsley"),
          cell("Current"),
          cell("North West"),
          date("2021-10-11"),
          date("2021-12-03"),
          cell("ILACS Standard Inspection"),
          cell(RI),
          cell(RI),
          cell("Good"),
          cell(RI)),
      odsRow(
          link(),
          cell("E10000008"),
          cell("Devon"),
          cell("Current"),
          cell("South West"),
          date("2020-01-20"),
          date("2020-03-17"),
          cell("ILACS Standard Inspection"),
          cell("Inadequate"),
          cell("Inadequate"),
          cell("Inadequate"),
          cell("Inadequate"))
    };
    String[] latest = {
      odsTexts("Inspections as at 31 March"),
      odsTexts(AS_AT),
      odsRow(
          link(),
          cell("E08000011"),
          cell("Knowsley"),
          cell("North West"),
          date("2021-10-11"),
          date("2021-12-03"),
          cell(RI),
          cell(RI),
          cell("Good"),
          cell(RI))
    };
    return new Ods()
        .sheet("Cover", odsTexts("Local authority inspection outcomes"))
        .sheet("Inspections_as_at_31_March", latest)
        .sheet("ILACS_inspection_history", sheet)
        .hidden("Workings", sheet)
        .bytes();
  }

  @Test
  void eachSheetOfTheReleaseIsASourceOfItsOwn() throws IOException {
    write("outcomes.ods", release());

    CommandLineRun run = run("outcomes.ods");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Records: 3 read = 2 accepted + 1 duplicate + 0 rejected")
        .contains("Judgements: 12 read = 8 rated + 0 not judged + 4 duplicate + 0 rejected")
        .contains(
            ("Left out: hidden sheets: %s#Workings; sheets without a header that a layout knows:"
                    + " %s#Cover")
                .replace("%s", folder.resolve("in/outcomes.ods").toString()));
    assertThat(column("tables/ratings.csv", "source"))
        .hasSize(8)
        .containsOnly("outcomes.ods#ILACS_inspection_history");
    assertThat(column("tables/ratings.csv", "source_line"))
        .containsExactly("4", "4", "4", "4", "5", "5", "5", "5");
    assertThat(column("tables/ratings.csv", "published_date")).contains("2021-12-03", "2020-03-17");
    assertThat(manifest().path("inputs"))
        .extracting(
            input ->
                Path.of(input.path("source").asText()).getFileName()
                    + " "
                    + input.path("records").path("read").asInt())
        .containsExactly(
            "outcomes.ods#ILACS_inspection_history 2", "outcomes.ods#Inspections_as_at_31_March 1");
    assertThat(manifest().path("left_out"))
        .extracting(
            left ->
                Path.of(left.path("source").asText()).getFileName()
                    + " "
                    + left.path("reason").asText())
        .containsExactly("outcomes.ods#Cover unknown_sheet", "outcomes.ods#Workings hidden_sheet");
  }

  @Test
  void theOverviewOfTheScraper() throws IOException {
    byte[] xlsx =
        new Xlsx()
            .sheet(
                "ofsted_cs_inspections_overview",
                texts(
                    "urn",
                    "la_code",
                    "la_code_new",
                    "local_authority",
                    "inspection_link",
                    "overall_effectiveness_grade",
                    "inspection_framework",
                    "inspector_name",
                    "inspection_start_date",
                    "inspection_end_date",
                    "publication_date",
                    "local_link_to_all_inspections",
                    "impact_of_leaders_grade",
                    "help_and_protection_grade",
                    "in_care_grade",
                    "care_leavers_grade"),
                row(
                    text("80479"),
                    text("340"),
                    text("E08000011"),
                    text("knowsley"),
                    text("https://example.org"),
                    text("Not reported (2026 framework change)"),
                    text("short"),
                    text("Ada Person"),
                    text("11/05/2026"),
                    text("15/05/2026"),
                    text("03/07/26"),
                    "<c><f>HYPERLINK(\"a\", \"b\")</f><v></v></c>",
                    text("good"),
                    "<c t=\"e\"><v>#N/A</v></c>",
                    text("good"),
                    text("good")))
            .bytes();
    write("overview.xlsx", xlsx);

    CommandLineRun run = run("overview.xlsx");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Judgements: 3 read = 3 rated");
    assertThat(column("quality/warnings.csv", "rule")).contains("unreadable_value");
    assertThat(column("quality/warnings.csv", "field")).contains("help_and_protection");
    assertThat(CommandLineRun.files(folder.resolve("reports")).values())
        .noneMatch(
            file -> new String(file, java.nio.charset.StandardCharsets.UTF_8).contains("Ada"));
  }

  @Test
  void theSameRecordsAreTheSameInEveryFormatAndInEveryOrderOfSheets() throws IOException {
    String[] header = {"la_code", "framework", "published_date", "overall_effectiveness"};
    String[] knowsley = {"340", "ilacs", "2021-12-03", "Requires improvement to be good"};
    String[] devon = {"878", "ilacs", "2020-03-17", "Inadequate"};
    write(
        "a.csv",
        (String.join(",", header)
                + "\n"
                + String.join(",", knowsley)
                + "\n"
                + String.join(",", devon)
                + "\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    write("b.xlsx", new Xlsx().sheet("s", texts(header), texts(knowsley), texts(devon)).bytes());
    write(
        "c.ods",
        new Ods().sheet("s", odsTexts(header), odsTexts(knowsley), odsTexts(devon)).bytes());
    List<List<String>> ratings = new ArrayList<>();
    for (String file : List.of("a.csv", "b.xlsx", "c.ods")) {
      assertThat(run(file).status()).isZero();
      ratings.add(column("tables/ratings.csv", "wording"));
    }
    assertThat(ratings).containsOnly(List.of("Requires improvement to be good", "Inadequate"));

    write(
        "d.xlsx",
        new Xlsx()
            .sheet("first", texts(header), texts(knowsley))
            .sheet("second", texts(header), texts("340", "ilacs", "2021-12-03", "Good"))
            .bytes());
    run("d.xlsx");
    List<String> conflict = column("quality/conflicts.csv", "kept_source");
    write(
        "d.xlsx",
        new Xlsx()
            .sheet("second", texts(header), texts("340", "ilacs", "2021-12-03", "Good"))
            .sheet("first", texts(header), texts(knowsley))
            .bytes());
    run("d.xlsx");
    assertThat(column("quality/conflicts.csv", "kept_source"))
        .isEqualTo(conflict)
        .containsExactly("d.xlsx#first");
  }

  @Test
  void aFileThatIsNotWhatItsNameSaysIsToldAndTheOthersAreRead() throws IOException {
    write("outcomes.ods", release());
    write("web.csv", "<!DOCTYPE html><html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    write("notes.txt", new byte[0]);
    write("~$outcomes.ods", new byte[165]);

    CommandLineRun run = run("*");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Records: 4 read = 2 accepted + 1 duplicate + 1 rejected")
        .contains("Left out: files of other endings: " + folder.resolve("in/notes.txt") + ";")
        .doesNotContain("~$");
    assertThat(run.err())
        .isEqualTo(
            "gradeline: "
                + folder.resolve("in/web.csv")
                + ":1: the file is a web page (HTML), whatever its name says; none of it was read."
                + " Download the file itself, or save the page's table as .csv.\n");
    assertThat(column("quality/rejected.csv", "rule")).containsExactly("unreadable_file");
  }

  @Test
  void theLineageHasTheFileOnce() throws IOException {
    write("outcomes.ods", release());
    Path lineage = folder.resolve("lineage.jsonl");

    CommandLineRun.run(
        folder.resolve("reports"),
        List.of(
            "--input",
            folder.resolve("in/outcomes.ods").toString(),
            "--lineage",
            lineage.toString()));

    List<String> events = Files.readAllLines(lineage);
    JsonNode inputs = MAPPER.readTree(events.get(events.size() - 1)).path("inputs");
    assertThat(inputs).hasSize(1);
    assertThat(inputs.get(0).path("inputFacets").path("inputStatistics").path("rowCount").asInt())
        .isEqualTo(3);
  }
}
