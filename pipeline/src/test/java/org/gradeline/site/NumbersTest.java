package org.gradeline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.Reference;
import org.gradeline.story.Words;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a table on a page shows is what stands in the published table that it names. */
@DisplayName("Every number on a page")
@ExtendWith(OneRun.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumbersTest {
  private ProjectReports reports;
  private WrittenSite site;
  private final Map<String, List<CSVRecord>> tables = new HashMap<>();
  private final Map<String, Map<String, List<CSVRecord>>> byKey = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();

  @BeforeAll
  void read(ProjectReports shared) {
    reports = shared;
    site = WrittenSite.of(shared.folder());
    labels.put("not_judged", "Not judged");
    ProjectData.reference()
        .lines()
        .forEach(
            line -> line.scale().grades().forEach(grade -> labels.put(grade.key(), grade.label())));
  }

  private List<CSVRecord> table(String file) {
    return tables.computeIfAbsent(file, reports::rows);
  }

  private List<CSVRecord> rows(String file, String keys, String key) {
    return byKey
        .computeIfAbsent(file + " " + keys, each -> grouped(file, List.of(keys.split(" "))))
        .getOrDefault(key, List.of());
  }

  private Map<String, List<CSVRecord>> grouped(String file, List<String> keys) {
    return table(file).stream()
        .collect(
            Collectors.groupingBy(
                row -> keys.stream().map(row::get).collect(Collectors.joining("|"))));
  }

  @Test
  void isThatOfItsCellInThePublishedTable() {
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (String path : site.pages().keySet()) {
      for (Element table : site.page(path).select("table[data-keys]")) {
        String file = table.attr("data-file");
        List<Element> heads = table.select("thead th");
        for (Element row : table.select("tbody tr[data-key]")) {
          String key = row.attr("data-key");
          List<CSVRecord> published = rows(file, table.attr("data-keys"), key);
          if (published.isEmpty()) {
            wrong.add(path + ": " + file + " has no row " + key);
          }
          List<Element> cells = row.select("> td");
          assertThat(cells).as(path + ": " + key).hasSameSizeAs(heads);
          for (int i = 0; i < cells.size(); i++) {
            String column = heads.get(i).attr("data-column");
            if (!column.isEmpty()) {
              compared++;
              Element cell = cells.get(i);
              if (published.stream().noneMatch(each -> shows(cell, each.get(column)))) {
                wrong.add(path + ": " + key + ", " + column + ": " + cell.outerHtml());
              }
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isGreaterThan(50_000);
  }

  /** Whether a cell of a page shows a cell of a table. */
  private boolean shows(Element cell, String published) {
    if (cell.hasAttr("data-value") && !cell.attr("data-value").equals(published)) {
      return false;
    }
    String text = cell.text();
    Element grade = cell.selectFirst("span.grade");
    if (grade != null) {
      return text.equals(grade.text() + " " + labels.get(published));
    }
    if (published.isEmpty()) {
      // At most why there is none.
      return !text.matches(".*\\d.*");
    }
    return text.equals(published.strip().replaceAll("\\s+", " "))
        || text.equals(Words.date(published))
        || (text.endsWith("%")
            && cell.hasAttr("data-value")
            && text.equals(Words.percent(Double.parseDouble(published))));
  }

  @Test
  void isInATableThatNamesItsFile() {
    site.pages()
        .forEach(
            (path, page) ->
                assertThat(page.select("table"))
                    .as(path)
                    .allSatisfy(
                        table ->
                            assertThat(reports.folder().resolve(table.attr("data-file")))
                                .isRegularFile()));
  }

  @Test
  void isOneOfARowThatCanBeTold() {
    // One row of the published table to a row of the page, but for tables that set lines side by
    // side.
    site.pages()
        .forEach(
            (path, page) -> {
              for (Element table : page.select("table[data-keys]")) {
                String keys = table.attr("data-keys");
                if (!keys.equals("la_code") && !keys.equals("la_code neighbour_la_code")) {
                  for (Element row : table.select("tbody tr")) {
                    assertThat(rows(table.attr("data-file"), keys, row.attr("data-key")))
                        .as(path + ": " + keys + ": " + row.attr("data-key"))
                        .hasSize(1);
                  }
                }
              }
            });
  }

  @Test
  @DisplayName("and every grade of a neighbour is that of its line")
  void neighbours() {
    int compared = 0;
    for (String path : site.pages().keySet()) {
      for (Element row : site.page(path).select("#neighbours tbody tr")) {
        List<Element> heads = row.parents().select("table > thead th");
        for (CSVRecord published :
            rows(
                "tables/neighbour_grades.csv", "la_code neighbour_la_code", row.attr("data-key"))) {
          int column = column(heads, published.get("line"));
          if (column >= 0) {
            compared++;
            assertThat(shows(row.child(column), published.get("grade")))
                .as(path + ": " + row + published)
                .isTrue();
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(4_000);
  }

  @Test
  @DisplayName("and every grade in the list of councils is that of its line")
  void grid() {
    for (String path : List.of("councils.html", "compare.html")) {
      int compared = 0;
      for (Element row : site.page(path).select("table tbody tr")) {
        List<Element> heads = row.parents().select("table > thead th");
        for (CSVRecord published : rows("tables/latest.csv", "la_code", row.attr("data-key"))) {
          int column = column(heads, published.get("line"));
          if (column >= 0) {
            compared++;
            assertThat(shows(row.child(column), published.get("grade")))
                .as(path + ": " + row + published)
                .isTrue();
          }
        }
      }
      assertThat(compared).isGreaterThan(600);
    }
  }

  private static int column(List<Element> heads, String line) {
    String label = ProjectData.line(line).label();
    return heads.stream().map(Element::text).toList().indexOf(label);
  }

  @Test
  @DisplayName("and every one of the transitions is counted in the table of transitions")
  void transitions() {
    int compared = 0;
    for (Element table :
        site.page("england.html").select("table[data-file=tables/transitions.csv]")) {
      Line line =
          ProjectData.reference().lines().stream()
              .filter(each -> table.select("caption").text().startsWith(each.label() + ": "))
              .findFirst()
              .orElseThrow();
      List<String> heads = table.select("thead th").eachText();
      for (Element row : table.select("tbody tr")) {
        Grade from = grade(line, row.child(0).ownText().strip());
        for (Grade to : line.scale().grades()) {
          String text = row.child(heads.indexOf("next rated " + Words.grade(to))).text();
          assertThat(text).isEqualTo(transition(line, from, to));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(60);
  }

  private static Grade grade(Line line, String label) {
    return line.scale().grades().stream()
        .filter(grade -> grade.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError(label));
  }

  private String transition(Line line, Grade from, Grade to) {
    return table("tables/transitions.csv").stream()
        .filter(row -> row.get("scope").equals(ProjectData.reference().everyFramework().key()))
        .filter(row -> row.get("line").equals(line.key()))
        .filter(row -> row.get("from_grade").equals(from.key()))
        .filter(row -> row.get("to_grade").equals(to.key()))
        .map(
            row ->
                row.get("transitions")
                    + " ("
                    + Words.percent(Double.parseDouble(row.get("percent")))
                    + ")")
        .findFirst()
        .orElse("0");
  }

  @Test
  @DisplayName("and the rows, size and hash of every file are those of the file")
  void files() throws IOException {
    List<Element> rows = site.page("data.html").select("#files tbody tr");
    assertThat(rows).hasSizeGreaterThan(15);
    for (Element row : rows) {
      Path file = reports.folder().resolve(row.child(0).text());
      byte[] bytes = Files.readAllBytes(file);
      assertThat(row.child(2).text()).as(file.toString()).isEqualTo("" + bytes.length);
      assertThat(row.child(3).text().replace("sha256:", ""))
          .as(file.toString())
          .isIn(DigestUtils.sha256Hex(bytes), DigestUtils.md5Hex(bytes));
      if (!row.child(1).text().isEmpty() && file.toString().endsWith(".csv")) {
        assertThat(row.child(1).text())
            .as(file.toString())
            .isEqualTo("" + table(row.child(0).text()).size());
      }
    }
  }

  @Test
  @DisplayName("and the rows of quality.html are the first of their tables")
  void quality() {
    List<Element> shown = site.page("quality.html").select("table");
    assertThat(shown).isNotEmpty();
    for (Element table : shown) {
      List<String> heads =
          table.select("thead th").stream().map(head -> head.attr("data-column")).toList();
      List<CSVRecord> published = table(table.attr("data-file"));
      List<Element> rows = table.select("tbody tr");
      for (int i = 0; i < rows.size(); i++) {
        CSVRecord record = published.get(i);
        assertThat(rows.get(i).select("> td").stream().map(Element::text))
            .containsExactlyElementsOf(
                heads.stream()
                    .map(record::get)
                    .map(cell -> cell.strip().replaceAll("\\s+", " "))
                    .toList());
      }
    }
  }

  @Test
  @DisplayName("and a council's downloads are the rows of its page")
  void downloads() {
    Reference reference = ProjectData.reference();
    List<String> leading =
        reference.leadingLines(reference.schemes().get(0)).stream().map(Line::key).toList();
    int files = 0;
    for (String path : site.pages().keySet()) {
      for (Element link : site.page(path).select("#downloads a")) {
        files++;
        String table = "tables/" + link.text().substring(0, link.text().indexOf(':')) + ".csv";
        String laCode = path.replaceAll("\\D*(\\d+).*", "$1");
        // Of neighbours, a page shows the leading lines.
        List<CSVRecord> own =
            rows(table, "la_code", laCode).stream()
                .filter(row -> !table.contains("neighbour") || leading.contains(row.get("line")))
                .toList();
        List<CSVRecord> given =
            ProjectReports.read(site.folder().resolve("councils").resolve(link.attr("href")));
        assertThat(given.stream().map(CSVRecord::toList))
            .as(link.attr("href"))
            .containsExactlyElementsOf(own.stream().map(CSVRecord::toList).toList());
      }
    }
    assertThat(files).isGreaterThan(600);
  }
}
