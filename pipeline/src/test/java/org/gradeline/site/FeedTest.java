package org.gradeline.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import nu.validator.vendor.thaiopensource.util.PropertyMapBuilder;
import nu.validator.vendor.thaiopensource.validate.ValidateProperty;
import nu.validator.vendor.thaiopensource.validate.ValidationDriver;
import nu.validator.vendor.thaiopensource.validate.rng.CompactSchemaReader;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.gradeline.story.Words;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** The feed is one that readers of feeds take: Atom, as RFC 4287 asks. */
@DisplayName("The feed")
@ExtendWith(OneRun.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedTest {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private ProjectReports reports;
  private Path file;
  private Element feed;

  @BeforeAll
  void read(ProjectReports shared) throws Exception {
    reports = shared;
    file = shared.folder().resolve(Site.FOLDER).resolve("feed.xml");
    feed = parse(Files.readAllBytes(file)).getDocumentElement();
  }

  private static Document parse(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
  }

  private static List<String> faults(String xml) throws Exception {
    List<String> faults = new ArrayList<>();
    ErrorHandler handler =
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException fault) {
            faults.add(fault.getMessage());
          }

          @Override
          public void error(SAXParseException fault) {
            faults.add(fault.getMessage());
          }

          @Override
          public void fatalError(SAXParseException fault) {
            faults.add(fault.getMessage());
          }
        };
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, handler);
    ValidationDriver driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    String schema =
        Objects.requireNonNull(FeedTest.class.getResource("atom.rnc"), "atom.rnc").toString();
    assertThat(driver.loadSchema(new InputSource(schema))).as(faults.toString()).isTrue();
    driver.validate(new InputSource(new StringReader(xml)));
    return faults;
  }

  @Test
  void isAsTheStandardAsks() throws Exception {
    assertThat(faults(Files.readString(file))).isEmpty();
  }

  @ParameterizedTest(name = "would not be with {1} in place of {0}")
  @CsvSource({
    "<author><name>Gradeline</name></author>, ''",
    "T00:00:00Z, ''",
    "urn:uuid:, ''",
    "<feed xmlns, <feed lang='' xmlns",
    "alternate, other"
  })
  void isCheckedByASchemaThatFindsFaults(String text, String fault) throws Exception {
    String feedText = Files.readString(file);
    assertThat(feedText).contains(text);
    assertThat(faults(feedText.replace(text, fault))).isNotEmpty();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && name.equals(element.getLocalName())) {
        assertThat(element.getNamespaceURI()).isEqualTo(ATOM);
        children.add(element);
      }
    }
    return children;
  }

  private static String text(Element parent, String name) {
    assertThat(children(parent, name)).as(name).hasSize(1);
    return children(parent, name).get(0).getTextContent();
  }

  private List<Element> entries() {
    return children(feed, "entry");
  }

  @Test
  void namesItselfAndThePageThatSaysTheSame() {
    assertThat(children(feed, "link").stream().map(link -> link.getAttribute("rel")))
        .containsExactlyInAnyOrder("self", "alternate");
  }

  @Test
  void namesNothingTwice() {
    List<String> ids = new ArrayList<>(List.of(text(feed, "id")));
    entries().forEach(entry -> ids.add(text(entry, "id")));
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void hasTheNewestDaysOfTheRecordsFirst() {
    List<String> days =
        reports.rows("tables/trajectories.csv").stream()
            .map(row -> row.get("published_date"))
            .filter(day -> day.length() == 10)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .limit(50)
            .toList();
    assertThat(entries().stream().map(entry -> text(entry, "updated")))
        .containsExactlyElementsOf(days.stream().map(day -> day + "T00:00:00Z").toList());
    assertThat(entries())
        .allSatisfy(
            entry -> {
              String day = text(entry, "updated").substring(0, 10);
              assertThat(text(entry, "title")).startsWith(Words.date(day) + ": ");
              assertThat(text(entry, "summary")).contains("came out on " + Words.date(day));
            });
  }

  @Test
  void isAsOldAsTheRecords() {
    String asAt = reports.rows("tables/latest.csv").get(0).get("as_at");
    assertThat(text(feed, "updated")).isEqualTo(asAt + "T00:00:00Z");
  }

  @Test
  void leadsToPagesOfTheSite() throws IOException {
    List<Element> links = new ArrayList<>(children(feed, "link"));
    entries().forEach(entry -> links.addAll(children(entry, "link")));
    assertThat(links).hasSize(52);
    for (Element link : links) {
      assertThat(file.resolveSibling(link.getAttribute("href"))).isRegularFile();
    }
    assertThat(new String(Files.readAllBytes(file), UTF_8)).startsWith("<?xml version=\"1.0\"");
  }
}
