package org.gradeline.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV, wide or long, block by block; each row knows its line, and a faulty row is rejected
 * alone.
 */
final class CsvReader {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  private final Set<String> areaKeys;
  private final Consumer<RawEntry> entries;
  private @Nullable Columns columns;
  private boolean unusable;

  CsvReader(Set<String> areaKeys, Consumer<RawEntry> entries) {
    this.areaKeys = areaKeys;
    this.entries = entries;
  }

  /**
   * Reads a slice.
   *
   * @return names of columns that are neither field nor area
   */
  Set<String> read(Slice slice) throws IOException {
    if (slice.from() > 0) {
      readHeader(slice);
    }
    try (InputStream in = SliceReader.open(slice);
        RecordSplitter splitter = new RecordSplitter(in, true, slice.firstLine())) {
      SliceReader.readBlocks(splitter, this::reject, Unreadable.MALFORMED_ROW, this::readBlock);
    }
    return columns == null ? Set.of() : new TreeSet<>(columns.unknown());
  }

  /** The header, when it stands in a part that another worker reads, and reports on. */
  private void readHeader(Slice slice) throws IOException {
    Slice beginning = new Slice(slice.position(), slice.source(), 0, slice.from(), 1);
    CsvReader silent = new CsvReader(areaKeys, entry -> {});
    try (InputStream in = SliceReader.open(beginning);
        RecordSplitter splitter = new RecordSplitter(in, true, 1)) {
      for (RecordSplitter.Block block = splitter.next(); block != null; block = splitter.next()) {
        silent.unusable = splitter.takeTooLong() != null;
        for (int i = 0; i < block.count() && silent.columns == null && !silent.unusable; i++) {
          silent.readBlock(block.only(i));
        }
        if (silent.columns != null || silent.unusable) {
          break;
        }
      }
    }
    columns = silent.columns;
    unusable = silent.unusable;
  }

  private void readBlock(RecordSplitter.Block block) {
    if (unusable) {
      return;
    }
    List<CSVRecord> rows;
    try {
      rows = parse(block);
    } catch (CharacterCodingException e) {
      oneByOne(block, () -> reject(SliceReader.notUtf8(block)));
      return;
    } catch (UncheckedIOException | IllegalStateException | IOException e) {
      oneByOne(block, () -> malformed(block, e));
      return;
    }
    // Outside the try: what fails behind the reader is no fault of the row.
    for (int i = 0; i < rows.size() && !unusable; i++) {
      readRow(rows.get(i), block, i);
    }
  }

  private static List<CSVRecord> parse(RecordSplitter.Block block) throws IOException {
    List<CSVRecord> rows = new ArrayList<>(block.count());
    try (CSVParser parser = CSVParser.parse(new StringReader(block.decode()), FORMAT)) {
      for (CSVRecord row : parser) {
        rows.add(row);
      }
    }
    if (rows.size() != block.count()) {
      throw new IOException("the parser sees " + rows.size() + " rows in " + block.count());
    }
    return rows;
  }

  /** Reads the records of a faulty block each for itself, so that only the faulty ones are lost. */
  private void oneByOne(RecordSplitter.Block block, Runnable whenAlone) {
    if (block.count() == 1) {
      whenAlone.run();
      return;
    }
    for (int i = 0; i < block.count(); i++) {
      readBlock(block.only(i));
    }
  }

  private void malformed(RecordSplitter.Block record, Exception cause) {
    String text = record.decodeAnyhow(StandardCharsets.UTF_8).stripTrailing();
    if (columns == null && text.indexOf('\0') >= 0) {
      refuseNul(record.line(0), SliceReader.shorten(text));
      return;
    }
    long more = text.lines().count() - 1;
    String where = more > 0 ? " (the row runs to line " + (record.line(0) + more) + ")" : "";
    reject(
        new Unreadable(
            record.line(0),
            Unreadable.MALFORMED_ROW,
            "",
            "the quotes do not fit" + where + detail(cause),
            "Put quotes around the whole cell, and double those inside it.",
            SliceReader.shorten(text)));
  }

  private static String detail(Exception cause) {
    String message = cause.getMessage();
    return message != null && message.contains("EOF") ? ": one is opened and never closed" : "";
  }

  /** Tells of a fault; where the header should be, it costs the whole file. */
  private void reject(Unreadable place) {
    if (columns != null) {
      entries.accept(place);
    } else if (!unusable) {
      unusable = true;
      entries.accept(withoutHeader(place));
    }
  }

  private static Unreadable withoutHeader(Unreadable place) {
    return new Unreadable(
        place.line(),
        place.rule(),
        place.value(),
        place.message() + "; none of the file's rows was read",
        place.suggestion(),
        place.raw());
  }

  private void readRow(CSVRecord row, RecordSplitter.Block block, int position) {
    if (row.size() == 1 && row.get(0).isBlank()) {
      return;
    }
    Columns known = columns;
    if (known == null) {
      readHeader(row, block.line(position), raw(block, position));
      return;
    }
    if (row.size() != known.width()) {
      reject(
          new Unreadable(
              block.line(position),
              Unreadable.MALFORMED_ROW,
              row.size() + " cells",
              "the row has " + row.size() + " cells where the header has " + known.width(),
              "Give every column a cell, and quote cells that have commas.",
              raw(block, position)));
      return;
    }
    entries.accept(
        new RawRecord(
            block.line(position),
            known.fields(row),
            known.judgements(row),
            List.of(),
            () -> raw(block, position)));
  }

  private void readHeader(CSVRecord row, long line, String raw) {
    if (row.toString().indexOf('\0') >= 0) {
      refuseNul(line, raw);
      return;
    }
    Columns header = new Columns(row, areaKeys);
    if (header.repeated().isEmpty()) {
      columns = header;
    } else {
      String names = String.join(", ", header.repeated());
      refuse(line, names, "the header has a column twice", "Rename or remove one of the two.", raw);
    }
  }

  private void refuseNul(long line, String raw) {
    refuse(line, "NUL", "the file has NUL characters, as UTF-16 has", "Save it as UTF-8.", raw);
  }

  private void refuse(long line, String value, String message, String suggestion, String raw) {
    reject(new Unreadable(line, Unreadable.UNREADABLE_FILE, value, message, suggestion, raw));
  }

  private static String raw(RecordSplitter.Block block, int record) {
    String text = block.only(record).decodeAnyhow(StandardCharsets.UTF_8);
    return SliceReader.shorten(text.stripTrailing());
  }
}
