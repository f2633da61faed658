package org.gradeline.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the project's own data, as files. */
@DisplayName("The site")
@ExtendWith(OneRun.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteTest {
  private static final String COUNCILS = "reference/councils.csv";
  private static final int MAX_COUNCIL_PAGE = 60_000;
  private static final long MAX_SITE = 15L << 20;
  private static final Pattern INSIDE = Pattern.compile("url\\(#([^)]+)\\)");

  private ProjectReports reports;
  private WrittenSite site;

  @BeforeAll
  void read(ProjectReports shared) {
    reports = shared;
    site = WrittenSite.of(shared.folder());
  }

  @Test
  void hasAPageForEveryCouncilAndEveryDayOfPublication() {
    assertThat(site.files()).contains("index.html", "councils.html", "changes.html", "feed.xml");
    for (CSVRecord council : ProjectReports.read(ProjectReports.DATA.resolve(COUNCILS))) {
      assertThat(site.pages().keySet())
          .anyMatch(path -> path.startsWith("councils/" + council.get("la_code") + "-"))
          .contains("embed/" + council.get("la_code") + ".html");
    }
    Set<String> days =
        reports.rows("tables/trajectories.csv").stream()
            .map(row -> row.get("published_date"))
            .filter(day -> day.length() == 10)
            .map(day -> "days/" + day + ".html")
            .collect(Collectors.toSet());
    assertThat(site.pages().keySet().stream().filter(path -> path.startsWith("days/")))
        .containsExactlyInAnyOrderElementsOf(days);
  }

  /** What search engines read: https://schema.org/Dataset, with what Google asks of one. */
  @ParameterizedTest
  @ValueSource(strings = {"index.html", "data.html"})
  void describesTheDataForPrograms(String path) throws IOException {
    String json = site.page(path).select("head script[type=application/ld+json]").get(0).data();
    JsonNode dataset = new ObjectMapper().readTree(json);

    assertThat(dataset.path("@context").asText()).isEqualTo("https://schema.org/");
    assertThat(dataset.path("@type").asText()).isEqualTo("Dataset");
    assertThat(dataset.path("name").asText()).startsWith("Inspections of England's councils");
    assertThat(dataset.path("description").asText()).hasSizeBetween(50, 5000);
    assertThat(dataset.path("license").asText()).contains("open-government-licence");
    assertThat(dataset.path("dateModified").asText()).isEqualTo("2026-08-20");
    assertThat(dataset.path("temporalCoverage").asText()).matches("20[0-9-]+/2026-08-20");
    assertThat(dataset.path("spatialCoverage").path("name").asText()).isEqualTo("England");
    assertThat(dataset.path("isBasedOn")).isNotEmpty();
    for (JsonNode file : dataset.path("distribution")) {
      assertThat(site.folder().resolve(path).resolveSibling(file.path("contentUrl").asText()))
          .isRegularFile();
    }
    assertThat(dataset.path("distribution")).hasSizeGreaterThan(36);
  }

  @Test
  void noTextCanEndTheDescription() throws IOException {
    String page = Files.readString(site.folder().resolve("index.html"));
    int start = page.indexOf("application/ld+json\">");

    assertThat(page.substring(start, page.indexOf("</script>", start))).doesNotContain("<");
  }

  @Test
  void hasThePagesOfCouncilsThatNoLongerExist() {
    List<CSVRecord> closed =
        ProjectReports.read(ProjectReports.DATA.resolve(COUNCILS)).stream()
            .filter(council -> !council.get("closed").isEmpty())
            .toList();
    assertThat(closed).hasSizeGreaterThan(3);
    for (CSVRecord council : closed) {
      Document page = councilPage(council.get("la_code"));
      assertThat(page.select("p.lead").text()).contains(council.get("council"), " closed on ");
      assertThat(page.select("#years svg")).isNotEmpty();
    }
    assertThat(site.page("councils.html").select("#closed a")).hasSameSizeAs(closed);
  }

  private Document councilPage(String laCode) {
    String start = "councils/" + laCode + "-";
    return site.page(
        site.pages().keySet().stream().filter(path -> path.startsWith(start)).findFirst().get());
  }

  @Test
  void hasTheFiveReportsOfOneDayOnOnePage() {
    Document day = site.page("days/2014-06-30.html");
    assertThat(day.select("p.lead").get(0).text())
        .isEqualTo(
            "Five reports came out on 30 June 2014: two good, two requiring improvement and one"
                + " inadequate for children's services overall.");
    assertThat(day.select("section > h2").eachText())
        .containsExactlyInAnyOrder(
            "Bournemouth (837)",
            "Herefordshire (884)",
            "Knowsley (340)",
            "North Yorkshire (815)",
            "Oxfordshire (931)");
    assertThat(site.page("changes.html").select("a[href='days/2014-06-30.html']").text())
        .startsWith("30 June 2014: ")
        .contains("Knowsley");
  }

  @Test
  void isReachedFromTheFirstPageAltogether() {
    Set<String> reached = new HashSet<>();
    List<String> waiting = new ArrayList<>(List.of("index.html"));
    while (!waiting.isEmpty()) {
      String path = waiting.remove(waiting.size() - 1);
      if (reached.add(path) && site.pages().containsKey(path)) {
        site.page(path).select("a[href]").stream()
            .map(link -> link.attr("href"))
            .filter(href -> !href.startsWith("https:"))
            .map(href -> URI.create(path).resolve(href).getPath())
            .forEach(waiting::add);
      }
    }
    // Cards are for other sites.
    assertThat(reached)
        .containsAll(
            site.pages().keySet().stream().filter(path -> !path.startsWith("embed/")).toList());
  }

  @Test
  void leadsNowhereThatDoesNotExist() {
    assertThat(site.brokenLinks()).isEmpty();
  }

  @Test
  @DisplayName("would be found to lead nowhere if it did")
  void brokenLinksAreFound() {
    Document page =
        Jsoup.parse(
            "<p id='a'><a href='#a'>a</a><a href='#b'>b</a><a href='c.html'>c</a><a"
                + " href='method.html#rules'>d</a><a href='method.html#none'>e</a><a"
                + " href='../tables/latest.csv'>f</a><a href='../tables/no.csv'>g</a><a"
                + " href='https://example.org/'>h</a>");
    Map<String, Document> pages =
        Map.of("page.html", page, "method.html", site.page("method.html"));
    assertThat(new WrittenSite(site.folder(), pages).brokenLinks().stream().sorted())
        .filteredOn(link -> link.startsWith("page.html"))
        .containsExactly(
            "page.html: #b",
            "page.html: ../tables/no.csv",
            "page.html: c.html",
            "page.html: method.html#none");
  }

  @Test
  void namesNothingTwiceOnAPage() {
    site.pages()
        .forEach(
            (path, page) -> assertThat(WrittenSite.ids(page)).as(path).doesNotHaveDuplicates());
  }

  @Test
  void namesWithinAPageOnlyWhatIsThere() {
    List<String> missing = new ArrayList<>();
    site.pages()
        .forEach(
            (path, page) -> {
              Set<String> ids = Set.copyOf(WrittenSite.ids(page));
              Stream<String> named =
                  page.select("[aria-labelledby], [aria-describedby], label[for]").stream()
                      .flatMap(
                          element ->
                              Stream.of("aria-labelledby", "aria-describedby", "for")
                                  .flatMap(name -> Stream.of(element.attr(name).split(" "))));
              Stream<String> drawn =
                  INSIDE.matcher(page.html()).results().map(match -> match.group(1));
              Stream.concat(named, drawn)
                  .filter(id -> !id.isEmpty() && !ids.contains(id))
                  .forEach(id -> missing.add(path + ": " + id));
            });
    assertThat(missing).isEmpty();
  }

  @Test
  void leadsOutsideOnlyToReportsOfTheRecords() {
    Set<String> published = new HashSet<>();
    for (String table : List.of("tables/ratings.csv", "tables/visits.csv")) {
      reports.rows(table).forEach(row -> published.add(row.get("report")));
    }
    Set<String> outside = new HashSet<>();
    site.pages()
        .values()
        .forEach(
            page -> page.select("a[href^=https:]").forEach(link -> outside.add(link.attr("href"))));
    assertThat(outside).hasSizeGreaterThan(300);
    assertThat(published).containsAll(outside);
  }

  @Test
  void loadsNothingFromElsewhere() {
    Pattern address = Pattern.compile("(?i)https?:|//[a-z0-9]|@import|url\\((?!#)");
    assertThat(site.text("site.css")).doesNotContainPattern(address);
    assertThat(site.text("site.js").replaceAll("(?m)//[ ].*$", "")).doesNotContainPattern(address);
    site.pages()
        .forEach(
            (path, page) -> {
              assertThat(page.select("[src], link[href]"))
                  .as(path)
                  .allSatisfy(
                      element ->
                          assertThat(element.attr("src") + element.attr("href"))
                              .matches("(\\.\\./)?(site\\.css|site\\.js|feed\\.xml)"));
              // A script of that type is data, which no browser runs.
              assertThat(
                      page.select(
                          "[style], style, iframe, form, object,"
                              + " script:not([src]):not([type=application/ld+json])"))
                  .as(path)
                  .isEmpty();
            });
  }

  @Test
  void hasOneHeadingTitleAndDescriptionOnEveryPage() {
    Set<String> titles = new HashSet<>();
    site.pages()
        .forEach(
            (path, page) -> {
              assertThat(page.select("h1")).as(path).hasSize(1);
              assertThat(page.select("html").attr("lang")).isEqualTo("en-GB");
              if (!path.startsWith("embed/")) {
                assertThat(page.select("meta[name=description]").attr("content")).isNotEmpty();
                assertThat(titles.add(page.title())).as(path + ": " + page.title()).isTrue();
              }
            });
  }

  @Test
  void listsItsFiles() {
    assertThat(site.text("files.txt").lines())
        .containsExactlyElementsOf(
            site.files().stream().filter(path -> !path.equals("files.txt")).toList());
  }

  @Test
  void hasCouncilPagesUnder60Kilobytes() throws IOException {
    for (String path : site.files()) {
      if (path.startsWith("councils/") && path.endsWith(".html")) {
        assertThat(Files.size(site.folder().resolve(path))).as(path).isLessThan(MAX_COUNCIL_PAGE);
      }
    }
  }

  @Test
  void isUnder15Mebibytes() throws IOException {
    long bytes = 0;
    for (String path : site.files()) {
      bytes += Files.size(site.folder().resolve(path));
    }
    assertThat(bytes).isLessThan(MAX_SITE);
  }

  @Test
  void givesEveryPictureATitleADescriptionOrATableAndASource() {
    site.pages()
        .forEach(
            (path, page) -> {
              assertThat(page.select("svg"))
                  .as(path)
                  .allSatisfy(
                      svg -> {
                        // A picture with links in it is a group of them.
                        assertThat(svg.attr("role"))
                            .isEqualTo(svg.select("a").isEmpty() ? "img" : "group");
                        assertThat(svg.select("> title").text()).isNotEmpty();
                      });
              assertThat(page.select("figure:not(.small)"))
                  .as(path)
                  .allSatisfy(
                      figure -> {
                        assertThat(figure.select("svg > desc").text()).isNotEmpty();
                        assertThat(figure.select("p.source").text())
                            .startsWith("Source: ")
                            .contains(" as at ");
                        assertThat(figure.select("details table")).isNotEmpty();
                      });
            });
  }
}
