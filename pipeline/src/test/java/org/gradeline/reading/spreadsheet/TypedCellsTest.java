package org.gradeline.reading.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.reading.spreadsheet.WorkbookFile.cell;
import static org.gradeline.reading.spreadsheet.WorkbookFile.odsRow;
import static org.gradeline.reading.spreadsheet.WorkbookFile.odsTexts;
import static org.gradeline.reading.spreadsheet.WorkbookFile.row;
import static org.gradeline.reading.spreadsheet.WorkbookFile.text;
import static org.gradeline.reading.spreadsheet.WorkbookFile.texts;

import org.gradeline.reading.Remark;
import org.gradeline.reading.spreadsheet.WorkbookFile.Ods;
import org.gradeline.reading.spreadsheet.WorkbookFile.Xlsx;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells are read by their typed values, whatever they look like. */
class TypedCellsTest {
  private static final String[] HEADER = {"la_code", "published_date", "inspection_type"};

  /** What a cell of XLSX in the column of the publication date reads as. */
  private static String xlsx(Xlsx workbook, String cell) {
    byte[] file = workbook.sheet("a", texts(HEADER), row(text("340"), cell, text("x"))).bytes();
    Sheets sheets = Sheets.of("a.xlsx", file);
    assertThat(sheets.unreadable()).isEmpty();
    return sheets.each(Field.PUBLISHED_DATE).get(0);
  }

