package org.gradeline.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What axe-core can tell of whether everyone can use the pages. */
@DisplayName("The accessibility of")
@ExtendWith({OneRun.class, Browser.Shared.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {

  private Browser browser;
  private Path site;

  @BeforeAll
  void share(ProjectReports reports, Browser shared) {
    browser = shared;
    site = reports.folder().resolve(Site.FOLDER).toAbsolutePath();
  }

  @ParameterizedTest(name = "{0} in light and dark, on a wide and on a small screen")
  @FieldSource("org.gradeline.site.KindsOfPages#ALL")
  void everyKindOfPage(String page) {
    browser.reset();
    browser.driver().get(site.toUri() + page);
    browser
        .driver()
        .executeScript(
            "document.querySelectorAll('details').forEach(each => { each.open = true; });");
    // Each check looks for frames, of which no page has any.
    browser.patience(Duration.ZERO);
    for (int width : List.of(1280, 320)) {
      for (boolean dark : List.of(false, true)) {
        browser.width(width);
        browser.dark(dark);
        assertThat(violations(dark))
            .as("%s, %s pixels, %s", page, width, dark ? "dark" : "light")
            .isEmpty();
      }
    }
  }

  /** What is wrong; of a dark page in its colours, which alone differ from those of a light one. */
  @SuppressWarnings(
      "deprecation") // The other mode opens a window for each check; no page has frames.
  private List<String> violations(boolean dark) {
    AxeBuilder axe = new AxeBuilder();
    axe.setLegacyMode();
    if (dark) {
      axe.withOnlyRules(List.of("color-contrast", "link-in-text-block"));
    }
    return axe.analyze(browser.driver()).getViolations().stream()
        .map(AccessibilityTest::shown)
        .toList();
  }

  private static String shown(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream().limit(3).map(CheckedNode::getHtml).toList()
        + rule.getNodes().stream().limit(1).map(CheckedNode::getFailureSummary).toList();
  }
}
