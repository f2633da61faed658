package org.gradeline.reading;

import java.io.IOException;
import org.gradeline.reading.Unreadable.Rule;

/**
 * What a file is by its first bytes, whatever its name says: people save a web page as CSV, rename
 * a workbook, or zip a file and keep its name.
 */
public enum FileKind {
  /** Nothing that is told apart, such as CSV or JSON. */
  TEXT("a text file", "Give it the ending of its format: .csv, .json or .jsonl."),
  /** A file without any byte. */
  EMPTY("empty", "Get a new copy of the file."),
  XLSX("an XLSX workbook", "Name it .xlsx."),
  ODS("an ODS workbook", "Name it .ods."),
  XLSB("a binary workbook (.xlsb)", "Save it as .xlsx."),
  XLS("a workbook of Excel 97 to 2003 (.xls)", "Save it as .xlsx."),
  ENCRYPTED("a workbook protected by a password", "Save it without a password, as .xlsx."),
  OLD_OFFICE("a document of an old Office program", "Save its tables as .xlsx or .csv."),
  XML("XML", "Save its tables as .xlsx or .csv."),
  HTML("a web page (HTML)", "Download the file itself, or save the page's table as .csv."),
  PDF("a PDF document", "Get its tables as .xlsx or .csv."),
  OFFICE("a document and not a workbook", "Save its tables as .xlsx or .csv."),
  ZIP("a zip", "Unpack it, and name the files inside it."),
  GZIP("compressed with gzip", "Add .gz to its name, or unpack it."),
  ARCHIVE("a compressed archive", "Unpack it, and name the files inside it."),
  PICTURE("a picture", "Get its tables as .xlsx or .csv."),
  DATABASE("a database or a Parquet file", "Save its tables as .csv.");

  private final String words;
  private final String remedy;

  FileKind(String words, String remedy) {
    this.words = words;
    this.remedy = remedy;
  }

  /** What it is, such as {@code a PDF document}. */
  public String words() {
    return words;
  }

  /** What to do with a file that should be another one. */
  public String remedy() {
    return remedy;
  }

  /**
   * What a source is.
   *
   * @throws IOException when it cannot be read
   */
  public static FileKind of(Source source) throws IOException {
    return FirstBytes.kind(source);
  }

  /** Whether no file of text is like this. */
  boolean isForeign() {
    return this != TEXT && this != EMPTY;
  }

  /** Why a source is not read whose first bytes are of another format. */
  Unreadable instead() {
    return new Unreadable(
        1,
        Rule.UNREADABLE_FILE,
        "",
        "the file is " + words + ", whatever its name says; none of it was read",
        remedy,
        "");
  }
}
