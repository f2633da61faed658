package org.gradeline.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The rows that one worker writes, a file a table. They appear under their names only when all are
 * whole, so that a worker that is started again leaves nothing half or double.
 */
public final class TableParts implements Closeable {
  private record Part(String table, RowWriter rows, Path written, Path whole) {}

  private final Path folder;
  private final String name;
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /**
   * @param folder the folder of all parts
   * @param name the parts' name, by which the parts of a table follow each other
   */
  public TableParts(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** The rows of a table; its file is begun with the first call. */
  public RowWriter rows(TableSchema schema) {
    return rows(schema, "");
  }

  /**
   * The rows of a section of a table: all parts of a section stand before those of the next.
   *
   * @param section its name, by which the sections of a table follow each other
   */
  public RowWriter rows(TableSchema schema, String section) {
    return parts
        .computeIfAbsent(schema.name() + "/" + section, key -> begin(schema, section + name))
        .rows();
  }

  private Part begin(TableSchema schema, String name) {
    try {
      Path ofTable = Files.createDirectories(folder.resolve(schema.name()));
      Path written = ofTable.resolve("." + name + "-" + UUID.randomUUID());
      RowWriter rows = new RowWriter(Files.newBufferedWriter(written), schema);
      return new Part(schema.name(), rows, written, ofTable.resolve(name + ".csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends all files and gives them their names.
   *
   * @return rows by table
   */
  public Map<String, Long> finish() throws IOException {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (Part part : parts.values()) {
      part.rows().close();
      Files.move(
          part.written(),
          part.whole(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      rows.merge(part.table(), part.rows().rows(), Long::sum);
    }
    parts.clear();
    return rows;
  }

  /** Drops what was not finished. */
  @Override
  public void close() throws IOException {
    for (Part part : parts.values()) {
      part.rows().close();
      Files.deleteIfExists(part.written());
    }
    parts.clear();
  }
}
