package org.gradeline.reading.csv;

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
import org.gradeline.reading.Columns;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.RecordSplitter;
import org.gradeline.reading.Slice;
import org.gradeline.reading.SliceReader;
import org.gradeline.reading.Source;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reference.Layout;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV, wide or long, block by block; each row knows its line, and a faulty row is rejected
 * alone.
 */
public final class CsvReader {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  private final Layouts layouts;
  private final Consumer<RawEntry> entries;
  private @Nullable Columns columns;
  private boolean unusable;

  /** Rows that stand above the header. */
  private int preambleRows;

  /** What is told of the file when it turns out to have no header. */
  private @Nullable Unreadable fault;

  private double faultShare = 1;

  public CsvReader(Layouts layouts, Consumer<RawEntry> entries) {
    this.layouts = layouts;
    this.entries = entries;
  }

  /**
   * Reads a slice.
   *
   * @return names of columns that its layout does not know
   */
  public Set<String> read(Slice slice) throws IOException {
    if (slice.from() > 0) {
      readHeader(slice.source(), slice.from());
    }
    try (InputStream in = SliceReader.open(slice);
        RecordSplitter splitter = new RecordSplitter(in, true, slice.firstLine())) {
      SliceReader.readBlocks(splitter, this::reject, Rule.MALFORMED_ROW, this::readBlock);
    }
    if (slice.to() == Long.MAX_VALUE) {
      refuse();
    }
    return columns == null ? Set.of() : new TreeSet<>(columns.unknown());
  }

  /** The layout of a source; null when it cannot be read or is of none. */
  public static @Nullable Layout layoutOf(Source source, Layouts layouts) {
    CsvReader reader = new CsvReader(layouts, entry -> {});
    try {
      reader.readHeader(source, Long.MAX_VALUE);
    } catch (IOException e) {
      // Whoever reads the records meets the same failure, and reports it.
    }
    return reader.columns == null ? null : reader.columns.layout();
  }

  /** The header, when it stands in a part that another worker reads, and reports on. */
  private void readHeader(Source source, long to) throws IOException {
    CsvReader silent = new CsvReader(layouts, entry -> {});
    try (InputStream in = SliceReader.open(new Slice(0, source, 0, to, 1));
        RecordSplitter splitter = new RecordSplitter(in, true, 1)) {
      RecordSplitter.Block block = splitter.next();
      while (block != null && silent.seeksHeader()) {
        RecordSplitter.TooLong tooLong = splitter.takeTooLong();
        if (tooLong != null) {
          silent.reject(SliceReader.tooLong(tooLong, Rule.MALFORMED_ROW));
        }
        for (int i = 0; i < block.count() && silent.seeksHeader(); i++) {
          silent.readBlock(block.only(i));
        }
        block = splitter.next();
      }
    }
    columns = silent.columns;
    unusable = silent.unusable;
    preambleRows = silent.preambleRows;
    fault = silent.fault;
    faultShare = silent.faultShare;
  }

  private boolean seeksHeader() {
    return columns == null && !unusable;
  }

