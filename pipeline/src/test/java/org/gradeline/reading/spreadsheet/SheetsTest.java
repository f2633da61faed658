package org.gradeline.reading.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.gradeline.reading.spreadsheet.WorkbookFile.cell;
import static org.gradeline.reading.spreadsheet.WorkbookFile.odsRow;
import static org.gradeline.reading.spreadsheet.WorkbookFile.odsTexts;
import static org.gradeline.reading.spreadsheet.WorkbookFile.row;
import static org.gradeline.reading.spreadsheet.WorkbookFile.text;
import static org.gradeline.reading.spreadsheet.WorkbookFile.texts;

import java.util.Map;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reading.spreadsheet.WorkbookFile.Ods;
import org.gradeline.reading.spreadsheet.WorkbookFile.Xlsx;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;

/** Each visible sheet that a layout knows is a table under its own name. */
class SheetsTest {
  private static final String[] HEADER = {"la_code", "published_date", "overall_effectiveness"};
  private static final String[] KNOWSLEY = {"340", "2014-06-30", "Inadequate"};
  private static final String[] OXFORDSHIRE = {"931", "2014-06-30", "Good"};

  @Test
  void eachSheetIsASourceOfItsOwn() {
    byte[] xlsx =
        new Xlsx()
            .sheet("Cover", texts("Inspections of June 2014"))
            .sheet("June", texts(HEADER), texts(KNOWSLEY))
            .sheet("Blank")
            .hidden("Workings", texts(HEADER), texts(OXFORDSHIRE))
            .veryHidden("Macros", texts(HEADER))
            .sheet("A year", texts("title"), texts(HEADER), texts(OXFORDSHIRE))
            .bytes();

    Sheets sheets = Sheets.of("a.xlsx", xlsx);

    assertThat(sheets.entries()).containsOnlyKeys("a.xlsx#A year", "a.xlsx#June");
    assertThat(sheets.each(Field.LA_CODE)).containsExactly("931", "340");
    assertThat(sheets.all()).extracting(RawEntry::lineNumber).containsExactly(3L, 2L);
    assertThat(sheets.leftOut())
        .containsExactly(
            "a.xlsx#Blank: the sheet is blank",
            "a.xlsx#Cover: the sheet has no header that a layout knows",
            "a.xlsx#Macros: the sheet is hidden",
            "a.xlsx#Workings: the sheet is hidden");
  }

  @Test
  void theSameInOds() {
    byte[] ods =
        new Ods()
            .sheet("Cover", odsTexts("Inspections of June 2014"))
            .hidden("Workings", odsTexts(HEADER), odsTexts(OXFORDSHIRE))
            .sheet("June", odsTexts("title"), odsTexts(HEADER), odsTexts(KNOWSLEY))
            .bytes();

    Sheets sheets = Sheets.of("a.ods", ods);

    assertThat(sheets.entries()).containsOnlyKeys("a.ods#June");
    assertThat(sheets.each(Field.LA_CODE)).containsExactly("340");
    assertThat(sheets.leftOut())
        .containsExactly(
            "a.ods#Cover: the sheet has no header that a layout knows",
            "a.ods#Workings: the sheet is hidden");
  }

  @Test
  void aSheetThatNearlyFitsALayoutIsRejectedWithWhatItLacks() {
    byte[] xlsx =
        new Xlsx()
            .sheet("June", texts(HEADER), texts(KNOWSLEY))
            .sheet("July", texts("la_code", "overall_effectiveness"), texts("340", "Good"))
            .bytes();

    Sheets sheets = Sheets.of("a.xlsx", xlsx);

    assertThat(sheets.leftOut()).isEmpty();
    assertThat(sheets.entries()).containsOnlyKeys("a.xlsx#June", "a.xlsx#July");
    assertThat(sheets.all())
        .filteredOn(Unreadable.class::isInstance)
        .singleElement()
        .asInstanceOf(type(Unreadable.class))
        .satisfies(
            place -> {
              assertThat(place.rule()).isEqualTo(Rule.UNKNOWN_LAYOUT);
              assertThat(place.message()).contains("lacks 'published_date or start_date'");
            });
  }

  @Test
  void aWorkbookOfUnknownSheetsIsRejectedWithTheirNames() {
    byte[] xlsx =
        new Xlsx()
            .sheet("Cover", texts("Inspections of June 2014"))
            .hidden("June", texts(HEADER), texts(KNOWSLEY))
            .bytes();

    Sheets sheets = Sheets.of("a.xlsx", xlsx);

    assertThat(sheets.entries()).containsOnlyKeys("a.xlsx");
    assertThat(sheets.all())
        .containsExactly(
            new Unreadable(
                1,
                Rule.UNKNOWN_LAYOUT,
                "",
                "no visible sheet has a header that a layout knows (Cover: the sheet has no header"
                    + " that a layout knows; June: the sheet is hidden)",
                "Add the columns, show the sheet, or describe it in a layout of its own.",
                ""));
  }

  @Test
  void rowsHaveTheNumbersOfTheSheet() {
    byte[] xlsx =
        new Xlsx()
            .sheet(
                "a",
                "<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>la_code</t></is></c>"
                    + "<c r=\"D3\" t=\"inlineStr\"><is><t>published_date</t></is></c>"
                    + text("inspection_type")
                    + "</row>",
                "<row r=\"4\"/>",
                "<row r=\"17\"><c r=\"B17\"><v>340</v></c><c r=\"E17\""
                    + " t=\"inlineStr\"><is><t>x</t></is></c></row>",
                row("<c/>", "<c><v>931</v></c>"))
            .bytes();

    Sheets sheets = Sheets.of("a.xlsx", xlsx);

    assertThat(sheets.all()).extracting(RawEntry::lineNumber).containsExactly(17L, 18L);
    assertThat(sheets.each(Field.LA_CODE)).containsExactly("340", "931");
    assertThat(sheets.each(Field.INSPECTION_TYPE)).containsExactly("x", "");
  }

