package org.gradeline.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes workbooks of the shape of Ofsted's sheet "ILACS inspection history": a title above the
 * header, then rows of 13 cells, two of which are dates and one of which is different in each row.
 */
final class WorkbookGenerator {
  /** Cells of a row. */
  static final int COLUMNS = 13;

  private static final List<String> HEADER =
      List.of(
          "Web link",
          "Local authority area code",
          "Local authority name",
          "Local authority status",
          "Ofsted region",
          "Inspection date",
          "Publication date",
          "Inspection type",
          "Overall effectiveness",
          "The impact of leaders on social work practice with children and families",
          "The experiences and progress of children who need help and protection",
          "The experiences and progress of children in care",
          "The experiences and progress of care leavers");
  private static final List<String> GRADES =
      List.of("Outstanding", "Good", "Requires improvement to be good", "Inadequate");
  private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 2);
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final int DAYS = 700;

  private WorkbookGenerator() {}

  private static String text(int row, int column) {
    return switch (column) {
      case 0 -> "https://reports.ofsted.gov.uk/provider/44/" + row;
      case 1 -> "E0900000" + (2 + row % 8);
      case 2 -> "Barking and Dagenham";
      case 3 -> "Current";
      case 4 -> "North East, Yorkshire and the Humber";
      case 7 -> "ILACS Standard Inspection";
      default -> GRADES.get((row + column) % GRADES.size());
    };
  }

  private static boolean isDate(int column) {
    return column == 5 || column == 6;
  }

  private static LocalDate date(int row, int column) {
    return FIRST_DAY.plusDays(row % DAYS + (column == 6 ? 40 : 0));
  }

  private interface Part {
    void write(Writer out) throws IOException;
  }

  private static void add(ZipOutputStream zip, String name, Part part) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    part.write(out);
    out.flush();
    zip.closeEntry();
  }

  /**
   * Writes an ODS workbook.
   *
   * @param rows how many records it has
   */
  static void ods(Path file, int rows) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write(
          "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.US_ASCII));
      zip.closeEntry();
      add(zip, "content.xml", out -> content(out, rows));
    }
  }

  private static void content(Writer out, int rows) throws IOException {
    String oasis = "=\"urn:oasis:names:tc:opendocument:xmlns:";
    out.write("<office:document-content xmlns:office" + oasis + "office:1.0\" xmlns:table" + oasis);
    out.write("table:1.0\" xmlns:text" + oasis + "text:1.0\"><office:body><office:spreadsheet>");
    out.write("<table:table table:name=\"ILACS_inspection_history\" table:style-name=\"ta4\">");
    odsText(out, "ILACS inspection history", "<table:table-row>", "</table:table-row>");
    out.write("<table:table-row table:style-name=\"ro30\">");
    for (String name : HEADER) {
      odsText(out, name, "", "");
    }
    out.write("</table:table-row>");
    for (int row = 0; row < rows; row++) {
      out.write("<table:table-row table:style-name=\"ro28\">");
      for (int column = 0; column < COLUMNS; column++) {
        if (isDate(column)) {
          LocalDate day = date(row, column);
          out.write("<table:table-cell office:value-type=\"date\" office:date-value=\"");
          out.write(day + "T00:00:00\" table:style-name=\"ce60\"><text:p>" + day);
          out.write("</text:p></table:table-cell>");
        } else {
          odsText(out, text(row, column), "", "");
        }
      }
      out.write("<table:table-cell table:number-columns-repeated=\"16371\"/></table:table-row>");
    }
    out.write("<table:table-row table:number-rows-repeated=\"" + (1_048_574 - rows) + "\">");
    out.write("<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>");
    out.write("</table:table></office:spreadsheet></office:body></office:document-content>");
  }

  private static void odsText(Writer out, String text, String before, String after)
      throws IOException {
    out.write(before + "<table:table-cell office:value-type=\"string\" table:style-name=\"ce56\">");
    out.write("<text:p>" + text + "</text:p></table:table-cell>" + after);
  }

  /**
   * Writes an XLSX workbook.
   *
   * @param rows how many records it has
   * @param shared whether its texts are shared, as in Excel's own files, or in their cells
   */
  static void xlsx(Path file, int rows, boolean shared) throws IOException {
    String package_ = "http://schemas.openxmlformats.org/package/2006/";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      add(
          zip,
          "[Content_Types].xml",
          out ->
              out.write(
                  ("<Types xmlns=\"%scontent-types\"><Override PartName=\"/xl/workbook.xml\""
                          + " ContentType=\"%ssheet.main+xml\"/><Override"
                          + " PartName=\"/xl/sharedStrings.xml\""
                          + " ContentType=\"%ssharedStrings+xml\"/><Override"
                          + " PartName=\"/xl/styles.xml\" ContentType=\"%sstyles+xml\"/></Types>")
                      .formatted(package_, types, types, types)));
      add(
          zip,
          "_rels/.rels",
          out ->
              out.write(
                  ("<Relationships xmlns=\"%srelationships\"><Relationship Id=\"r1\""
                          + " Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/>"
                          + "</Relationships>")
                      .formatted(package_, office)));
      add(
          zip,
          "xl/_rels/workbook.xml.rels",
          out -> {
            out.write("<Relationships xmlns=\"%srelationships\">".formatted(package_));
            for (String part : List.of("worksheet", "sharedStrings", "styles")) {
              out.write(
                  "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s.xml\"/>"
                      .formatted(part, office, part, part));
            }
            out.write("</Relationships>");
          });
      add(
          zip,
          "xl/workbook.xml",
          out ->
              out.write(
                  ("<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"History\""
                          + " sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>")
                      .formatted(main, office)));
      add(
          zip,
          "xl/styles.xml",
          out ->
              out.write(
                  ("<styleSheet xmlns=\"%s\"><cellXfs><xf numFmtId=\"0\"/><xf"
                          + " numFmtId=\"14\"/></cellXfs></styleSheet>")
                      .formatted(main)));
      add(zip, "xl/worksheet.xml", out -> sheet(out, main, rows, shared));
      add(zip, "xl/sharedStrings.xml", out -> sharedTexts(out, main, shared ? rows : 0));
    }
  }

  private static void sheet(Writer out, String main, int rows, boolean shared) throws IOException {
    out.write("<worksheet xmlns=\"" + main + "\"><sheetData>");
    xlsxRow(out, 1, List.of("ILACS inspection history"));
    xlsxRow(out, 2, HEADER);
    int texts = 0;
    for (int row = 0; row < rows; row++) {
      int number = row + 3;
      out.write("<row r=\"" + number + "\" spans=\"1:13\">");
      for (int column = 0; column < COLUMNS; column++) {
        String cell = "<c r=\"" + (char) ('A' + column) + number;
        if (isDate(column)) {
          long day = date(row, column).toEpochDay() - DAY_ZERO.toEpochDay();
          out.write(cell + "\" s=\"1\"><v>" + day + "</v></c>");
        } else if (shared) {
          out.write(cell + "\" t=\"s\"><v>" + texts++ + "</v></c>");
        } else {
          out.write(cell + "\" t=\"inlineStr\"><is><t>" + text(row, column) + "</t></is></c>");
        }
      }
      out.write("</row>");
    }
    out.write("</sheetData></worksheet>");
  }

  private static void xlsxRow(Writer out, int number, List<String> texts) throws IOException {
    out.write("<row r=\"" + number + "\">");
    for (int column = 0; column < texts.size(); column++) {
      String address = (char) ('A' + column) + "" + number;
      out.write("<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + texts.get(column));
      out.write("</t></is></c>");
    }
    out.write("</row>");
  }

  /** One for each cell: the most that cells can ask for. */
  private static void sharedTexts(Writer out, String main, int rows) throws IOException {
    out.write("<sst xmlns=\"" + main + "\">");
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        if (!isDate(column)) {
          out.write("<si><t>" + text(row, column) + "</t></si>");
        }
      }
    }
    out.write("</sst>");
  }
}
