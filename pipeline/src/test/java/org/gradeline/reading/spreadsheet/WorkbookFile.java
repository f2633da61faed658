package org.gradeline.reading.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks of tests, written part by part, so that they can be as odd as real ones. */
public final class WorkbookFile {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";

  private WorkbookFile() {}

  /** A zip of these parts. */
  public static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A cell of XLSX with a text. */
  public static String text(String text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  /** Rows of XLSX of cells without addresses, such as some programs write. */
  public static String row(String... cells) {
    return "<row>" + String.join("", cells) + "</row>";
  }

  /** A row of XLSX whose cells are texts. */
  public static String texts(String... texts) {
    StringBuilder row = new StringBuilder("<row>");
    for (String text : texts) {
      row.append(text(text));
    }
    return row.append("</row>").toString();
  }

  /** A cell of ODS with a text. */
  public static String cell(String text) {
    return "<table:table-cell office:value-type=\"string\"><text:p>"
        + text
        + "</text:p></table:table-cell>";
  }

  /** A cell of ODS with a value of a type. */
  public static String cell(String type, String attribute, String value) {
    return ("<table:table-cell office:value-type=\"%s\" office:%s=\"%s\">"
            + "<text:p>%s</text:p></table:table-cell>")
        .formatted(type, attribute, value, "as it is shown");
  }

  /** A row of ODS. */
  public static String odsRow(String... cells) {
    return "<table:table-row>" + String.join("", cells) + "</table:table-row>";
  }

  /** A row of ODS whose cells are texts. */
  public static String odsTexts(String... texts) {
    StringBuilder row = new StringBuilder("<table:table-row>");
    for (String text : texts) {
      row.append(cell(text));
    }
    return row.append("</table:table-row>").toString();
  }

  /** An XLSX workbook; a sheet is given by its rows. */
  public static final class Xlsx {
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, String> states = new LinkedHashMap<>();
    private final Map<String, String> parts = new LinkedHashMap<>();
    private String properties = "";
    private String workbookType = "sheet.main+xml";
    private String main = MAIN;
    private String office = OFFICE;

    /** Adds a visible sheet. */
    public Xlsx sheet(String name, String... rows) {
      return sheet(name, "visible", rows);
    }

    /** Adds a sheet that may be hidden. */
    Xlsx sheet(String name, String state, String[] rows) {
      sheets.put(name, String.join("", rows));
      states.put(name, state);
      return this;
    }

    /** Adds a hidden sheet. */
    public Xlsx hidden(String name, String... rows) {
      return sheet(name, "hidden", rows);
    }

    Xlsx veryHidden(String name, String... rows) {
      return sheet(name, "veryHidden", rows);
    }

    /** Counts days from 1904. */
    Xlsx from1904() {
      properties = "<workbookPr date1904=\"1\"/>";
      return this;
    }

    /** Uses the names of the strict form. */
    Xlsx strict() {
      main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
      office = "http://purl.oclc.org/ooxml/officeDocument/relationships";
      return this;
    }

    Xlsx withMacros() {
      workbookType = "ms-excel.sheet.macroEnabled.main+xml";
      return this;
    }

    /** Texts that cells share, each an item of the part. */
    Xlsx sharedTexts(String... items) {
      StringBuilder texts = new StringBuilder("<sst xmlns=\"" + main + "\">");
      for (String item : items) {
        texts.append("<si>").append(item).append("</si>");
      }
      return part("xl/sharedStrings.xml", texts.append("</sst>").toString());
    }

    /** Formats of styles 0 and on: ids of built-in ones, or codes of the workbook's own. */
    Xlsx formats(String... formats) {
      StringBuilder own = new StringBuilder("<numFmts>");
      StringBuilder styles = new StringBuilder("<cellXfs>");
      for (int i = 0; i < formats.length; i++) {
        boolean builtIn = formats[i].chars().allMatch(Character::isDigit);
        String id = builtIn ? formats[i] : Integer.toString(164 + i);
        if (!builtIn) {
          own.append("<numFmt numFmtId=\"").append(id).append("\" formatCode=\"");
          own.append(formats[i].replace("\"", "&quot;")).append("\"/>");
        }
        styles.append("<xf numFmtId=\"").append(id).append("\"/>");
      }
      return part(
          "xl/styles.xml",
          "<styleSheet xmlns=\"%s\">%s</numFmts>%s</cellXfs></styleSheet>"
              .formatted(main, own, styles));
    }

    /** Adds a part, or puts it in the place of another. */
    Xlsx part(String name, String content) {
      parts.put(name, content);
      return this;
    }

    /** Its parts by name. */
    Map<String, String> parts() {
      Map<String, String> all = new LinkedHashMap<>();
      StringBuilder list = new StringBuilder();
      StringBuilder relations = new StringBuilder();
      int number = 0;
      for (Map.Entry<String, String> sheet : sheets.entrySet()) {
        number++;
        list.append(
            "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"rId%d\"/>"
                .formatted(sheet.getKey(), number, states.get(sheet.getKey()), number));
        relations.append(relation("rId" + number, "worksheet", "sheet" + number + ".xml"));
        all.put(
            "xl/sheet" + number + ".xml",
            "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>"
                .formatted(main, sheet.getValue()));
      }
      relations.append(relation("texts", "sharedStrings", "sharedStrings.xml"));
      relations.append(relation("styles", "styles", "/xl/styles.xml"));
      all.put(
          "xl/workbook.xml",
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
              .formatted(main, office, properties, list));
      all.put(
          "[Content_Types].xml",
          "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"%s%s\"/></Types>"
              .formatted(TYPES, workbookType));
      all.put("_rels/.rels", relations(relation("r", "officeDocument", "xl/workbook.xml")));
      all.put("xl/_rels/workbook.xml.rels", relations(relations.toString()));
      all.putAll(parts);
      return all;
    }

    private String relation(String id, String type, String target) {
      return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
          .formatted(id, office, type, target);
    }

    private static String relations(String relations) {
      return "<Relationships>" + relations + "</Relationships>";
    }

    /** Its bytes. */
    public byte[] bytes() {
      return zip(parts());
    }
  }

  /** An ODS workbook; a sheet is given by its rows. */
  public static final class Ods {
    private final StringBuilder tables = new StringBuilder();
    private String manifest = "<manifest:manifest xmlns:manifest=\"" + OASIS + "manifest:1.0\"/>";

    /** Adds a visible sheet. */
    public Ods sheet(String name, String... rows) {
      return add(name, "seen", rows);
    }

    /** Adds a hidden sheet. */
    public Ods hidden(String name, String... rows) {
      return add(name, "unseen", rows);
    }

    private Ods add(String name, String style, String[] rows) {
      tables.append(
          "<table:table table:name=\"%s\" table:style-name=\"%s\">".formatted(name, style));
      tables.append("<table:table-column table:number-columns-repeated=\"16384\"/>");
      tables.append(String.join("", rows)).append("</table:table>");
      return this;
    }

    Ods encrypted() {
      manifest =
          "<m:manifest xmlns:m=\"%smanifest:1.0\"><m:file-entry m:full-path=\"content.xml\"><m:encryption-data/></m:file-entry></m:manifest>"
              .formatted(OASIS);
      return this;
    }

    /** Its parts by name. */
    Map<String, String> parts() {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
      String names = "";
      for (String prefix : new String[] {"office", "table", "text", "style"}) {
        names += " xmlns:%s=\"%s%s:1.0\"".formatted(prefix, OASIS, prefix);
      }
      names += " xmlns:draw=\"" + OASIS + "drawing:1.0\"";
      names +=
          " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"";
      parts.put(
          "content.xml",
          ("<office:document-content%s><office:automatic-styles><style:style style:name=\"seen\""
               + " style:family=\"table\"><style:table-properties"
               + " table:display=\"true\"/></style:style><style:style style:name=\"unseen\""
               + " style:family=\"table\"><style:table-properties"
               + " table:display=\"false\"/></style:style>"
               + "</office:automatic-styles><office:body><office:spreadsheet>%s</office:spreadsheet></office:body></office:document-content>")
              .formatted(names, tables));
      parts.put("META-INF/manifest.xml", manifest);
      return parts;
    }

    /** Its bytes. */
    public byte[] bytes() {
      return zip(parts());
    }
  }
}
