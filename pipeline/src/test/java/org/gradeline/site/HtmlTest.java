package org.gradeline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Every page is as the HTML standard asks, by the validator that the W3C runs. */
@DisplayName("The HTML of the site")
@ExtendWith(OneRun.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlTest {
  private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

  private ProjectReports reports;

  @BeforeAll
  void share(ProjectReports shared) {
    reports = shared;
  }

  @Test
  void isValidOnEveryPage() throws Exception {
    WrittenSite site = WrittenSite.of(reports.folder());
    Faults faults = new Faults();
    SimpleDocumentValidator validator = validator(faults);
    for (String path : site.pages().keySet()) {
      faults.page = path;
      validator.checkHtmlFile(site.folder().resolve(path).toFile(), true);
    }
    assertThat(site.pages()).hasSizeGreaterThan(800);
    assertThat(faults.found).isEmpty();
  }

  @Test
  @DisplayName("would be found invalid if it were")
  void theValidatorFindsFaults(@TempDir Path folder) throws Exception {
    Faults faults = new Faults();
    Path page =
        Files.writeString(
            folder.resolve("page.html"),
            "<!DOCTYPE html><html lang=\"en-GB\"><title>A page</title><p id=\"a\"><p"
                + " id=\"a\"><table><td></div></table>");
    validator(faults).checkHtmlFile(page.toFile(), true);
    assertThat(faults.found).hasSizeGreaterThan(1);
  }

  private static SimpleDocumentValidator validator(Faults faults) throws Exception {
    SimpleDocumentValidator validator = new SimpleDocumentValidator();
    validator.setUpMainSchema(SCHEMA, faults);
    validator.setUpValidatorAndParsers(faults, false, false);
    return validator;
  }

  /** Takes errors. Warnings are left: the validator does not know where a file stands. */
  private static final class Faults implements ErrorHandler {
    private final List<String> found = new ArrayList<>();
    private String page = "";

    @Override
    public void warning(SAXParseException fault) {}

    @Override
    public void error(SAXParseException fault) {
      found.add(page + ":" + fault.getLineNumber() + ": " + fault.getMessage());
    }

    @Override
    public void fatalError(SAXParseException fault) {
      error(fault);
    }
  }
}