  private void readBlock(RecordSplitter.Block block) {
    if (unusable) {
      return;
    }
    if (block.hasNul()) {
      oneByOne(block, () -> reject(nul(block)));
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
    long more = text.lines().count() - 1;
    String where = more > 0 ? " (the row runs to line " + (record.lineNumber(0) + more) + ")" : "";
    reject(
        new Unreadable(
            record.lineNumber(0),
            Rule.MALFORMED_ROW,
            "",
            "the quotes do not fit" + where + detail(cause),
            "Put quotes around the whole cell, and double those inside it.",
            SliceReader.shorten(text)));
  }

  private static String detail(Exception cause) {
    String message = cause.getMessage();
    return message != null && message.contains("EOF") ? ": one is opened and never closed" : "";
  }

  private Unreadable nul(RecordSplitter.Block record) {
    return new Unreadable(
        record.lineNumber(0),
        Rule.UNREADABLE_FILE,
        "NUL",
        (columns == null ? "the file" : "the row") + " has NUL characters, as UTF-16 has",
        "Save it as UTF-8.",
        raw(record, 0));
  }

  /**
   * Tells of a place whose cells cannot be told apart; its text is shown only where no cell can
   * hold what must not be. Where the header should be, it may cost the whole file.
   */
  private void reject(Unreadable place) {
    if (columns == null) {
      skipPreambleRow(place, 0);
    } else if (columns.allShown()) {
      entries.accept(place);
    } else {
      entries.accept(place.withRaw(""));
    }
  }

  /**
   * Goes on to the next row, where the header may be, or gives the file up. What is told then is
   * the fault that came nearest to a header.
   *
   * @param share how far the row is from a header, from 0
   */
  private void skipPreambleRow(Unreadable place, double share) {
    if (unusable) {
      return;
    }
    if (fault == null || share < faultShare) {
      fault = place;
      faultShare = share;
    }
    preambleRows++;
    if (preambleRows > layouts.maxPreambleRows()) {
      refuse();
    }
  }

  /** Gives the file up, when it has rows and no header. */
  private void refuse() {
    if (columns == null && !unusable && fault != null) {
      unusable = true;
      entries.accept(
          fault.withRaw("").withMessage(fault.message() + "; none of the file's rows was read"));
    }
  }

  private void readRow(CSVRecord row, RecordSplitter.Block block, int position) {
    if (row.stream().allMatch(String::isBlank)) {
      return;
    }
    Columns known = columns;
    if (known == null) {
      readHeader(row, block.lineNumber(position));
      return;
    }
    if (row.size() != known.width()) {
      reject(
          new Unreadable(
              block.lineNumber(position),
              Rule.MALFORMED_ROW,
              row.size() + " cells",
              "the row has " + row.size() + " cells where the header has " + known.width(),
              "Give every column a cell, and quote cells that have commas.",
              row.size() > known.width()
                  ? SliceReader.shorten(known.shown(row))
                  : raw(block, position)));
      return;
    }
    entries.accept(
        new RawRecord(
            block.lineNumber(position),
            known.layout(),
            known.fields(row),
            known.judgements(row),
            List.of(),
            () -> known.allShown() ? raw(block, position) : SliceReader.shorten(known.shown(row))));
  }

  private void readHeader(CSVRecord row, long lineNumber) {
    List<String> names = Columns.names(row);
    Layout layout = layouts.find(names, preambleRows);
    if (layout == null) {
      Layouts.Misfit misfit = layouts.nearest(names);
      skipPreambleRow(unknownLayout(lineNumber, misfit), misfit.share());
      return;
    }
    Columns header = new Columns(layout, names);
    if (header.repeated().isEmpty()) {
      columns = header;
      return;
    }
    skipPreambleRow(
        new Unreadable(
            lineNumber,
            Rule.UNREADABLE_FILE,
            String.join(", ", header.repeated()),
            "the header has a column twice",
            "Rename or remove one of the two.",
            ""),
        0);
  }

  private Unreadable unknownLayout(long lineNumber, Layouts.Misfit misfit) {
    String nearest = misfit.nearest().key();
    return new Unreadable(
        lineNumber,
        Rule.UNKNOWN_LAYOUT,
        "",
        misfit.missing().isEmpty()
            ? "more rows stand above the header than the layout " + nearest + " allows"
            : layouts.offered().size() == 1
                ? "the header is not of the layout " + nearest + ": it lacks " + misfit.inWords()
                : "the header is of no known layout; the nearest is "
                    + nearest
                    + ", for which it lacks "
                    + misfit.inWords(),
        "Add the columns, or describe the file in a layout of its own.",
        "");
  }

  private static String raw(RecordSplitter.Block block, int record) {
    String text = block.only(record).decodeAnyhow(StandardCharsets.UTF_8);
    return SliceReader.shorten(text.stripTrailing());
  }
}
