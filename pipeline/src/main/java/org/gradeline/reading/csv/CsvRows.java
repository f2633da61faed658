package org.gradeline.reading.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.reading.ShownText;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reading.tabular.Row;
import org.gradeline.reading.tabular.TabularReader;
import org.gradeline.reading.text.TextBlock;
import org.gradeline.reading.text.Utf8;

/** Turns blocks of text into rows. Of a faulty block, only the faulty rows are lost. */
final class CsvRows {
  private static final int PARTS = 16;

  private final TabularReader table;
  private final Separator separator;
  private final CSVFormat format;

  /**
   * @param table takes the rows, and the places that are none
   * @param separator what stands between cells
   */
  CsvRows(TabularReader table, Separator separator) {
    this.table = table;
    this.separator = separator;
    this.format = separator.format().builder().setIgnoreEmptyLines(true).get();
  }

  void read(TextBlock block) {
    if (table.header().isMissing()) {
      return;
    }
    if (block.hasNul()) {
      inParts(block, () -> table.reject(nul(block)));
      return;
    }
    List<CSVRecord> rows;
    try {
      rows = parse(block);
    } catch (CharacterCodingException e) {
      inParts(block, () -> table.reject(Utf8.violation(block)));
      return;
    } catch (UncheckedIOException | IllegalStateException | IOException e) {
      inParts(block, () -> table.reject(malformed(block, e)));
      return;
    }
    // Outside the try: what fails after the reader is not a fault of the row.
    boolean declared = separator.isDeclaredAt(block.lineNumber(0));
    for (int i = declared ? 1 : 0; i < rows.size(); i++) {
      table.read(row(rows.get(i), block, i));
    }
  }

  private static Row row(CSVRecord cells, TextBlock block, int position) {
    return new Row(
        block.lineNumber(position), Arrays.asList(cells.values()), () -> block.text(position));
  }

  private List<CSVRecord> parse(TextBlock block) throws IOException {
    List<CSVRecord> rows = new ArrayList<>(block.count());
    try (CSVParser parser = CSVParser.parse(new StringReader(block.decode()), format)) {
      for (CSVRecord row : parser) {
        rows.add(row);
      }
    }
    if (rows.size() != block.count()) {
      throw new IOException("the parser sees " + rows.size() + " rows in " + block.count());
    }
    return rows;
  }

  /**
   * Reads a faulty block in parts, and these again, until the faulty records are alone: to read
   * every record alone for the sake of one would take a hundred times as long.
   */
  private void inParts(TextBlock block, Runnable whenAlone) {
    if (block.count() == 1) {
      whenAlone.run();
      return;
    }
    int size = Math.max(1, block.count() / PARTS);
    for (int from = 0; from < block.count(); from += size) {
      read(block.part(from, Math.min(block.count(), from + size)));
    }
  }

  private static Unreadable malformed(TextBlock record, Exception cause) {
    String text = record.text(0);
    long more = text.lines().count() - 1;
    String where = more > 0 ? " (the row runs to line " + (record.lineNumber(0) + more) + ")" : "";
    return new Unreadable(
        record.lineNumber(0),
        Rule.MALFORMED_ROW,
        "",
        "the quotes do not match" + where + detail(cause),
        "Put quotes around the whole cell, and double those inside it.",
        ShownText.size(text));
  }

  private static String detail(Exception cause) {
    String message = cause.getMessage();
    return message != null && message.contains("EOF") ? ": one is opened and never closed" : "";
  }

  private Unreadable nul(TextBlock record) {
    return new Unreadable(
        record.lineNumber(0),
        Rule.UNREADABLE_FILE,
        "NUL",
        (table.header().isSought() ? "the file" : "the row")
            + " has NUL characters, as UTF-16 files do",
        "Save it as UTF-8.",
        ShownText.size(record.text(0)));
  }
}
