package org.gradeline.reading.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.reading.spreadsheet.WorkbookFile.odsTexts;
import static org.gradeline.reading.spreadsheet.WorkbookFile.texts;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.spreadsheet.WorkbookFile.Ods;
import org.gradeline.reading.spreadsheet.WorkbookFile.Xlsx;

/** Whatever a workbook has, its rows are records and rejections, and it is never a failure. */
class WorkbookFuzzTest {
  private static final String PERSON = "Ada Person";
  private static final String[] HEADER = {
    "la_code", "published_date", "inspector", "theme", "grade"
  };
  private static final String[] ROW = {"340", "2014-06-30", PERSON, "Front door", "Good"};
  private static final Xlsx XLSX =
      new Xlsx()
          .formats("0", "14", "h:mm", "[$-809]dd mmm yyyy")
          .sharedTexts("<t>Good</t>", "<r><t>Go</t></r><r><t>od</t></r>")
          .sheet("Cover", texts("prose"))
          .sheet("June", texts("title"), texts(HEADER), texts(ROW), texts(ROW))
          .hidden("Hidden", texts(HEADER), texts(ROW));
  private static final Ods ODS =
      new Ods()
          .sheet("Cover", odsTexts("prose"))
          .sheet("June", odsTexts("title"), odsTexts(HEADER), odsTexts(ROW), odsTexts(ROW))
          .hidden("Hidden", odsTexts(HEADER), odsTexts(ROW));
  private static final List<String> XML_OF_XLSX =
      List.of(
          "xl/sheet2.xml",
          "xl/workbook.xml",
          "xl/sharedStrings.xml",
          "xl/styles.xml",
          "xl/_rels/workbook.xml.rels",
          "_rels/.rels",
          "[Content_Types].xml");

  /** Bytes as a workbook, in the place of some of a workbook's bytes, or of some of its XML. */
  @FuzzTest(maxDuration = "10m")
  @DictionaryEntries({
    "<row r=\"1\">",
    "<c r=\"A1\" t=\"s\"><v>0</v></c>",
    "<c t=\"e\"><v>#N/A</v></c>",
    "<c s=\"1\"><v>45677</v></c>",
    "<is><t>x</t></is>",
    "_x000D_",
    "table:number-columns-repeated=\"9999\"",
    "table:number-rows-repeated=\"9999\"",
    "office:value-type=\"date\" office:date-value=\"2025-01-20\"",
    "<text:s text:c=\"9\"/>",
    "<table:table-cell>",
    "<!DOCTYPE a>",
    "<![CDATA[",
    "PK\u0003\u0004",
    "PK\u0005\u0006"
  })
  void anyWorkbookIsRecordsAndRejections(byte[] data) {
    if (data.length < 4) {
      return;
    }
    int where = (data[1] & 0xFF) << 8 | (data[2] & 0xFF);
    byte[] rest = Arrays.copyOfRange(data, 3, data.length);
    switch (Math.floorMod(data[0], 6)) {
      case 0 -> check("a.xlsx", rest);
      case 1 -> check("a.ods", rest);
      case 2 -> check("a.xlsx", overwritten(XLSX.bytes(), where, rest));
      case 3 -> check("a.ods", overwritten(ODS.bytes(), where, rest));
      case 4 -> {
        String part = XML_OF_XLSX.get(where % XML_OF_XLSX.size());
        check("a.xlsx", withXml(XLSX.parts(), part, where / XML_OF_XLSX.size(), rest));
      }
      default -> check("a.ods", withXml(ODS.parts(), "content.xml", where, rest));
    }
  }

  private static byte[] overwritten(byte[] file, int where, byte[] bytes) {
    int from = where % file.length;
    System.arraycopy(bytes, 0, file, from, Math.min(bytes.length, file.length - from));
    return file;
  }

  /** A workbook with some text put into one of its parts, where a tag ends. */
  private static byte[] withXml(Map<String, String> parts, String part, int where, byte[] text) {
    Map<String, String> changed = new HashMap<>(parts);
    changed.computeIfPresent(
        part,
        (name, xml) -> {
          int at = xml.indexOf('>', where % xml.length()) + 1;
          return xml.substring(0, at) + new String(text, UTF_8) + xml.substring(at);
        });
    return WorkbookFile.zip(changed);
  }

  private static void check(String name, byte[] file) {
    Sheets sheets = Sheets.of(name, file);

    assertThat(sheets.all())
        .extracting(RawEntry::lineNumber)
        .allMatch(line -> line >= 1 && line <= Bounds.MAX_ROWS + 1);
    for (RawRecord record : sheets.records()) {
      assertThat(record.raw().get()).doesNotContain("\0");
    }
    assertThat(sheets.unreadable())
        .allSatisfy(fault -> assertThat(fault.toString()).doesNotContain(PERSON))
        .allSatisfy(fault -> assertThat(fault.suggestion()).isNotEmpty())
        .extracting(Unreadable::message)
        .allSatisfy(message -> assertThat(message).isNotEmpty());
    assertThat(sheets.entries()).as("a file is always some source").isNotEmpty();
  }
}
