package org.gradeline.tables;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.statistics.Gathering;
import org.gradeline.storage.Location;
import org.jspecify.annotations.Nullable;

/**
 * The rows that one worker writes, of all tables into one file: a file system that is elsewhere
 * takes few large files more readily than many small ones. The file has a name that no other
 * attempt at the same work has, so that a worker that is started again leaves nothing half or
 * double. Not thread safe.
 *
 * <pre>{@code
 * try (TableParts parts = new TableParts(folder, "range-00000003")) {
 *   parts.write(table, council, run);
 *   return parts.finish();
 * }
 * }</pre>
 */
public final class TableParts implements Closeable {
  private record Key(String table, String section) {
    boolean isOf(Table<?> other, String name) {
      return table.equals(other.name()) && section.equals(name);
    }
  }

  /** As many bytes are held before they are written. */
  private static final int HELD = 8 << 20;

  private final Location folder;
  private final String worker;
  private final EncodedTexts texts = new EncodedTexts();
  private final Map<Key, Section> sections = new LinkedHashMap<>();
  private @Nullable Section last;
  private final List<TablePart> written = new ArrayList<>();
  private @Nullable Location file;
  private @Nullable OutputStream out;
  private long position;

  /** The rows of a section that are held. */
  private static final class Section {
    private final Key key;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TableWriter<?> rows;
    private long rowsWritten;

    Section(Key key, Table<?> table, EncodedTexts texts) {
      this.key = key;
      this.rows = new TableWriter<>(bytes, table, texts);
    }
  }

  /**
   * @param folder the folder of all parts
   * @param worker what the rows are of, by which the parts of a table follow each other
   */
  public TableParts(Location folder, String worker) {
    this.folder = folder;
    this.worker = worker;
  }

  /** Writes a council's rows of a table, each into its section. */
  public <R> void write(CouncilTable<R> table, CouncilHistory council, RunView run) {
    table.rows(council, run, row -> rows(table.table(), table.section(row)).write(row));
  }

  /** The writer of a table. */
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
    if (last == null || !last.key.isOf(table, section)) {
      last =
          sections.computeIfAbsent(
              new Key(table.name(), section), key -> new Section(key, table, texts));
    }
    return (TableWriter<R>) last.rows;
  }

  /** Writes what is held, when it has become much. */
  public void relieve() {
    long held = 0;
    for (Section section : sections.values()) {
      held += section.bytes.size();
    }
    if (held >= HELD) {
      try {
        flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void flush() throws IOException {
    for (Section section : sections.values()) {
      section.rows.flush();
      if (section.bytes.size() > 0) {
        flush(section);
      }
    }
  }

  private void flush(Section section) throws IOException {
    append(section.key, section.bytes, section.rows.rows() - section.rowsWritten);
    section.bytes.reset();
    section.rowsWritten = section.rows.rows();
  }

  /**
   * Writes what was gathered for a table, as a part without rows.
   *
   * @throws IOException when it cannot be written
   */
  public void write(GatheredTable<?> table, Gathering gathering) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    gathering.write(bytes);
    if (bytes.size() > 0) {
      append(new Key(table.table().name(), ""), bytes, 0);
    }
  }

  private void append(Key key, ByteArrayOutputStream bytes, long rows) throws IOException {
    CRC32C checksum = new CRC32C();
    Location to = open();
    if (out != null) {
      bytes.writeTo(new CheckedOutputStream(out, checksum));
    }
    written.add(
        new TablePart(
            key.table(),
            key.section(),
            worker,
            written.size(),
            to,
            position,
            bytes.size(),
            rows,
            (int) checksum.getValue()));
    position += bytes.size();
  }

  private Location open() throws IOException {
    if (file == null) {
      file = folder.resolve(worker + "-" + UUID.randomUUID());
      out = file.create();
    }
    return file;
  }

  /**
   * Ends the file.
   *
   * @return what it holds
   */
  public List<TablePart> finish() throws IOException {
    flush();
    if (out != null) {
      out.close();
    }
    file = null;
    out = null;
    sections.clear();
    last = null;
    return List.copyOf(written);
  }

  /** Drops what was not finished. */
  @Override
  public void close() throws IOException {
    sections.clear();
    if (out != null && file != null) {
      out.close();
      Location.delete(List.of(file));
    }
  }
}
