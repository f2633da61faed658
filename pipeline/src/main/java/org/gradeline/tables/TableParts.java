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
import org.gradeline.histories.CouncilHistory;
import org.jspecify.annotations.Nullable;

/**
 * The rows that one worker writes, a file a table. They appear under their names only when all are
 * whole, so that a worker that is started again leaves nothing half or double. Not thread safe.
 */
public final class TableParts implements Closeable {
  private record Section(String table, String name) {
    boolean isOf(Table<?> other, String section) {
      return table.equals(other.name()) && name.equals(section);
    }
  }

  private record Part(Section section, TableWriter<?> rows, Path written, Path whole) {}

  private final Path folder;
  private final String name;
  private final EncodedTexts texts = new EncodedTexts();
  private final Map<Section, Part> parts = new LinkedHashMap<>();
  private @Nullable Part last;

  /**
   * @param folder the folder of all parts
   * @param name the parts' name, by which the parts of a table follow each other
   */
  public TableParts(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** Writes a council's rows of a table, each into its section. */
  public <R> void write(CouncilTable<R> table, CouncilHistory council, RunView run) {
    table.rows(council, run, row -> rows(table.table(), table.section(row)).write(row));
  }

  /** The writer of a table; its file is begun with the first call. */
  public <R> TableWriter<R> rows(Table<R> table) {
    return rows(table, "");
  }

  /**
   * The writer of a section of a table: all parts of a section are before those of the next.
   *
   * @param section its name, by which the sections of a table follow each other
   */
  @SuppressWarnings("unchecked") // The writer under a table's name was begun for that table.
  public <R> TableWriter<R> rows(Table<R> table, String section) {
    // Rows of a section mostly follow each other.
    if (last == null || !last.section().isOf(table, section)) {
      last =
          parts.computeIfAbsent(
              new Section(table.name(), section), key -> begin(table, key, section + name));
    }
    return (TableWriter<R>) last.rows();
  }

  private Part begin(Table<?> table, Section section, String name) {
    try {
      Path ofTable = Files.createDirectories(folder.resolve(table.name()));
      Path written = ofTable.resolve("." + name + "-" + UUID.randomUUID());
      return new Part(
          section,
          new TableWriter<>(Files.newOutputStream(written), table, texts),
          written,
          ofTable.resolve(name + ".csv"));
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
    for (Map.Entry<Section, Part> entry : parts.entrySet()) {
      Part part = entry.getValue();
      part.rows().close();
      Files.move(
          part.written(),
          part.whole(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      rows.merge(entry.getKey().table(), part.rows().rows(), Long::sum);
    }
    parts.clear();
    last = null;
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
    last = null;
  }
}
