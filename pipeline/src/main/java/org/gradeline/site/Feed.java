package org.gradeline.site;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The days of publication as an Atom feed (RFC 4287). Its dates are those of the records, so that
 * the same records give the same bytes.
 */
final class Feed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String MIDNIGHT = "T00:00:00Z";

  private Feed() {}

  /**
   * An entry.
   *
   * @param day the day of publication, as in ISO 8601
   * @param title its title
   * @param summary what it says
   * @param href its page
   */
  record Entry(String day, String title, String summary, String href) {}

  /**
   * Writes the feed.
   *
   * @param updated the day to which the data are
   * @param entries newest first
   */
  static String of(String title, String updated, List<Entry> entries) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      element(xml, "title", title);
      element(xml, "id", id("feed"));
      element(xml, "updated", updated + MIDNIGHT);
      xml.writeStartElement("author");
      element(xml, "name", "Gradeline");
      xml.writeEndElement();
      link(xml, "self", "feed.xml");
      link(xml, "alternate", "changes.html");
      for (Entry entry : entries) {
        xml.writeStartElement("entry");
        element(xml, "title", entry.title());
        element(xml, "id", id(entry.day()));
        element(xml, "updated", entry.day() + MIDNIGHT);
        link(xml, "alternate", entry.href());
        element(xml, "summary", entry.summary());
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed in memory can be written", e);
    }
    return text + "\n";
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String href)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", href);
  }

  /** A name that is always the same, and that nothing else has. */
  private static String id(String name) {
    byte[] bytes = ("gradeline:" + name).getBytes(StandardCharsets.UTF_8);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(bytes);
  }
}
