package org.gradeline.reading.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.reading.spreadsheet.WorkbookFile.cell;
import static org.gradeline.reading.spreadsheet.WorkbookFile.odsRow;
import static org.gradeline.reading.spreadsheet.WorkbookFile.odsTexts;
import static org.gradeline.reading.spreadsheet.WorkbookFile.row;
import static org.gradeline.reading.spreadsheet.WorkbookFile.text;
import static org.gradeline.reading.spreadsheet.WorkbookFile.texts;

import java.util.Map;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.spreadsheet.WorkbookFile.Ods;
import org.gradeline.reading.spreadsheet.WorkbookFile.Xlsx;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small file that asks for more than a machine has is told by the bound that it exceeds. */
@Timeout(60)
class BombsTest {
  private static final String[] HEADER = {"la_code", "published_date", "inspection_type"};
  private static final String[] RECORD = {"340", "2014-06-30", "x"};

  /** What is said of an XLSX workbook whose sheet ends with these rows. */
  private static String xlsx(String... rows) {
    byte[] file =
        new Xlsx()
            .sheet("a", texts(HEADER), texts(RECORD), String.join("", rows), texts(RECORD))
            .bytes();
    return message(Sheets.of("a.xlsx", file));
  }

  /** What is said of an ODS workbook whose sheet ends with these rows. */
  private static String ods(String... rows) {
    byte[] file =
        new Ods()
            .sheet("a", odsTexts(HEADER), odsTexts(RECORD), String.join("", rows), odsTexts(RECORD))
            .bytes();
    return message(Sheets.of("a.ods", file));
  }

  private static String message(Sheets sheets) {
    assertThat(sheets.each(Field.LA_CODE)).startsWith("340");
    assertThat(sheets.unreadable()).isNotEmpty();
    return sheets.unreadable().get(sheets.unreadable().size() - 1).message();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<row><c r=\"FXSHRXW1\"><v>1</v></c></row> | more than 16,384 columns",
        "<row><c r=\"XFE1\"><v>1</v></c></row> | more than 16,384 columns",
        "<row r=\"1048577\"><c><v>1</v></c></row> | more than 1,048,576 rows",
        "<row r=\"99999999999\"><c><v>1</v></c></row> | more than 1,048,576 rows",
        "<row r=\"-1\"><c><v>1</v></c></row> | a row has no number",
        "<row><c r=\"1\"><v>1</v></c></row> | a cell has no address",
        "<row><c t=\"s\"><v>7</v></c></row> | a cell has the number of a text that is not there",
      })
  void placesThatNoSheetHas(String row, String message) {
    assertThat(xlsx(row)).contains(message).endsWith("; the sheet was read to row 2");
  }

  @Test
  void rowsThatRepeatForever() {
    String last = "<table:table-row table:number-rows-repeated=\"2000000000\">";
    assertThat(ods(last + cell("340") + "</table:table-row>"))
        .contains("the sheet has more than 1,048,576 rows");
  }

  @Test
  void cellsThatRepeatForever() {
    String repeated =
        "<table:table-cell table:number-columns-repeated=\"2000000000\""
            + " office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
    assertThat(ods(odsRow(repeated))).contains("the sheet has more than 16,384 columns");
    String error =
        "<table:table-cell table:number-columns-repeated=\"2000000000\""
            + " table:formula=\"x\"><text:p>#N/A</text:p></table:table-cell>";
    assertThat(ods(odsRow(error))).contains("the sheet has more than 16,384 columns");
  }

  @Test
  void wideRowsThatRepeat() {
    String wide =
        "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell"
            + " table:number-columns-repeated=\"16383\"/>"
            + cell("x")
            + "</table:table-row>";
    assertThat(ods(wide)).contains("the sheet has more than 20,000,000 cells");
  }

  @Test
  void textsThatAreTooLongCostTheirRow() {
    String long_ = "x".repeat(Bounds.MAX_TEXT + 1);
    String said = "a cell of the row has more than 65,535 characters, the most that is read";
    assertThat(xlsx(row(text("340"), text(long_)))).isEqualTo(said);
    assertThat(ods(odsRow(cell("340"), cell(long_)))).isEqualTo(said);
    assertThat(ods(odsRow(cell("340"), cell("<text:s text:c=\"2000000000\"/>")))).isEqualTo(said);
    assertThat(ods(odsRow(cell("340"), cell("<text:tab/>".repeat(70_000))))).isEqualTo(said);
  }

  @Test
  void tagsThatAreTooLong() {
    String attribute = "<row spans=\"" + "1".repeat(3 * Bounds.MAX_TAG) + "\"/>";
    String comment = "<!--" + "x".repeat(3 * Bounds.MAX_TAG) + "-->";
    assertThat(xlsx(attribute)).contains("a tag of the workbook's XML has more than 1,048,576");
    assertThat(xlsx(comment)).contains("a tag of the workbook's XML has more than 1,048,576");
  }

  @Test
  void tagsThatNestTooDeep() {
    String deep = "<x>".repeat(200_000) + "</x>".repeat(200_000);
    assertThat(xlsx(deep)).contains("the workbook's XML nests more than 100 levels");
  }

  @Test
  void aMillionSharedTextsOfWhichNoneIsAskedForAreNotRead() {
    String text = "<t>" + "x".repeat(1000) + "</t>";
    String[] items = new String[100_000];
    java.util.Arrays.fill(items, text);
    byte[] file =
        new Xlsx()
            .sharedTexts(items)
            .sheet("a", texts(HEADER), row("<c t=\"s\"><v>3</v></c>", text("x")))
            .bytes();

    assertThat(Sheets.of("a.xlsx", file).each(Field.LA_CODE)).containsExactly("x".repeat(1000));
  }

  @Test
  void sheetsWithoutEnd() {
    Xlsx workbook = new Xlsx();
    for (int i = 0; i < 300; i++) {
      workbook.sheet("Sheet " + i, texts(HEADER), texts(RECORD));
    }
    assertThat(Sheets.of("a.xlsx", workbook.bytes()).unreadable())
        .extracting(Unreadable::message)
        .containsExactly(
            "the workbook has more than 256 sheets, the most that is read; none of it was read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]> | &b;",
        "<!DOCTYPE x [<!ENTITY b SYSTEM \"file:///etc/passwd\">]> | &b;",
        "<!DOCTYPE x SYSTEM \"http://localhost:1/x.dtd\"> | x",
        "<?xml version=\"1.0\"?> | &b;",
      })
  void noDocumentTypeAndNoEntityIsRead(String prolog, String content) {
    Map<String, String> parts =
        new Xlsx().sheet("a", texts(HEADER), texts("340", "2014-06-30", "@")).parts();
    parts.computeIfPresent("xl/sheet1.xml", (name, xml) -> prolog + xml.replace("@", content));

    Sheets sheets = Sheets.of("a.xlsx", WorkbookFile.zip(parts));

    assertThat(sheets.records()).isEmpty();
    assertThat(sheets.unreadable())
        .singleElement()
        .satisfies(
            fault -> assertThat(fault.message()).startsWith("the workbook is damaged: its XML "));
  }
}
