package org.gradeline.reading.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradeline.reading.spreadsheet.Relations.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of Office Open XML (ECMA-376), transitional or strict. Not thread safe.
 *
 * <p>Its sheets are parts of their own, so that those that are not wanted cost nothing.
 */
final class XlsxWorkbook implements Workbook {
  private static final String RELATIONSHIPS = "/relationships";

  private final Parts parts;

  /**
   * A sheet as the workbook lists it.
   *
   * @param part its part; null when it is a chart, or the like, without cells
   */
  private record Listed(String name, boolean visible, @Nullable String part) {}

  private XlsxWorkbook(Parts parts) {
    this.parts = parts;
  }

  /**
   * Opens a workbook.
   *
   * @throws WorkbookFault when it cannot be used
   */
  static Workbook open(Path file) throws IOException {
    return new XlsxWorkbook(Parts.open(file));
  }

  @Override
  public void read(SheetVisitor visitor) throws IOException {
    String main = Relations.of(parts, "").first("officeDocument");
    if (main == null) {
      throw WorkbookFault.damaged("it does not say which of its parts is the workbook");
    }
    requireNoMacros(main);
    Relations relations = Relations.of(parts, main);
    List<Listed> sheets = new ArrayList<>();
    boolean from1904 = list(main, relations, sheets);
    NumberFormats formats = formats(relations.first("styles"));
    try (SharedTexts texts = new SharedTexts(optional(relations.first("sharedStrings")))) {
      for (Listed sheet : sheets) {
        SheetVisitor.Rows rows = visitor.sheet(sheet.name(), sheet.visible());
        if (rows != null && sheet.part() != null) {
          try (XmlPart xml = parts.required(sheet.part())) {
            new XlsxSheet(xml, texts, formats, from1904).read(rows);
          }
        }
        if (!visitor.goesOn()) {
          return;
        }
      }
    }
  }

  /**
   * A macro is code of whoever made the file. None is run, but nobody should pass one on either.
   */
  private void requireNoMacros(String main) throws IOException {
    boolean macros = false;
    try (XmlPart types = parts.required("[Content_Types].xml")) {
      while (types.next()) {
        String part = types.starts("Override") ? types.attribute("PartName") : null;
        String type = String.valueOf(types.starts() ? types.attribute("ContentType") : null);
        macros |= ("/" + main).equalsIgnoreCase(part) && type.contains("macroEnabled");
      }
    }
    if (macros) {
      throw new WorkbookFault(
          "the workbook has macros (.xlsm)", "Save it as a workbook without macros (.xlsx).");
    }
  }

  private boolean list(String main, Relations relations, List<Listed> sheets) throws IOException {
    boolean from1904 = false;
    try (XmlPart xml = parts.required(main)) {
      while (xml.next()) {
        if (xml.starts("workbookPr")) {
          String value = xml.attribute("date1904");
          from1904 = value != null && CellText.bool(value).equals("TRUE");
        } else if (xml.starts("sheet") && xml.depth() == 3) {
          if (sheets.size() == Bounds.MAX_SHEETS) {
            throw Bounds.exceeded("the workbook has", Bounds.MAX_SHEETS, "sheets");
          }
          sheets.add(listed(xml, relations));
        }
      }
    }
    return from1904;
  }

  private static Listed listed(XmlPart xml, Relations relations) throws WorkbookFault {
    String name = xml.attribute("name");
    if (name == null) {
      throw WorkbookFault.damaged("a sheet has no name");
    }
    String state = xml.attribute("state");
    Relation relation = relations.get(xml.attribute(RELATIONSHIPS, "id"));
    boolean cells = relation == null || relation.type().equals("worksheet");
    String part = relation == null ? "sheet of '" + name + "'" : relation.part();
    return new Listed(name, state == null || state.equals("visible"), cells ? part : null);
  }

  private NumberFormats formats(@Nullable String styles) throws IOException {
    try (XmlPart xml = optional(styles)) {
      return NumberFormats.read(xml);
    }
  }

  private @Nullable XmlPart optional(@Nullable String part) throws IOException {
    return part == null ? null : parts.xml(part);
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
