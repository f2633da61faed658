package org.gradeline.reading.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.gradeline.reading.ZipDirectory;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook, which is a zip. Not thread safe. */
final class Parts implements Closeable {
  private final ZipFile zip;

  private Parts(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * Opens a workbook.
   *
   * @throws WorkbookFault when it is not a zip that can be read
   * @throws IOException when the file cannot be opened
   */
  static Parts open(Path file) throws IOException {
    if (ZipDirectory.isTooLong(file)) {
      throw Bounds.exceeded(
          "the list of the workbook's parts has", ZipDirectory.MAX_BYTES, "bytes");
    }
    try {
      // Names that are not UTF-8 are of pictures and the like, and cost nothing in this way.
      return new Parts(new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1));
    } catch (ZipException e) {
      String message = String.valueOf(e.getMessage());
      throw message.contains("encrypted")
          ? WorkbookFault.encrypted()
          : WorkbookFault.damaged("it cannot be unpacked");
    }
  }

  /** Whether there is a part of this name. */
  boolean has(String name) {
    return find(name) != null;
  }

  /**
   * Opens a part; null when there is none of this name.
   *
   * @throws IOException when it cannot be unpacked
   */
  @Nullable XmlPart xml(String name) throws IOException {
    ZipEntry part = find(name);
    if (part == null) {
      return null;
    }
    try {
      return XmlPart.of(new BoundedStream(zip.getInputStream(part), part));
    } catch (ZipException e) {
      throw WorkbookFault.damaged("it cannot be unpacked");
    }
  }

  /**
   * Opens a part that every workbook of its format has.
   *
   * @throws WorkbookFault when there is none of this name
   */
  XmlPart required(String name) throws IOException {
    XmlPart part = xml(name);
    if (part == null) {
      throw WorkbookFault.damaged("it has no part " + name);
    }
    return part;
  }

  /** Names of parts are compared without regard to case, as OPC has it. */
  private @Nullable ZipEntry find(String name) {
    ZipEntry exact = zip.getEntry(name);
    if (exact != null) {
      return exact;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return zip.stream()
        .filter(part -> part.getName().toLowerCase(Locale.ROOT).equals(lower))
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
