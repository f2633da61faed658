package org.gradeline.site.charts;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A picture, read back as the XML that it must be. */
record Drawn(Element svg) {
  static Drawn of(String xml) {
    try {
      DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
      parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      InputSource source = new InputSource(new StringReader(xml));
      return new Drawn(parsers.newDocumentBuilder().parse(source).getDocumentElement());
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("Not XML: " + xml, e);
    }
  }

  /** All elements, in the order of the document. */
  List<Element> all() {
    return named("*");
  }

  List<Element> named(String element) {
    NodeList nodes = svg.getElementsByTagName(element);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** Elements that have a CSS class. */
  List<Element> withClass(String css) {
    return all().stream().filter(element -> classes(element).contains(css)).toList();
  }

  /** Rectangles with something to say under the pointer: not those of the legend. */
  List<Element> blocks() {
    return named("rect").stream()
        .filter(rect -> classes(rect).stream().anyMatch(css -> css.startsWith("tone-")))
        .filter(rect -> rect.hasChildNodes())
        .toList();
  }

  /** What is written, text by text. */
  List<String> texts() {
    return named("text").stream().map(Element::getTextContent).toList();
  }

  static List<String> classes(Element element) {
    return List.of(element.getAttribute("class").split(" ", -1));
  }

  static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  static double end(Element rect) {
    return number(rect, "x") + number(rect, "width");
  }
}