  @Test
  void odsRepeatsRowsAndCells() {
    byte[] ods =
        new Ods()
            .sheet(
                "a",
                "<table:table-header-rows>" + odsTexts(HEADER) + "</table:table-header-rows>",
                "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell"
                    + " table:number-columns-repeated=\"16384\"/></table:table-row>",
                "<table:table-row-group><table:table-row table:number-rows-repeated=\"2\">"
                    + cell("340")
                    + "<table:table-cell/>"
                    + cell("Good")
                    + "<table:table-cell"
                    + " table:number-columns-repeated=\"16381\"/></table:table-row></table:table-row-group>",
                "<table:table-row>"
                    + cell("931")
                    + "<table:table-cell table:number-columns-repeated=\"2\""
                    + " office:value-type=\"string\"><text:p>same</text:p></table:table-cell></table:table-row>",
                "<table:table-row table:number-rows-repeated=\"1048545\"><table:table-cell"
                    + " table:number-columns-repeated=\"16384\"/></table:table-row>")
            .bytes();

    Sheets sheets = Sheets.of("a.ods", ods);

    assertThat(sheets.all()).extracting(RawEntry::lineNumber).containsExactly(5L, 6L, 7L);
    assertThat(sheets.each(Field.LA_CODE)).containsExactly("340", "340", "931");
    assertThat(sheets.each(Field.PUBLISHED_DATE)).containsExactly("", "", "same");
    assertThat(sheets.records().get(2).judgements().get(0).grade()).isEqualTo("same");
  }

  @Test
  void aMergedCellHasItsValueInTheFirst() {
    byte[] ods =
        new Ods()
            .sheet(
                "a",
                odsTexts("la_code", "published_date", "inspection_type", "theme"),
                odsRow(
                    cell("340"),
                    "<table:table-cell table:number-columns-spanned=\"2\""
                        + " office:value-type=\"string\"><text:p>merged</text:p></table:table-cell>",
                    "<table:covered-table-cell"
                        + " office:value-type=\"string\"><text:p>hidden</text:p></table:covered-table-cell>",
                    cell("x")))
            .bytes();

    Sheets sheets = Sheets.of("a.ods", ods);

    assertThat(sheets.each(Field.PUBLISHED_DATE)).containsExactly("merged");
    assertThat(sheets.each(Field.INSPECTION_TYPE)).containsExactly("");
    assertThat(sheets.each(Field.THEME)).containsExactly("x");
  }

  @Test
  void aValueBesideTheTableCostsItsRow() {
    byte[] xlsx =
        new Xlsx()
            .sheet(
                "a",
                texts(HEADER),
                texts("340", "2014-06-30", "Good", " ", "Ada Person"),
                texts("931", "2014-06-30", "Good", " "))
            .bytes();

    Sheets sheets = Sheets.of("a.xlsx", xlsx);

    assertThat(sheets.unreadable())
        .containsExactly(
            new Unreadable(
                2,
                Rule.MALFORMED_ROW,
                "5 cells",
                "the row has a value in a column that has no name in the header",
                "Give the column a name, or remove what is beside the table.",
                "5 cells, 40 characters"));
    assertThat(sheets.each(Field.LA_CODE)).containsExactly("931");
  }

  @Test
  void aStrictWorkbookIsReadToo() {
    byte[] xlsx = new Xlsx().strict().sheet("a", texts(HEADER), texts(KNOWSLEY)).bytes();

    assertThat(Sheets.of("a.xlsx", xlsx).each(Field.LA_CODE)).containsExactly("340");
  }

  @Test
  void aColumnThatAppearsTwiceIsAFaultOfItsSheet() {
    byte[] xlsx =
        new Xlsx()
            .sheet("a", texts("la_code", "published_date", "theme", "inspection_type", "theme"))
            .bytes();

    assertThat(Sheets.of("a.xlsx", xlsx).entries())
        .isNotEmpty()
        .allSatisfy(
            (name, entries) -> {
              assertThat(name).isEqualTo("a.xlsx#a");
              assertThat(entries)
                  .singleElement()
                  .satisfies(
                      entry ->
                          assertThat(((Unreadable) entry).message())
                              .startsWith("the header has a column twice"));
            });
  }

  @Test
  void aColumnThatIsNearlyAnOptionalOneIsAFaultOfItsSheet() {
    byte[] xlsx =
        new Xlsx()
            .sheet("June", texts("la_code", "published_date", "inspection_type", "care_leaver"))
            .bytes();

    Sheets sheets = Sheets.of("a.xlsx", xlsx);

    assertThat(sheets.entries()).containsOnlyKeys("a.xlsx#June");
    assertThat(sheets.leftOut()).isEmpty();
    assertThat(sheets.unreadable())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("care_leavers"));
  }

  @Test
  void twoSheetsOfOneNameAreAFault() {
    Map<String, String> parts =
        new Xlsx()
            .sheet("June", texts(HEADER), texts(KNOWSLEY))
            .sheet("Jane", texts(HEADER), texts(OXFORDSHIRE))
            .parts();
    parts.computeIfPresent("xl/workbook.xml", (name, xml) -> xml.replace("Jane", "June"));

    Sheets sheets = Sheets.of("a.xlsx", WorkbookFile.zip(parts));

    assertThat(sheets.each(Field.LA_CODE)).containsExactly("340");
    assertThat(sheets.unreadable())
        .extracting(Unreadable::message)
        .containsExactly(
            "two of its sheets have the same name; what comes after that was not read");
  }
}
