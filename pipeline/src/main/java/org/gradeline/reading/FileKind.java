package org.gradeline.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipFile;
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

  private static final int FIRST_BYTES = 1024;
  private static final int OLE_DIRECTORY_AT = 48;
  private static final int OLE_SECTOR_SHIFT_AT = 30;
  private static final int OLE_DIRECTORY_BYTES = 4096;

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
    byte[] first = first(source);
    if (first.length == 0) {
      return EMPTY;
    }
    FileKind kind = of(first);
    if (source.gzip() || (kind != ZIP && kind != OLD_OFFICE)) {
      return kind;
    }
    Path file = Path.of(source.path());
    return kind == ZIP ? ofZip(file) : ofOldOffice(file);
  }

  /** The first bytes; where the file breaks off among them, those before. */
  private static byte[] first(Source source) throws IOException {
    byte[] first = new byte[FIRST_BYTES];
    int count = 0;
    try (InputStream in = Slice.whole(source).open()) {
      int more = 0;
      while (more >= 0 && count < first.length) {
        count += more;
        more = readOn(in, first, count);
      }
    }
    return Arrays.copyOf(first, count);
  }

  private static int readOn(InputStream in, byte[] buffer, int from) {
    try {
      return in.read(buffer, from, buffer.length - from);
    } catch (IOException e) {
      // Whoever reads the records meets the same failure, and reports it with its line.
      return -1;
    }
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

  private static FileKind of(byte[] first) {
    String bytes = new String(first, StandardCharsets.ISO_8859_1);
    if (bytes.startsWith("PK\3\4") || bytes.startsWith("PK\5\6")) {
      return ZIP;
    }
    if (bytes.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
      return OLD_OFFICE;
    }
    if (bytes.startsWith("%PDF-")) {
      return PDF;
    }
    if (bytes.startsWith("\u001F\u008B")) {
      return GZIP;
    }
    if (bytes.startsWith("7z\u00BC\u00AF\u0027\u001C")
        || bytes.startsWith("Rar!\u001A\u0007")
        || bytes.startsWith("\u00FD7zXZ\0")
        || bytes.startsWith("BZh9")
        || bytes.startsWith("\u0028\u00B5\u002F\u00FD")) {
      return ARCHIVE;
    }
    if (bytes.startsWith("\u0089PNG") || bytes.startsWith("\u00FF\u00D8\u00FF")) {
      return PICTURE;
    }
    if (bytes.startsWith("PAR1\u0015") || bytes.startsWith("SQLite format 3\0")) {
      return DATABASE;
    }
    return ofMarkup(bytes);
  }

  private static FileKind ofMarkup(String bytes) {
    String text = bytes.startsWith("\u00EF\u00BB\u00BF") ? bytes.substring(3) : bytes;
    String start = text.stripLeading().toLowerCase(Locale.ROOT);
    if (!start.startsWith("<")) {
      return TEXT;
    }
    boolean html =
        start.startsWith("<!doctype html")
            || start.startsWith("<html")
            || start.startsWith("<head")
            || start.startsWith("<body")
            || start.startsWith("<table")
            || start.startsWith("<meta")
            || (start.startsWith("<?xml") && start.contains("<html"));
    return html ? HTML : start.startsWith("<?xml") ? XML : TEXT;
  }

  private static FileKind ofZip(Path file) {
    try {
      return ZipDirectory.isTooLong(file) ? ZIP : ofParts(file);
    } catch (IOException e) {
      // Whatever it was, it can no longer be unpacked.
      return ZIP;
    }
  }

  private static FileKind ofParts(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      if (zip.getEntry("xl/workbook.xml") != null) {
        return XLSX;
      }
      if (zip.getEntry("xl/workbook.bin") != null) {
        return XLSB;
      }
      if (zip.getEntry("mimetype") == null) {
        return zip.getEntry("[Content_Types].xml") == null
            ? ZIP
            : zip.stream().anyMatch(part -> part.getName().startsWith("xl/")) ? XLSX : OFFICE;
      }
      try (InputStream in = zip.getInputStream(zip.getEntry("mimetype"))) {
        String type = new String(in.readNBytes(FIRST_BYTES), StandardCharsets.ISO_8859_1);
        return type.contains("opendocument.spreadsheet") ? ODS : OFFICE;
      }
    }
  }

  /** Such a document has a list of what is in it, in a place that its beginning names. */
  private static FileKind ofOldOffice(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer head = read(channel, 0, FIRST_BYTES / 2);
      if (head.limit() < FIRST_BYTES / 2) {
        return OLD_OFFICE;
      }
      int shift = head.getShort(OLE_SECTOR_SHIFT_AT) == 12 ? 12 : 9;
      long directory = (Integer.toUnsignedLong(head.getInt(OLE_DIRECTORY_AT)) + 1) << shift;
      ByteBuffer names = read(channel, directory, OLE_DIRECTORY_BYTES);
      String list = new String(names.array(), 0, names.limit(), StandardCharsets.UTF_16LE);
      return list.contains("EncryptedPackage")
          ? ENCRYPTED
          : list.contains("Workbook") || list.contains("Book\0") ? XLS : OLD_OFFICE;
    }
  }

  private static ByteBuffer read(SeekableByteChannel channel, long from, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(from);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // Goes on until it is full or the file ends.
    }
    return bytes.flip();
  }
}