  /** What a cell of ODS in the column of the publication date reads as. */
  private static String ods(String cell) {
    byte[] file =
        new Ods().sheet("a", odsTexts(HEADER), odsRow(cell("340"), cell, cell("x"))).bytes();
    Sheets sheets = Sheets.of("a.ods", file);
    assertThat(sheets.unreadable()).isEmpty();
    return sheets.each(Field.PUBLISHED_DATE).get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "14 | 45677 | 2025-01-20",
        "dd/mm/yyyy | 45677 | 2025-01-20",
        "[$-809]dd mmmm yyyy;@ | 45677 | 2025-01-20",
        "mmm-yy | 45677 | 2025-01-20",
        "mmm | 45677 | 2025-01-20",
        "yyyy\\-mm\\-dd | 45677 | 2025-01-20",
        "d \"of\" mmmm | 45677 | 2025-01-20",
        "yyyy-mm-dd hh:mm:ss | 45677.0 | 2025-01-20",
        "yyyy-mm-dd hh:mm:ss | 45677.4375 | 2025-01-20T10:30:00",
        "22 | 45676.9999999999 | 2025-01-20",
        "14 | 1 | 1900-01-01",
        "14 | 59 | 1900-02-28",
        "14 | 61 | 1900-03-01",
        "14 | 2958465 | 9999-12-31",
        "14 | 2958466 | 2958466",
        "14 | -1 | -1",
        "h:mm | 0.4375 | 10:30",
        "[h]:mm | 1.25 | 1.25",
        "0 | 340 | 340",
        "General | 340.0 | 340",
        "0.00E+00 | 3.4E2 | 340",
        "[Red]0 | 340 | 340",
        "0 \"days\" | 12 | 12",
        "#,##0 \\d | 12 | 12",
        "9 | 0.28999999999999998 | 0.29",
        "0 | 12345678901234567890 | 12345678901234567000",
      })
  void numbersOfXlsxByTheirFormats(String format, String stored, String read) {
    String cell = "<c s=\"1\"><v>" + stored + "</v></c>";
    assertThat(xlsx(new Xlsx().formats("0", format), cell))
        .isEqualTo(read.replace("12345678901234567000", "1.2345678901234567E19"));
  }

  @Test
  void daysOfXlsxThatAreCountedFrom1904() {
    assertThat(xlsx(new Xlsx().from1904().formats("14"), "<c s=\"0\"><v>44215</v></c>"))
        .isEqualTo("2025-01-20");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c t=\"b\"><v>1</v></c> | TRUE",
        "<c t=\"b\"><v>0</v></c> | FALSE",
        "<c t=\"d\"><v>2025-01-20T00:00:00</v></c> | 2025-01-20",
        "<c t=\"str\"><f>A1&amp;\"!\"</f><v>Good</v></c> | Good",
        "<c t=\"str\"><f>HYPERLINK(\"https://example.org\",\"Report\")</f><v>Report</v></c> |"
            + " Report",
        "<c><f>1+1</f><v>2</v></c> | 2",
        "<c t=\"inlineStr\"><is><r><rPr><b/></rPr><t>Go</t></r><r><t>od</t></r><rPh sb=\"0\""
            + " eb=\"1\"><t>x</t></rPh></is></c> | Good",
        "<c t=\"inlineStr\"><is><t>a_x0041_b</t></is></c> | aAb",
        "<c t=\"inlineStr\"><is><t>a_x005F_x0041_b</t></is></c> | a_x0041_b",
        "<c t=\"s\"><v>1</v></c> | Inadequate",
        "<c t=\"s\"><v>2</v></c> | Two runs",
      })
  void otherCellsOfXlsx(String cell, String read) {
    Xlsx workbook =
        new Xlsx()
            .sharedTexts(
                "<t>Good</t>",
                "<t>Inadequate</t><phoneticPr fontId=\"1\"/>",
                "<r><t xml:space=\"preserve\">Two </t></r><r><t>runs</t></r><rPh><t>no</t></rPh>");
    assertThat(xlsx(workbook, cell)).isEqualTo(read);
  }

  @Test
  void aLineBreakThatIsEscapedIsALineBreak() {
    assertThat(xlsx(new Xlsx(), text("a_x000D_\nb"))).isEqualTo("a\r\nb");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date | date-value | 2025-01-20 | 2025-01-20",
        "date | date-value | 2025-01-20T00:00:00 | 2025-01-20",
        "date | date-value | 2025-01-20T00:00:00.000000000 | 2025-01-20",
        "date | date-value | 2025-01-20T10:30:00 | 2025-01-20T10:30:00",
        "float | value | 340 | 340",
        "float | value | 340.0 | 340",
        "percentage | value | 0.49 | 0.49",
        "currency | value | 12.50 | 12.5",
        "boolean | boolean-value | true | TRUE",
        "time | time-value | PT10H30M00S | 10:30",
        "string | string-value | Good | Good",
      })
  void cellsOfOdsByTheirValues(String type, String attribute, String value, String read) {
    assertThat(ods(cell(type, attribute, value))).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<text:p>one<text:s text:c=\"3\"/>two<text:tab/>three</text:p> | 'one   two\tthree'",
        "<text:p>one</text:p><text:p>two</text:p> | 'one\ntwo'",
        "<text:p>one<text:line-break/>two</text:p> | 'one\ntwo'",
        "<text:p><text:span>Go</text:span><text:a>od</text:a></text:p> | Good",
        "<office:annotation><text:p>a comment</text:p></office:annotation><text:p>Good</text:p> |"
            + " Good",
        "<text:p>Good</text:p><draw:frame><text:p>a picture</text:p></draw:frame> | Good",
        "<text:p>  two   spaces</text:p> | two spaces",
      })
  void textsOfOds(String paragraphs, String read) {
    String cell =
        "<table:table-cell office:value-type=\"string\">" + paragraphs + "</table:table-cell>";
    assertThat(ods(cell)).isEqualTo(read);
  }

  @Test
  void whatIsNotAvailableIsMissingWithAWarningAndWhatWasLostIsUnreadable() {
    byte[] xlsx =
        new Xlsx()
            .sheet(
                "a",
                texts("la_code", "inspector", "published_date", "inspection_type"),
                row(
                    text("340"),
                    "<c t=\"e\"><v>#REF!</v></c>",
                    "<c t=\"e\"><f>NA()</f><v>#N/A</v></c>",
                    text("x")),
                row(text("341"), "<c/>", "<c><f>TODAY()</f></c>", text("x")))
            .bytes();
    byte[] ods =
        new Ods()
            .sheet(
                "a",
                odsTexts("la_code", "published_date", "inspection_type"),
                odsRow(
                    cell("340"),
                    "<table:table-cell table:formula=\"of:=NA()\" office:value-type=\"string\""
                        + " office:string-value=\"\""
                        + " calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell>",
                    cell("x")),
                odsRow(
                    cell("341"),
                    "<table:table-cell table:formula=\"of:=[.A1]\" office:value-type=\"float\""
                        + " office:value=\"0\"><text:p>#REF!</text:p></table:table-cell>",
                    cell("x")))
            .bytes();

    assertThat(Sheets.of("a.xlsx", xlsx).records())
        .flatExtracting(org.gradeline.reading.RawRecord::remarks)
        .containsExactly(
            new Remark(
                2,
                Remark.Rule.UNREADABLE_VALUE,
                "published_date",
                "#N/A",
                "the cell has the error #N/A in place of a value; it counts as blank"));
    assertThat(Sheets.of("a.xlsx", xlsx).each(Field.PUBLISHED_DATE))
        .containsExactly("", "(formula without a stored result)");
    assertThat(Sheets.of("a.ods", ods).each(Field.PUBLISHED_DATE)).containsExactly("", "#REF!");
    assertThat(Sheets.of("a.ods", ods).records())
        .flatExtracting(org.gradeline.reading.RawRecord::remarks)
        .extracting(Remark::value)
        .containsExactly("#N/A");
  }
}
