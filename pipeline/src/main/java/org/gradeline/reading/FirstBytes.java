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
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gradeline.reference.MachineLimit;
import org.gradeline.storage.LocalCopy;
import org.gradeline.storage.Location;

/** Tells what a file is by its first bytes; of a zip and of an old document, by what is in it. */
final class FirstBytes {
  private static final int COUNT = 1024;
  private static final int OLD_DIRECTORY_AT = 48;
  private static final int OLD_SECTOR_SHIFT_AT = 30;
  private static final int OLD_SECTOR_SHIFT = 9;
  private static final int OLD_LARGE_SECTOR_SHIFT = 12;
  private static final int OLD_DIRECTORY_BYTES = 4096;

  /** How files of a kind begin, a character a byte. */
  private record Signature(String start, FileKind kind) {}

  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature("PK\3\4", FileKind.ZIP),
          new Signature("PK\5\6", FileKind.ZIP),
          new Signature("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", FileKind.OLD_OFFICE),
          new Signature("%PDF-", FileKind.PDF),
          new Signature("\u001F\u008B", FileKind.GZIP),
          new Signature("7z\u00BC\u00AF'\u001C", FileKind.ARCHIVE),
          new Signature("Rar!\u001A\u0007", FileKind.ARCHIVE),
          new Signature("\u00FD7zXZ\0", FileKind.ARCHIVE),
          new Signature("(\u00B5/\u00FD", FileKind.ARCHIVE),
          new Signature("BZh91AY&SY", FileKind.ARCHIVE),
          new Signature("\u0089PNG", FileKind.PICTURE),
          new Signature("\u00FF\u00D8\u00FF", FileKind.PICTURE),
          new Signature("PAR1\u0015", FileKind.DATABASE),
          new Signature("SQLite format 3\0", FileKind.DATABASE));

  private static final List<String> HTML =
      List.of("<!doctype html", "<html", "<head", "<body", "<table", "<meta");

  private FirstBytes() {}

  /**
   * What a source is.
   *
   * @throws IOException when it cannot be opened
   */
  static FileKind kind(Source source) throws IOException {
    byte[] first = of(source);
    if (first.length == 0) {
      return FileKind.EMPTY;
    }
    FileKind kind = kind(new String(first, StandardCharsets.ISO_8859_1));
    // What is in a compressed file would have to be unpacked.
    if (source.gzip() || (kind != FileKind.ZIP && kind != FileKind.OLD_OFFICE)) {
      return kind;
    }
    try (LocalCopy file = LocalCopy.of(Location.of(source.path()))) {
      return kind == FileKind.ZIP ? ofZip(file.path()) : ofOldDocument(file.path());
    }
  }

  /** The first bytes; where the file breaks off among them, those before. */
  private static byte[] of(Source source) throws IOException {
    byte[] first = new byte[COUNT];
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

  private static FileKind kind(String bytes) {
    return SIGNATURES.stream()
        .filter(signature -> bytes.startsWith(signature.start()))
        .map(Signature::kind)
        .findFirst()
        .orElseGet(() -> ofText(bytes));
  }

  private static FileKind ofText(String bytes) {
    String text = bytes.startsWith("\u00EF\u00BB\u00BF") ? bytes.substring(3) : bytes;
    String start = text.stripLeading().toLowerCase(Locale.ROOT);
    boolean xml = start.startsWith("<?xml");
    if (HTML.stream().anyMatch(start::startsWith) || (xml && start.contains("<html"))) {
      return FileKind.HTML;
    }
    return xml ? FileKind.XML : FileKind.TEXT;
  }

  private static FileKind ofZip(Path file) {
    try {
      return ZipDirectory.isTooLong(file) ? FileKind.ZIP : ofParts(file);
    } catch (IOException e) {
      MachineLimit.requireNotReached(e);
      // Whatever it was, it can no longer be unpacked.
      return FileKind.ZIP;
    }
  }

  private static FileKind ofParts(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      ZipEntry type = zip.getEntry("mimetype");
      if (type != null) {
        try (InputStream in = zip.getInputStream(type)) {
          String name = new String(in.readNBytes(COUNT), StandardCharsets.ISO_8859_1);
          return name.contains("opendocument.spreadsheet") ? FileKind.ODS : FileKind.OFFICE;
        }
      }
      // Some programs leave out what ODF asks for.
      if (zip.getEntry("content.xml") != null) {
        return FileKind.ODS;
      }
      if (zip.getEntry("xl/workbook.bin") != null) {
        return FileKind.XLSB;
      }
      boolean sheets = zip.stream().anyMatch(part -> part.getName().startsWith("xl/"));
      boolean office = zip.getEntry("[Content_Types].xml") != null;
      return sheets ? FileKind.XLSX : office ? FileKind.OFFICE : FileKind.ZIP;
    }
  }

  /** An old document has a list of what is in it, in a place that its beginning names. */
  private static FileKind ofOldDocument(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer head = read(channel, 0, 1 << OLD_SECTOR_SHIFT);
      if (head.limit() < head.capacity()) {
        return FileKind.OLD_OFFICE;
      }
      boolean large = head.getShort(OLD_SECTOR_SHIFT_AT) == OLD_LARGE_SECTOR_SHIFT;
      long sector = Integer.toUnsignedLong(head.getInt(OLD_DIRECTORY_AT)) + 1;
      long directory = sector << (large ? OLD_LARGE_SECTOR_SHIFT : OLD_SECTOR_SHIFT);
      String names =
          StandardCharsets.UTF_16LE
              .decode(read(channel, directory, OLD_DIRECTORY_BYTES))
              .toString();
      if (names.contains("EncryptedPackage")) {
        return FileKind.ENCRYPTED;
      }
      boolean workbook = names.contains("Workbook") || names.contains("Book\0");
      return workbook ? FileKind.XLS : FileKind.OLD_OFFICE;
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
