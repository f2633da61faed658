package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.gradeline.site.WrittenSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * When pages are made, from what, and when not. {@link OrderTest} says that threads change none.
 */
@DisplayName("The pages")
@ExtendWith(OneRun.class)
class SiteCommandTest {
  private static final String HEADER =
      "la_code,council,framework,inspection_type,start_date,published_date,overall_effectiveness\n";
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final String QUOTES = "\"'&";

  @TempDir private Path folder;

  private static CommandLineRun site(Path reports, Path data) {
    return CommandLineRun.of("site", "--data", data.toString(), "--reports", reports.toString());
  }

  private CommandLineRun run(String records, String... options) throws IOException {
    Path input = Files.writeString(folder.resolve("records.csv"), HEADER + records);
    List<String> all = new ArrayList<>(List.of("--input", input.toString()));
    all.addAll(List.of(options));
    return CommandLineRun.runWithPages(folder.resolve("reports"), all);
  }

  private Document page(String path) throws IOException {
    return Jsoup.parse(Files.readString(folder.resolve("reports/site").resolve(path)));
  }

  private static void assertSame(Map<String, byte[]> actual, Map<String, byte[]> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach(
        (path, bytes) -> assertThat(Arrays.equals(bytes, expected.get(path))).as(path).isTrue());
  }

  @Test
  void areTheSameBytesWhenTheyAreMadeAnew(ProjectReports shared) throws IOException {
    Path reports = folder.resolve("reports");
    PathUtils.copyDirectory(shared.folder(), reports);
    Map<String, byte[]> before = CommandLineRun.files(reports);
    PathUtils.deleteDirectory(reports.resolve("site"));

    CommandLineRun made = site(reports, CommandLineRun.DATA);

    assertThat(made.err()).isEmpty();
    assertThat(made.status()).isZero();
    assertThat(made.out().strip())
        .isEqualTo("Pages: " + reports.resolve("site").resolve("index.html"));
    assertSame(CommandLineRun.files(reports), before);

    // And once more, over those that are there.
    assertThat(site(reports, CommandLineRun.DATA).status()).isZero();
    assertSame(CommandLineRun.files(reports), before);
  }

  @Test
  void areLeftOutOnDemand() throws IOException {
    CommandLineRun run = run("340,,ilacs,,2025-01-07,2025-02-07,Good\n", "--no-site");
    assertThat(run.status()).isZero();
    assertThat(run.out()).doesNotContain("Pages");
    assertThat(folder.resolve("reports/tables/latest.csv")).exists();
    assertThat(folder.resolve("reports/site")).doesNotExist();
  }

  @Test
  void areTakenAwayByARunWithoutThem() throws IOException {
    String records = "340,,ilacs,,2025-01-07,2025-02-07,Good\n";
    assertThat(run(records).status()).isZero();
    assertThat(folder.resolve("reports/site/index.html")).exists();
    assertThat(run(records, "--no-site").status()).isZero();
    assertThat(folder.resolve("reports/site")).doesNotExist();
  }

  @Test
  void areNotMadeOfMoreThanAThousandCouncils() throws IOException {
    Path data = data();
    Path councils = data.resolve("reference/councils.csv");
    StringBuilder more = new StringBuilder(Files.readString(councils));
    for (int i = 0; i < 900; i++) {
      more.append("%d,Town %d,Town %d,,,\n".formatted(7000 + i, i, i));
    }
    Files.writeString(councils, more);

    CommandLineRun run = run("340,,ilacs,,2025-01-07,2025-02-07,Good\n", "--data", data.toString());

    String sentence =
        "No pages: they are made for up to 1,000 councils, and the register has 1,058.";
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains(sentence);
    assertThat(folder.resolve("reports/site")).doesNotExist();
    CommandLineRun made = site(folder.resolve("reports"), data);
    assertThat(made.err()).contains(sentence);
    assertThat(made.status()).isEqualTo(2);
  }

