package org.gradeline.reading.spreadsheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.reading.spreadsheet.WorkbookFile.odsTexts;
import static org.gradeline.reading.spreadsheet.WorkbookFile.texts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reading.spreadsheet.WorkbookFile.Ods;
import org.gradeline.reading.spreadsheet.WorkbookFile.Xlsx;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is not the workbook that its name says is told as what it is, with what to do. */
class DamagedWorkbooksTest {
  private static final String[] HEADER = {"la_code", "published_date", "inspection_type"};
  private static final String[] RECORD = {"340", "2014-06-30", "x"};
  private static final byte[] XLSX = new Xlsx().sheet("a", texts(HEADER), texts(RECORD)).bytes();
  private static final byte[] ODS =
      new Ods().sheet("a", odsTexts(HEADER), odsTexts(RECORD)).bytes();

  /** What is said of a file of which nothing is read. */
  private static String said(String name, byte[] file) {
    Sheets sheets = Sheets.of(name, file);
    assertThat(sheets.entries()).containsOnlyKeys(name);
    assertThat(sheets.records()).isEmpty();
    assertThat(sheets.unreadable()).hasSize(1);
    Unreadable fault = sheets.unreadable().get(0);
    assertThat(fault.lineNumber()).isEqualTo(1);
    assertThat(fault.rule()).isEqualTo(Rule.UNREADABLE_FILE);
    return fault.message() + ". " + fault.suggestion();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "a.json", "a.jsonl"})
  void aFileUnderTheNameOfAText(String name) {
    assertThat(said(name, XLSX))
        .isEqualTo(
            "the file is an XLSX workbook, whatever its name says; none of it was read. Name it"
                + " .xlsx.");
    assertThat(said(name, ODS)).contains("an ODS workbook").endsWith("Name it .ods.");
    assertThat(said(name, WorkbookFile.zip(Map.of("a.csv", "la_code"))))
        .contains("a zip")
        .endsWith("Unpack it, and name the files inside it.");
    assertThat(said(name, "\uFEFF\n <!DOCTYPE HTML><html>".getBytes(UTF_8)))
        .contains("a web page (HTML)");
    assertThat(said(name, "<?xml version=\"1.0\"?><Workbook/>".getBytes(UTF_8))).contains("XML");
    assertThat(said(name, "%PDF-1.7".getBytes(UTF_8))).contains("a PDF document");
    assertThat(said(name, ole("Workbook"))).contains("a workbook of Excel 97 to 2003 (.xls)");
    assertThat(said(name, gzip("la_code\n340\n".getBytes(UTF_8))))
        .endsWith("Add .gz to its name, or unpack it.");
    assertThat(said(name + ".gz", gzip(XLSX))).contains("a zip");
  }

  @Test
  void aFileUnderTheNameOfAWorkbook() {
    assertThat(said("a.xlsx", ODS))
        .isEqualTo(
            "the file is an ODS workbook, whatever its name says; none of it was read. Name it"
                + " .ods.");
    assertThat(said("a.ods", XLSX)).contains("an XLSX workbook").endsWith("Name it .xlsx.");
    assertThat(said("a.xls", "<html><table>".getBytes(UTF_8))).contains("a web page (HTML)");
    assertThat(said("a.xls", ole("Workbook")))
        .isEqualTo(
            "the file is a workbook of Excel 97 to 2003 (.xls), whatever its name says; none of it"
                + " was read. Save it as .xlsx.");
    assertThat(said("a.xlsx", "la_code\n340\n".getBytes(UTF_8)))
        .isEqualTo(
            "the file is not a workbook: it is a text file; none of it was read. Give it the ending"
                + " of its format: .csv, .json or .jsonl.");
    assertThat(said("a.xlsx", new byte[0])).contains("it is empty");
    assertThat(said("a.ods", WorkbookFile.zip(Map.of("a.csv", "la_code"))))
        .contains("a zip without a workbook");
    assertThat(said("a.xlsx.gz", gzip(XLSX)))
        .isEqualTo(
            "a workbook is compressed already, so none is read from a .gz file; none of it was"
                + " read. Unpack it, and name the workbook.");
  }

  @Test
  void aWorkbookWithAPasswordOrMacros() {
    assertThat(said("a.xlsx", ole("EncryptedPackage")))
        .contains("protected by a password")
        .endsWith("Save it without a password, as .xlsx.");
    assertThat(said("a.ods", new Ods().encrypted().sheet("a", odsTexts(HEADER)).bytes()))
        .isEqualTo(
            "the workbook is protected by a password; none of it was read. Save it without a"
                + " password.");
    assertThat(said("a.xlsm", new Xlsx().withMacros().sheet("a", texts(HEADER)).bytes()))
        .isEqualTo(
            "the workbook has macros (.xlsm); none of it was read. Save it as a workbook without"
                + " macros (.xlsx).");
  }

  @Test
  void aWorkbookThatIsCutOff() {
    assertThat(said("a.xlsx", Arrays.copyOf(XLSX, XLSX.length / 2))).contains(", or is damaged,");
    assertThat(said("a.ods", Arrays.copyOf(ODS, ODS.length - 30))).contains(", or is damaged,");
  }

  @Test
  void aSheetWhoseXmlBreaksOffGivesTheRowsBefore() {
    Map<String, String> parts =
        new Xlsx().sheet("a", texts(HEADER), texts(RECORD), texts(RECORD)).parts();
    parts.computeIfPresent(
        "xl/sheet1.xml", (name, xml) -> xml.substring(0, xml.lastIndexOf("<c t=")));

    Sheets sheets = Sheets.of("a.xlsx", WorkbookFile.zip(parts));

    assertThat(sheets.each(Field.LA_CODE)).containsExactly("340");
    assertThat(sheets.unreadable())
        .containsExactly(
            new Unreadable(
                3,
                Rule.UNREADABLE_FILE,
                "",
                "the workbook is damaged: its XML breaks off or is not well formed; the sheet was"
                    + " read to row 2",
                "Open it in a spreadsheet program and save it again, or get a new copy.",
                ""));
  }

  @Test
  void bytesThatWereChangedAfterTheyWerePackedAreReported() throws IOException {
    String sheet = new Xlsx().sheet("a", texts(HEADER), texts(RECORD)).parts().get("xl/sheet1.xml");
    byte[] file = stored(new Xlsx().sheet("a", texts(HEADER), texts(RECORD)).parts());
    int at = new String(file, ISO_8859_1).indexOf(">340<") + 1;
    assertThat(sheet).contains(">340<");
    file[at] = '9';

    Sheets sheets = Sheets.of("a.xlsx", file);

    assertThat(sheets.unreadable())
        .extracting(Unreadable::message)
        .containsExactly(
            "the workbook is damaged: bytes were changed after it was packed (its checksum"
                + " differs); the sheet was read to row 2");
  }

  @Test
  void bytesThatAreNotUtf8AreReportedAndNothingIsPrinted() throws IOException {
    byte[] file = stored(new Xlsx().sheet("a", texts(HEADER), texts("340", "@", "x")).parts());
    file[new String(file, ISO_8859_1).indexOf(">@<") + 1] = (byte) 0xE9;
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, UTF_8));
    try {
      assertThat(said("a.xlsx", file)).contains("its XML breaks off or is not well formed");
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
  void aSheetWithAByteOrderMark(String charset) throws IOException {
    Map<String, String> parts = new Xlsx().sheet("a", texts(HEADER), texts(RECORD)).parts();
    String sheet = "\uFEFF" + parts.remove("xl/sheet1.xml");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/sheet1.xml"));
      zip.write(sheet.getBytes(charset));
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    }

    assertThat(Sheets.of("a.xlsx", bytes.toByteArray()).each(Field.LA_CODE)).containsExactly("340");
  }

  @Test
  void aPartThatIsMissing() {
    Map<String, String> parts = new Xlsx().sheet("a", texts(HEADER)).parts();
    parts.remove("xl/sheet1.xml");
    assertThat(said("a.xlsx", WorkbookFile.zip(parts)))
        .startsWith("the workbook is damaged: it has no part xl/sheet1.xml; none of it was read");
    Map<String, String> ods = new Ods().sheet("a", odsTexts(HEADER)).parts();
    ods.remove("content.xml");
    assertThat(said("a.ods", WorkbookFile.zip(ods))).contains("it has no part content.xml");
  }

  /** The beginning of a document of an old Office program that has a stream of this name. */
  private static byte[] ole(String stream) {
    ByteBuffer file = ByteBuffer.allocate(2048).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(0, 0xE11AB1A1E011CFD0L);
    file.putShort(30, (short) 9);
    file.putInt(48, 1);
    file.position(1024);
    file.put(stream.getBytes(UTF_16LE));
    return file.array();
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** A zip whose parts are not compressed, so that their bytes can be changed. */
  private static byte[] stored(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, String> part : parts.entrySet()) {
        byte[] content = part.getValue().getBytes(UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
      }
    }
    return bytes.toByteArray();
  }
}
