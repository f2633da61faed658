package org.gradeline.reading.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * A workbook of the Open Document Format (ISO/IEC 26300). Not thread safe.
 *
 * <p>All its sheets are in one part, so that those before a wanted one have to be passed over.
 */
final class OdsWorkbook implements Workbook {
  static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
  private static final String CONTENT = "content.xml";

  private final Parts parts;

  private OdsWorkbook(Parts parts) {
    this.parts = parts;
  }

  /**
   * Opens a workbook.
   *
   * @throws WorkbookFault when it cannot be used
   */
  static Workbook open(Path file) throws IOException {
    return new OdsWorkbook(Parts.open(file));
  }

  @Override
  public void read(SheetVisitor visitor) throws IOException {
    requireNotEncrypted();
    Set<String> hidden = new HashSet<>();
    String style = null;
    int sheets = 0;
    try (XmlPart xml = parts.required(CONTENT)) {
      while (visitor.goesOn() && xml.next()) {
        if (!xml.starts()) {
          continue;
        }
        if (xml.name().equals("style") && xml.namespace().equals(STYLE)) {
          style = xml.attribute(STYLE, "name");
        } else if (xml.name().equals("table-properties")
            && "false".equals(xml.attribute(TABLE, "display"))
            && style != null) {
          hidden.add(style);
          if (hidden.size() > Bounds.MAX_SHEETS) {
            throw Bounds.exceeded("the workbook has", Bounds.MAX_SHEETS, "styles of hidden sheets");
          }
        } else if (xml.name().equals("tracked-changes")) {
          xml.skip();
        } else if (xml.name().equals("table") && xml.namespace().equals(TABLE)) {
          sheets++;
          if (sheets > Bounds.MAX_SHEETS) {
            throw Bounds.exceeded("the workbook has", Bounds.MAX_SHEETS, "sheets");
          }
          readSheet(xml, hidden, visitor);
        }
      }
    }
  }

  private static void readSheet(XmlPart xml, Set<String> hidden, SheetVisitor visitor)
      throws IOException {
    String name = xml.attribute(TABLE, "name");
    if (name == null) {
      throw WorkbookFault.damaged("a sheet has no name");
    }
    String style = xml.attribute(TABLE, "style-name");
    SheetVisitor.Rows rows = visitor.sheet(name, style == null || !hidden.contains(style));
    if (rows == null) {
      xml.skip();
    } else {
      new OdsSheet(xml).read(rows);
    }
  }

  private void requireNotEncrypted() throws IOException {
    try (XmlPart manifest = parts.xml("META-INF/manifest.xml")) {
      while (manifest != null && manifest.next()) {
        if (manifest.starts("encryption-data")) {
          throw WorkbookFault.encrypted();
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