  /** A copy of the project's reference data. */
  private Path data() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    for (String part : List.of("reference", "frameworks", "layouts")) {
      PathUtils.copyDirectory(CommandLineRun.DATA.resolve(part), data.resolve(part));
    }
    for (String file : List.of("sources.yaml", "gates.yaml")) {
      Files.copy(CommandLineRun.DATA.resolve(file), data.resolve(file));
    }
    return data;
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "empty", "foreign", "file"})
  void areNotMadeOfAFolderThatHasNoTables(String kind) throws IOException {
    Path reports = folder.resolve(kind);
    switch (kind) {
      case "empty" -> Files.createDirectories(reports);
      case "foreign" ->
          Files.writeString(Files.createDirectories(reports).resolve("letter.txt"), "Dear all");
      case "file" -> Files.writeString(reports, "Dear all");
      default -> {}
    }
    CommandLineRun made = site(reports, CommandLineRun.DATA);
    assertThat(made.status()).as(made.err()).isEqualTo(2);
    assertThat(made.err()).startsWith("gradeline: --reports " + reports + ": ");
    assertThat(made.out()).isEmpty();
    assertThat(Files.exists(reports.resolve("site"))).isFalse();
    assertThat(
            Files.isDirectory(reports)
                ? FileUtils.listFiles(reports.toFile(), null, true)
                : List.of())
        .hasSize(kind.equals("foreign") ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tables/latest.csv", "tables/waiting.csv", "tables/context.csv"})
  void areNotMadeWhereAFileIsMissing(String file) throws IOException {
    assertThat(run("340,,ilacs,,2025-01-07,2025-02-07,Good\n").status()).isZero();
    Path reports = folder.resolve("reports");
    Files.delete(reports.resolve(file));
    CommandLineRun made = site(reports, CommandLineRun.DATA);
    assertThat(made.status()).as(made.err()).isEqualTo(2);
    assertThat(made.err()).contains(Path.of(file).getFileName().toString(), "gradeline run");
    assertThat(reports.resolve("site/index.html")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"letter.txt", "councils/letter.txt", "councils/340-knowsley.html.bak"})
  void areNotWrittenOverAFileThatGradelineDidNotMake(String name) throws IOException {
    String records = "340,,ilacs,,2025-01-07,2025-02-07,Good\n";
    assertThat(run(records).status()).isZero();
    Path letter = folder.resolve("reports/site").resolve(name);
    Files.writeString(letter, "Dear all");

    for (CommandLineRun refused :
        List.of(run(records), site(folder.resolve("reports"), CommandLineRun.DATA))) {
      assertThat(refused.status()).as(refused.err()).isEqualTo(2);
      assertThat(refused.err()).contains("site/" + name, "Gradeline did not make");
    }
    assertThat(letter).hasContent("Dear all");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one record                      | 340,,ilacs,,2025-01-07,2025-02-07,Good |
          a record without a day          | 340,,ilacs,,,2019,Good                 |
          records of the other scheme     | SEND                                    |
          records that are all rejected   | 999,Nowhere,ilacs,,2025-01-07,2025-02-07,Good | 2026-01-01
          nothing by that day             | 340,,ilacs,,2025-01-07,2025-02-07,Good | 2010-01-01
          """)
  void areMadeOfVeryLittle(String ignored, String records, String asAt) throws IOException {
    Path input =
        records.equals("SEND")
            ? CommandLineRun.DATA.resolve("inspections/inspections_send_2023.csv")
            : Files.writeString(folder.resolve("records.csv"), HEADER + records + "\n");
    List<String> options = new ArrayList<>(List.of("--input", input.toString()));
    if (asAt != null) {
      options.addAll(List.of("--as-at", asAt));
    }
    CommandLineRun run = CommandLineRun.runWithPages(folder.resolve("reports"), options);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("Pages: ");
    for (String path :
        List.of("index.html", "councils.html", "england.html", "waiting.html", "changes.html")) {
      assertThat(page(path).select("h1").text()).as(path).isNotEmpty();
    }
    assertThat(page("councils/340-knowsley.html").select("p.lead").text()).contains("Knowsley");
    assertThat(WrittenSite.of(folder.resolve("reports")).brokenLinks()).isEmpty();
  }

  @Test
  void showTheNamesOfCouncilsAsTheyAreAndRunNothing() throws IOException {
    Path data = data();
    Path councils = data.resolve("reference/councils.csv");
    Files.writeString(
        councils,
        Files.readString(councils)
            + "998,"
            + SCRIPT
            + ","
            + SCRIPT
            + ",,,\n"
            + "997,\"\"\"'&\",\"\"\"'&\",,,\n");
    CommandLineRun run =
        run(
            """
            998,,ilacs,,2025-01-07,2025-02-07,Good
            997,,ilacs,,2025-01-07,2025-02-07,Inadequate
            340,,ilacs,,2025-01-07,2025-02-07,Good
            """,
            "--data",
            data.toString());
    assertThat(run.status()).as(run.err()).isZero();

    int named = 0;
    Path site = folder.resolve("reports/site");
    for (Map.Entry<String, byte[]> file : CommandLineRun.files(site).entrySet()) {
      String text = new String(file.getValue(), StandardCharsets.UTF_8);
      if (file.getKey().endsWith(".html")) {
        Document page = Jsoup.parse(text);
        assertThat(text).as(file.getKey()).doesNotContain(SCRIPT);
        // Its own script alone, which a card has not. What describes the data is no script.
        Elements scripts = page.select("script:not([type=application/ld+json])");
        assertThat(scripts.size()).as(file.getKey()).isLessThan(2);
        assertThat(scripts.select(":not([src])")).as(file.getKey()).isEmpty();
        named += page.text().contains(SCRIPT) ? 1 : 0;
      } else if (file.getKey().endsWith(".xml")) {
        assertThat(text).doesNotContain("<script").contains("&lt;script&gt;alert(1)");
      }
    }
    assertThat(named).isGreaterThan(5);
    assertThat(page("councils/998-script-alert-1-script.html").select("h1").text())
        .isEqualTo(SCRIPT);
    assertThat(page("councils/997.html").select("h1").text()).isEqualTo(QUOTES);
    assertThat(page("councils/997.html").title()).startsWith(QUOTES);
    assertThat(page("councils/997.html").select("meta[name=description]").attr("content"))
        .contains(QUOTES);
    assertThat(page("councils/997.html").select("svg > title").eachText())
        .anySatisfy(title -> assertThat(title).contains(QUOTES));
    assertThat(page("embed/997.html").select("h1").text()).isEqualTo(QUOTES);
    assertThat(page("days/2025-02-07.html").select("h2").eachText())
        .contains(SCRIPT + " (998)", QUOTES + " (997)");
    Document snippet =
        Jsoup.parseBodyFragment(
            page("councils/998-script-alert-1-script.html").select("#embed code").text());
    assertThat(snippet.select("iframe")).hasSize(1);
    assertThat(snippet.select("script")).isEmpty();
    assertThat(ProjectReports.read(site.resolve("councils/997-latest.csv")))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("council")).isEqualTo(QUOTES));
  }
}
