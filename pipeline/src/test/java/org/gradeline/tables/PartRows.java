package org.gradeline.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Reads the parts of tables as they follow each other in the end. */
public final class PartRows {
  private PartRows() {}

  /** All rows of a table, in the order of its parts. */
  public static List<String> of(List<TablePart> parts, String table) {
    List<String> rows = new ArrayList<>();
    parts.stream()
        .filter(part -> part.table().equals(table))
        .sorted(TablePart.ORDER)
        .forEach(part -> rows.addAll(rows(part)));
    return rows;
  }

  private static List<String> rows(TablePart part) {
    try (InputStream in = part.file().openAt(part.from())) {
      byte[] bytes = in.readNBytes((int) part.bytes());
      CRC32C checksum = new CRC32C();
      checksum.update(bytes);
      if ((int) checksum.getValue() != part.checksum()) {
        throw new IllegalStateException(part + " is not as it was written");
      }
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
