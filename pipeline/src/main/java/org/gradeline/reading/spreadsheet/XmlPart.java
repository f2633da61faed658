package org.gradeline.reading.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a workbook as a stream of tags and texts, within bounds. It reads no document type and
 * no entity, and fetches nothing. Not thread safe.
 *
 * <pre>{@code
 * while (xml.next()) {
 *   if (xml.starts("row")) {
 *     ...
 *   }
 * }
 * }</pre>
 */
final class XmlPart implements Closeable {
  private static final XMLInputFactory FACTORY = factory();

  private final BoundedStream in;
  private final XMLStreamReader xml;
  private int event = XMLStreamConstants.START_DOCUMENT;
  private int depth;

  private XmlPart(BoundedStream in, XMLStreamReader xml) {
    this.in = in;
    this.xml = xml;
  }

  private static XMLInputFactory factory() {
    // The one that Java brings, whatever else is on the class path.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("an entity outside the file");
        });
    return factory;
  }

  /**
   * Opens a part.
   *
   * @throws IOException when it cannot be read
   */
  static XmlPart of(BoundedStream in) throws IOException {
    try {
      synchronized (FACTORY) {
        return new XmlPart(in, FACTORY.createXMLStreamReader(decoded(in)));
      }
    } catch (XMLStreamException | IOException | RuntimeException e) {
      in.close();
      throw fault(e);
    }
  }

  /** The part as text, because the parser prints of bytes that it cannot decode. */
  private static Reader decoded(InputStream in) throws IOException {
    BOMInputStream marked =
        BOMInputStream.builder()
            .setInputStream(in)
            .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16BE, ByteOrderMark.UTF_16LE)
            .get();
    Charset charset =
        marked.hasBOM() ? Charset.forName(marked.getBOMCharsetName()) : StandardCharsets.UTF_8;
    return new InputStreamReader(marked, charset.newDecoder());
  }

  /**
   * Goes on to the next tag or text; gives false at the end of the part.
   *
   * @throws WorkbookFault when the part is damaged or exceeds a bound
   * @throws IOException when it cannot be read
   */
  boolean next() throws IOException {
    try {
      event = xml.next();
    } catch (XMLStreamException | RuntimeException e) {
      throw fault(e);
    }
    in.endTag();
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        depth++;
        if (depth > Bounds.MAX_DEPTH) {
          throw Bounds.exceeded("the workbook's XML nests", Bounds.MAX_DEPTH, "levels");
        }
      }
      case XMLStreamConstants.END_ELEMENT -> depth--;
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw WorkbookFault.damaged("its XML has a document type or an entity");
      case XMLStreamConstants.END_DOCUMENT -> {
        return false;
      }
      default -> {
        // Texts are asked for; nothing else is.
      }
    }
    return true;
  }

  private static IOException fault(Exception e) {
    Throwable cause =
        e instanceof XMLStreamException xml
            ? xml.getNestedException()
            : e instanceof IOException ? e : e.getCause();
    boolean ofText = cause instanceof CharacterCodingException || cause instanceof ZipException;
    return cause instanceof IOException io && !ofText
        ? io
        : WorkbookFault.damaged("its XML breaks off or is not well formed");
  }

  /** How many tags are open, with the one that starts or ends here. */
  int depth() {
    return event == XMLStreamConstants.END_ELEMENT ? depth + 1 : depth;
  }

  /** Whether a tag starts here. */
  boolean starts() {
    return event == XMLStreamConstants.START_ELEMENT;
  }

  /** Whether a tag of this name starts here. */
  boolean starts(String name) {
    return starts() && xml.getLocalName().equals(name);
  }

  /** Whether a tag ends here. */
  boolean ends() {
    return event == XMLStreamConstants.END_ELEMENT;
  }

  /** Whether a tag of this name ends here. */
  boolean ends(String name) {
    return ends() && xml.getLocalName().equals(name);
  }

  /** Whether a text is here. */
  boolean isText() {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  /** The tag's name without its prefix. */
  String name() {
    return xml.getLocalName();
  }

  /** The tag's namespace; empty when it has none. */
  String namespace() {
    String uri = xml.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  /** Value of an attribute without a namespace; null when there is none. */
  @Nullable String attribute(String name) {
    return attribute("", name);
  }

  /**
   * Value of an attribute; null when there is none.
   *
   * @param namespace its namespace or the end of it; empty for none
   */
  @Nullable String attribute(String namespace, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        String uri = xml.getAttributeNamespace(i);
        boolean none = uri == null || uri.isEmpty();
        if (namespace.isEmpty() ? none : !none && uri.endsWith(namespace)) {
          return xml.getAttributeValue(i);
        }
      }
    }
    return null;
  }

  /** Adds the text that is here; returns false when it would be longer than a cell's. */
  boolean addText(StringBuilder text) {
    int length = xml.getTextLength();
    if (text.length() + length > Bounds.MAX_TEXT) {
      return false;
    }
    text.append(xml.getTextCharacters(), xml.getTextStart(), length);
    return true;
  }

  /** Passes over the tag that starts here, to its end. */
  void skip() throws IOException {
    int outside = depth;
    while (depth >= outside && next()) {
      // Nothing of it is used.
    }
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      // The stream below is closed all the same.
    }
    in.close();
  }
}
