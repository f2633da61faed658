package org.gradeline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The pages as a person uses them: opened from the disk in Chromium. */
@DisplayName("A person")
@ExtendWith({OneRun.class, Browser.Shared.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final Pattern PDF_PAGE = Pattern.compile("/Type\\s*/Page\\b");

  private Browser browser;
  private ChromeDriver driver;
  private Path site;

  @BeforeAll
  void share(ProjectReports reports, Browser shared) {
    browser = shared;
    driver = shared.driver();
    site = reports.folder().resolve(Site.FOLDER).toAbsolutePath();
  }

  @BeforeEach
  void reset() {
    browser.reset();
  }

  private void open(String page) {
    driver.get(address(page));
    // On a busy machine the driver may be back before the page's script has run.
    new WebDriverWait(driver, Duration.ofSeconds(20))
        .until(
            ready ->
                script("return location.href + document.readyState;")
                    .equals(address(page) + "complete"));
  }

  private String address(String page) {
    return site.toUri() + page;
  }

  private WebElement one(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  private List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  private Object script(String text, Object... arguments) {
    return Objects.requireNonNull(driver.executeScript(text, arguments), text);
  }

  private boolean isOnScreen(WebElement element) {
    return (Boolean)
        script(
            "const box = arguments[0].getBoundingClientRect();return box.bottom > 0 && box.top <"
                + " innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0 &&"
                + " box.height > 0;",
            element);
  }

  @Nested
  @DisplayName("finds a council")
  class Finding {
    @Test
    void byTypingItsNameAndEnter() {
      open("index.html");
      WebElement name = one("#find-name");
      assertThat(name.getAccessibleName()).isEqualTo("Name of the council");
      name.sendKeys("knows");
      assertThat(shown("#find li")).containsExactly("Knowsley");
      assertThat(one("#find [role=status]").getText()).isEqualTo("1 council");

      name.sendKeys(Keys.ENTER);

      assertThat(driver.getCurrentUrl()).isEqualTo(address("councils/340-knowsley.html"));
    }

    @Test
    void byAnyPartOfItsName() {
      open("index.html");
      one("#find-name").sendKeys("CHESHIRE");
      assertThat(shown("#find li")).containsExactly("Cheshire East", "Cheshire West and Chester");
      one("#find-name").sendKeys("x");
      assertThat(shown("#find li")).isEmpty();
      assertThat(one("#find [role=status]").getText()).isEqualTo("0 councils");
      one("#find-name").sendKeys(Keys.ENTER);
      assertThat(driver.getCurrentUrl()).isEqualTo(address("index.html"));
    }

    @Test
    void andItsSentencePictureAndSourceInThreeClicks() {
      open("index.html");
      one("#find-name").sendKeys("knows");
      one("#find a[href='councils/340-knowsley.html']").click();
      assertThat(one("p.lead").getText())
          .contains("Knowsley, a metropolitan district in the North West, is rated inadequate");
      assertThat(isOnScreen(one("p.lead"))).isTrue();

      one(".contents a[href='#years']").click();
      assertThat(isOnScreen(one("#years svg"))).isTrue();

      one("#years figure summary").click();
      WebElement report = one("#years figure table a[href^='https://']");
      assertThat(report.isDisplayed()).isTrue();
      assertThat(report.getDomAttribute("href")).startsWith("https://files.ofsted.gov.uk/");
    }
  }

  private List<String> shown(String css) {
    return all(css).stream().filter(WebElement::isDisplayed).map(WebElement::getText).toList();
  }

  @Nested
  @DisplayName("reads the list of councils")
  class Listing {
    @BeforeEach
    void openList() {
      open("councils.html");
    }

    private WebElement head(String label) {
      return all("#all th").stream()
          .filter(head -> head.getText().startsWith(label))
          .findFirst()
          .orElseThrow();
    }

    /** The cells of a column, read at once. */
    @SuppressWarnings("unchecked")
    private List<String> column(int index) {
      return (List<String>)
          script(
              "return [...document.querySelectorAll('#all tbody tr:not([hidden])')]"
                  + ".map(row => row.cells[arguments[0]].textContent.trim());",
              index);
    }

    @Test
    void sortedByName() {
      WebElement head = head("Council");
      head.findElement(By.tagName("button")).click();
      assertThat(head.getDomAttribute("aria-sort")).isEqualTo("ascending");
      assertThat(column(0)).hasSize(153).isSortedAccordingTo(Comparator.naturalOrder());
      assertThat(all("[role=status]"))
          .anySatisfy(
              status -> assertThat(status.getText()).isEqualTo("Sorted by Council, ascending"));

      head.findElement(By.tagName("button")).click();
      assertThat(head.getDomAttribute("aria-sort")).isEqualTo("descending");
      assertThat(column(0)).hasSize(153).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void sortedByGradeFromTheBestToNone() {
      head("Leadership").findElement(By.tagName("button")).click();
      assertThat(column(3).stream().distinct())
          .containsExactly("O Outstanding", "G Good", "R Requires improvement", "I Inadequate");
      assertThat(all("#all th[aria-sort]")).hasSize(1);
    }

    @Test
    void sortedByTheNewestReport() {
      int last = all("#all th").size() - 1;
      WebElement head = all("#all th").get(last);
      head.findElement(By.tagName("button")).click();
      head.findElement(By.tagName("button")).click();
      assertThat(
              column(last).stream()
                  .filter(day -> !day.isEmpty())
                  .map(day -> LocalDate.parse(day, WRITTEN)))
          .hasSizeGreaterThan(150)
          .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void ofARegionAndAGrade() {
      new Select(one("#choose-1")).selectByVisibleText("North West");
      new Select(one("#choose-3")).selectByVisibleText("Inadequate");
      assertThat(column(1)).containsOnly("North West").hasSize(4);
      assertThat(column(0)).contains("Knowsley", "Halton");
      assertThat(one("[role=status]").getText()).isEqualTo("4 of 153 councils");
      assertThat(new Select(one("#choose-3")).getOptions().stream().map(WebElement::getText))
          .containsExactly("All", "Outstanding", "Good", "Requires improvement", "Inadequate");

      one("#choose-name").sendKeys("know");
      assertThat(column(0)).containsExactly("Knowsley");
    }

    @Test
    void withTheKeyboardAlone() {
      one("#choose-name").click();
      WebElement active = driver.switchTo().activeElement();
      for (int i = 0; i < 8 && !active.getText().equals("Region"); i++) {
        active.sendKeys(Keys.TAB);
        active = driver.switchTo().activeElement();
      }
      assertThat(active.getText()).isEqualTo("Region");
      active.sendKeys(Keys.ENTER);
      assertThat(head("Region").getDomAttribute("aria-sort")).isEqualTo("ascending");
      assertThat(driver.switchTo().activeElement()).isEqualTo(active);
      assertThat(column(1)).isSortedAccordingTo(Comparator.naturalOrder());
    }
  }

  @Test
  void opensADayFromTheListOfChanges() {
    open("changes.html");
    one("a[href='days/2014-06-30.html']").click();
    assertThat(one("h1").getText()).isEqualTo("30 June 2014");
    assertThat(all("main section h2")).hasSize(5);
    driver.findElement(By.linkText("Knowsley through the years")).click();
    assertThat(one("h1").getText()).isEqualTo("Knowsley");
  }

  @Test
  void followsTheMapToACouncil() {
    open("maps/leadership.html");
    WebElement link = one("svg a[href='../councils/340-knowsley.html']");
    script("arguments[0].scrollIntoView({block: 'center'}); return 1;", link);
    link.sendKeys(Keys.ENTER);
    assertThat(one("h1").getText()).isEqualTo("Knowsley");
  }

  @Nested
  @DisplayName("compares")
  class Comparing {
    private void choose(String council) {
      new Select(one("#add-council")).selectByVisibleText(council);
    }

    private List<String> compared() {
      return all("#table tbody tr").stream()
          .filter(WebElement::isDisplayed)
          .map(row -> row.findElement(By.tagName("td")).getText())
          .toList();
    }

    @Test
    void threeCouncilsByChoosingThem() {
      open("compare.html");
      assertThat(compared()).isEmpty();
      choose("Knowsley");
      choose("Liverpool");
      choose("Halton");
      assertThat(compared()).containsExactly("Knowsley", "Liverpool", "Halton");
      assertThat(driver.getCurrentUrl()).isEqualTo(address("compare.html?councils=340,341,876"));
      assertThat(one("[role=status]").getText()).isEqualTo("3 councils side by side");

      driver.navigate().back();
      assertThat(compared()).containsExactly("Knowsley", "Liverpool");

      driver.findElement(By.xpath("//button[.='Start again']")).click();
      assertThat(compared()).isEmpty();
      assertThat(driver.getCurrentUrl()).isEqualTo(address("compare.html"));
    }

    @Test
    void thoseOfAnAddressThatAnotherPersonSent() {
      open("compare.html?councils=876,340,999,340");
      assertThat(compared()).containsExactly("Halton", "Knowsley");
    }
  }

  @ParameterizedTest(name = "reads {0} at 320 pixels without scrolling the page sideways")
  @FieldSource("org.gradeline.site.KindsOfPages#ALL")
  void readsOnASmallScreen(String page) {
    browser.width(320);
    open(page);
    openDetails();
    assertThat(width()).isLessThanOrEqualTo(320);
  }

  @ParameterizedTest(name = "reads {0} with text of twice the size")
  @FieldSource("org.gradeline.site.KindsOfPages#ALL")
  void readsLargeText(String page) {
    open(page);
    openDetails();
    script("document.documentElement.style.fontSize = '200%'; return 1;");
    assertThat(width()).isLessThanOrEqualTo(1280);
    // Nothing is cut off in a box that does not grow, but for what is only to be heard.
    assertThat(
            (List<?>)
                script(
                    "return [...document.querySelectorAll('main *:not(svg *)')].filter(box => {"
                        + " const style = getComputedStyle(box); return style.overflowY ==="
                        + " 'hidden' && style.clipPath === 'none' && box.scrollHeight >"
                        + " box.clientHeight + 1;}).map(box => box.outerHTML.slice(0, 80));"))
        .isEmpty();
  }

  private void openDetails() {
    script("document.querySelectorAll('details').forEach(each => each.open = true); return 1;");
  }

  private long width() {
    return ((Number) script("return document.scrollingElement.scrollWidth;")).longValue();
  }

  @ParameterizedTest(name = "opens {0} from the disk and the browser has nothing to complain of")
  @FieldSource("org.gradeline.site.KindsOfPages#ALL")
  void opensFromTheDisk(String page) {
    open(page);
    assertThat(browser.complaints()).isEmpty();
    assertThat(
            (String) script("return getComputedStyle(document.body).getPropertyValue('--paper');"))
        .as("the style sheet")
        .isNotBlank();
  }

  @Nested
  @DisplayName("without scripts")
  class WithoutScripts {
    @BeforeEach
    void off() {
      browser.withoutScripts();
    }

    @Test
    void findsEveryCouncil() {
      open("index.html");
      assertThat(all("#find-name")).isEmpty();
      one("#find a[href='councils/340-knowsley.html']").click();
      assertThat(one("p.lead").getText()).contains("is rated inadequate");
      assertThat(one("#years svg").isDisplayed()).isTrue();
    }

    @Test
    void readsTheListAsAPlainTable() {
      open("councils.html");
      assertThat(all("#all tbody tr")).hasSize(153);
      assertThat(all("#all button, #all select")).isEmpty();
      assertThat(one("main").getText()).doesNotContain("sorts the table");
    }

    @Test
    void isToldThatComparingNeedsOne() {
      open("compare.html");
      assertThat(one("noscript").getText())
          .startsWith("Choosing councils needs a script, and your browser runs none.");
      assertThat(all("#table tbody tr")).hasSize(153).allMatch(WebElement::isDisplayed);
      assertThat(one("noscript a").getDomAttribute("href")).isEqualTo("councils.html");
    }
  }

  @Nested
  @DisplayName("with the keyboard")
  class Keyboard {
    @ParameterizedTest(name = "skips to the content of {0}")
    @CsvSource({"index.html", "councils/340-knowsley.html"})
    void skips(String page) {
      open(page);
      one("body").sendKeys(Keys.TAB);
      WebElement skip = driver.switchTo().activeElement();
      assertThat(skip.getText()).isEqualTo("Skip to the content");
      assertThat(isOnScreen(skip)).isTrue();

      skip.sendKeys(Keys.ENTER);
      assertThat(driver.getCurrentUrl()).endsWith("#main");
      new Actions(driver).sendKeys(Keys.TAB).perform();
      assertThat(script("return document.querySelector('main').contains(document.activeElement);"))
          .isEqualTo(true);
    }

    @ParameterizedTest(name = "sees where the focus is, {0}")
    @CsvSource({"false", "true"})
    void seesTheFocus(boolean dark) {
      browser.dark(dark);
      open("councils.html");
      one("body").sendKeys(Keys.TAB);
      for (int i = 0; i < 25; i++) {
        WebElement active = driver.switchTo().activeElement();
        assertThat(isOnScreen(active)).as(active.getText()).isTrue();
        assertThat(active.getCssValue("outline-style")).as(active.getText()).isEqualTo("solid");
        assertThat(active.getCssValue("outline-width")).as(active.getText()).isEqualTo("3px");
        new Actions(driver).sendKeys(Keys.TAB).perform();
      }
    }

    @Test
    void opensTheDataOfAPicture() {
      open("councils/340-knowsley.html");
      WebElement summary = one("#years figure summary");
      summary.sendKeys(Keys.ENTER);
      assertThat(one("#years figure table").isDisplayed()).isTrue();
    }
  }

  @ParameterizedTest(name = "prints the page of {0} on at most two sheets of A4")
  @CsvSource({
    "councils/340-knowsley.html",
    "councils/333-sandwell.html",
    "councils/936-surrey.html",
    "councils/909-cumbria.html",
    "councils/942-cumberland.html"
  })
  void printsACouncil(String page) {
    open(page);
    String pdf = new String(browser.print(), StandardCharsets.ISO_8859_1);
    assertThat(PDF_PAGE.matcher(pdf).results().count()).isBetween(1L, 2L);
  }

  @Test
  void seesTheCardOfACouncilOnAnotherSite(@TempDir Path folder) throws IOException {
    open("councils/340-knowsley.html");
    String snippet = one("#embed code").getText();
    Path other =
        Files.writeString(
            folder.resolve("other.html"),
            "<!DOCTYPE html><title>Another site</title>"
                + snippet.replace("SITE/", site.toUri().toString()));
    driver.get(other.toUri().toString());
    WebElement frame = one("iframe");
    assertThat(frame.getDomAttribute("title")).contains("Inspection ratings");
    driver.switchTo().frame(frame);
    assertThat(one("h1").getText()).isEqualTo("Knowsley");
    assertThat(all("tbody tr").stream().map(WebElement::getText))
        .anySatisfy(row -> assertThat(row).startsWith("Leadership I Inadequate 20 January 2025"));
    assertThat(browser.complaints()).isEmpty();
    one(".source a").click();
    driver.switchTo().defaultContent();
    assertThat(one("h1").getText()).isEqualTo("Knowsley");
    assertThat(driver.getCurrentUrl()).isEqualTo(address("councils/340-knowsley.html"));
  }

  @Test
  void findsTheSameFilesBehindEveryDownload() {
    open("councils/340-knowsley.html");
    assertThat(
            all("#downloads a").stream()
                .map(link -> Path.of(java.net.URI.create(link.getDomProperty("href")))))
        .hasSizeGreaterThan(3)
        .allSatisfy(file -> assertThat(file).isRegularFile());
    assertThat(Stream.of(one("#cite code").getText()))
        .first()
        .asString()
        .contains("Knowsley", "20 August 2026");
  }
}
